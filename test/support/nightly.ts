import type { Module } from '../../shared/http/module.ts';

/** A module with a run of its own, as retention and statistics will have. */
export const nightly: Module = {
  name: 'nightly',
  title: 'A module that works by night',
  audience: 'staff',
  routes: [],
  consumers: [],
  schedules: [
    {
      file: 'run-count',
      starts: [{ expression: 'cron(0 2 * * ? *)', input: { days: 1 } }],
      timeoutSeconds: 300,
      run: async () => ({}),
      grants: { records: 'read', keys: 'none', trail: 'none', clientKey: [] },
    },
  ],
  grants: { records: 'read', keys: 'none', trail: 'put', clientKey: [] },
};
