import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const intake: Module = {
  name: 'intake',
  title: 'Intake: notifications, contacts and applications from their receipt to their outcome',
  audience: 'staff',
  routes,
  consumers: [],
  grants: {
    records: 'write',
    keys: 'write',
    trail: 'put',
    clientKey: ['generate', 'unwrap'],
    library: 'read',
    objects: { documents: ['put', 'get'] },
  },
};
