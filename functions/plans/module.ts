import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const plans: Module = {
  name: 'plans',
  title: 'Plans: made, reviewed, replaced, ended; those to review and those missing',
  audience: 'staff',
  routes,
  consumers: [],
  grants: {
    records: 'write',
    keys: 'read',
    trail: 'put',
    clientKey: ['unwrap'],
    library: 'read',
    objects: { documents: ['get'] },
  },
};
