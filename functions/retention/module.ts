import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const retention: Module = {
  name: 'retention',
  title: 'Retention: what is due, disposal lists and their approval, holds, certificates',
  audience: 'staff',
  routes,
  consumers: [
    {
      event: 'RetentionEventKnown',
      file: 'on-event-known',
      handle: async (services, envelope) => (await import('./recount.ts')).recount(services, envelope),
      grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
    },
  ],
  schedules: [
    {
      file: 'run-gather',
      starts: [{ expression: 'cron(0 1 * * ? *)', input: {} }],
      timeoutSeconds: 900,
      run: async (services, controllers, input) =>
        (await import('./gather.ts')).gather(services, controllers, input),
      grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
    },
    {
      file: 'run-dispose',
      starts: [{ expression: 'cron(0 3 * * ? *)', input: { replay: 'none' } }],
      timeoutSeconds: 900,
      run: async (services, controllers, input) =>
        (await import('./dispose.ts')).dispose(services, controllers, input),
      grants: {
        records: 'write',
        keys: 'destroy',
        trail: 'put',
        clientKey: ['unwrap'],
        // Files are read into packages and taken away; what is packed no function reads again.
        objects: { documents: ['get', 'remove'], transfers: ['put', 'list', 'remove'] },
      },
    },
  ],
  // Pages are sealed with the controller's list key.
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: [] },
};
