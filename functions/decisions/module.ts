import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const decisions: Module = {
  name: 'decisions',
  title: 'Decisions: who may make which, prepared, heard, issued, served, appealed, in force',
  audience: 'staff',
  routes,
  consumers: [],
  grants: {
    records: 'write',
    keys: 'read',
    trail: 'put',
    clientKey: ['unwrap'],
    library: 'read',
    objects: { documents: ['put', 'get'] },
  },
};
