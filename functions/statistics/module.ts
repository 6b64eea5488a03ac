import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const statistics: Module = {
  name: 'statistics',
  title:
    'Statistics: what was done, counted from facts without identity, published and given with its definition',
  audience: 'staff',
  routes,
  consumers: [],
  schedules: [
    {
      file: 'run-daily',
      expression: 'cron(30 4 * * ? *)',
      input: {},
      timeoutSeconds: 900,
      run: async (services, controllers) =>
        (await import('./make-by-calendar.ts')).makeByCalendar(services, controllers),
      grants: { records: 'write', keys: 'none', trail: 'put', clientKey: [] },
    },
    {
      file: 'run-deliver',
      expression: 'cron(15 5 * * ? *)',
      input: {},
      timeoutSeconds: 900,
      run: async (services, controllers) => (await import('./deliver.ts')).deliver(services, controllers),
      grants: {
        records: 'read',
        keys: 'none',
        trail: 'none',
        clientKey: [],
        objects: { exports: ['put', 'list'] },
      },
    },
  ],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: [] },
};
