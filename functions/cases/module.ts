import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const cases: Module = {
  name: 'cases',
  title: 'Cases: opened, assigned, shared, suspended, closed; the work at hand',
  audience: 'staff',
  routes,
  consumers: [],
  grants: {
    records: 'write',
    keys: 'write',
    trail: 'put',
    clientKey: ['unwrap'],
    library: 'read',
    objects: { documents: ['put', 'get'] },
  },
};
