import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const assessments: Module = {
  name: 'assessments',
  title: 'Assessments of service needs, and reports on children that courts ask for: begun, made final',
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
