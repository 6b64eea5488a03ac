import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const appointments: Module = {
  name: 'appointments',
  title: 'Appointments: free times, booking, moving, cancelling, reminders, calendars',
  audience: 'staff',
  routes,
  consumers: [],
  schedules: [
    {
      file: 'run-hourly',
      starts: [{ expression: 'rate(1 hour)', input: {} }],
      timeoutSeconds: 900,
      run: async (services, controllers) =>
        (await import('./hand-messages.ts')).handMessages(services, controllers),
      grants: { records: 'write', keys: 'none', trail: 'put', clientKey: [] },
    },
  ],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
