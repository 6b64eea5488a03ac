import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const deadlines: Module = {
  name: 'deadlines',
  title: 'Deadlines: what is late, due and coming, and why a time was exceeded',
  audience: 'staff',
  routes,
  consumers: [],
  schedules: [
    {
      file: 'run-daily',
      starts: [{ expression: 'cron(0 6 * * ? *)', input: {} }],
      timeoutSeconds: 900,
      run: async (services, controllers) => (await import('./escalate.ts')).escalate(services, controllers),
      grants: { records: 'write', keys: 'none', trail: 'put', clientKey: [] },
    },
  ],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
