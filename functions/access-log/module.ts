import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const accessLog: Module = {
  name: 'access-log',
  title: 'Access log: who used whose data, and on what ground',
  audience: 'staff',
  routes,
  consumers: [
    {
      event: 'PlantedEvent',
      file: 'on-planted',
      handle: async (services, envelope) =>
        (await import('./note-planted.ts')).notePlanted(services, envelope),
      grants: { records: 'write', keys: 'none', trail: 'none', clientKey: [] },
    },
  ],
  schedules: [
    {
      file: 'run-signs',
      starts: [{ expression: 'cron(30 3 * * ? *)', input: {} }],
      timeoutSeconds: 900,
      run: async (services, controllers) =>
        (await import('./look-for-signs.ts')).lookForSigns(services, controllers),
      grants: { records: 'write', keys: 'read', trail: 'read', clientKey: [] },
    },
    {
      file: 'run-searches',
      starts: [{ expression: 'rate(5 minutes)', input: {} }],
      timeoutSeconds: 900,
      run: async (services, controllers) =>
        (await import('./search-old.ts')).searchOld(services, controllers),
      grants: { records: 'write', keys: 'read', trail: 'read', clientKey: [], sealedLog: 'read' },
    },
  ],
  grants: { records: 'write', keys: 'read', trail: 'read', clientKey: [], sealedLog: 'read' },
};
