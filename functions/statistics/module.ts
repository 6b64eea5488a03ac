import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

/** What an authority collects, by the short name of its schedule. A test holds it against the definitions. */
const COLLECTIONS = {
  'child-welfare-times': 'childWelfareProcessingTimes',
  notifications: 'childWelfareNotifications',
  'child-services': 'childWelfareServices',
  'family-law': 'familyLaw',
  'assistance-times': 'socialAssistanceTimes',
  activity: 'activityStatistics',
};

export const statistics: Module = {
  name: 'statistics',
  title:
    'Statistics: what was done, counted from facts without identity, published and given with its definition',
  audience: 'staff',
  routes,
  consumers: [],
  schedules: [
    {
      file: 'run-months',
      starts: [{ expression: 'cron(0 4 * * ? *)', input: {} }],
      timeoutSeconds: 900,
      run: async (services, controllers) =>
        (await import('./make-months.ts')).makeMonths(services, controllers),
      grants: { records: 'write', keys: 'none', trail: 'put', clientKey: [] },
    },
    {
      file: 'run-exports',
      // Each collection starts by itself: one that fails or takes long keeps no other from its recipient.
      starts: Object.entries(COLLECTIONS).map(([part, definitionId]) => ({
        part,
        expression: 'cron(30 4 * * ? *)',
        input: { definitionId },
      })),
      timeoutSeconds: 900,
      run: async (services, controllers, input) =>
        (await import('./make-by-calendar.ts')).makeByCalendar(services, controllers, input),
      grants: { records: 'write', keys: 'none', trail: 'put', clientKey: [] },
    },
    {
      file: 'run-deliver',
      starts: [{ expression: 'cron(15 5 * * ? *)', input: {} }],
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
