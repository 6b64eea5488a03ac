import type { Module } from '../../shared/http/module.ts';
import { lookForSigns } from './look-for-signs.ts';
import { notePlanted } from './note-planted.ts';
import { routes } from './routes.ts';
import { searchOld } from './search-old.ts';

export const accessLog: Module = {
  name: 'access-log',
  title: 'Access log: who used whose data, and on what ground',
  audience: 'staff',
  routes,
  consumers: [
    {
      event: 'PlantedEvent',
      file: 'on-planted',
      handle: notePlanted,
      grants: { records: 'write', keys: 'none', trail: 'none', clientKey: [] },
    },
  ],
  schedules: [
    {
      file: 'run-signs',
      expression: 'cron(30 3 * * ? *)',
      input: {},
      timeoutSeconds: 900,
      run: lookForSigns,
      grants: { records: 'write', keys: 'read', trail: 'read', clientKey: [] },
    },
    {
      file: 'run-searches',
      expression: 'rate(5 minutes)',
      input: {},
      timeoutSeconds: 900,
      run: searchOld,
      grants: { records: 'write', keys: 'read', trail: 'read', clientKey: [], sealedLog: 'read' },
    },
  ],
  grants: { records: 'write', keys: 'read', trail: 'read', clientKey: [], sealedLog: 'read' },
};
