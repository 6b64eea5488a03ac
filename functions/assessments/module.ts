import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const assessments: Module = {
  name: 'assessments',
  title: 'Assessments of service needs: begun, made final with their result',
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
