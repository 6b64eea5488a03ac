import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const accessRights: Module = {
  name: 'access-rights',
  title: 'Access rights: users, their grants, and files opened without a tie',
  audience: 'staff',
  routes,
  consumers: [],
  schedules: [
    {
      file: 'run-daily',
      // Before anybody comes to work, so that nobody is shut out in the middle of it.
      starts: [{ expression: 'cron(15 4 * * ? *)', input: {} }],
      timeoutSeconds: 900,
      run: async (services, controllers) =>
        (await import('./age-passwords.ts')).agePasswords(services, controllers),
      grants: { records: 'read', keys: 'none', trail: 'put', clientKey: [], directory: 'passwords' },
    },
  ],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
