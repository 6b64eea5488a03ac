import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const dataSubjectRequests: Module = {
  name: 'data-subject-requests',
  title:
    'What persons ask of the data held on them: inspection, rectification, erasure, restriction, documents',
  audience: 'staff',
  routes,
  consumers: [],
  grants: {
    records: 'write',
    keys: 'read',
    trail: 'read',
    clientKey: ['unwrap'],
    library: 'read',
    objects: { documents: ['get'], inbox: ['receive'] },
  },
};
