import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

/** A function of its own: fonts and the writer of PDF are heavy, and no other module carries them. */
export const prints: Module = {
  name: 'prints',
  title: 'Prints: documents, entries and bundles as pages and as PDF',
  audience: 'staff',
  routes,
  consumers: [],
  grants: {
    records: 'read',
    keys: 'read',
    trail: 'put',
    clientKey: ['unwrap'],
    library: 'read',
    objects: { documents: ['get'] },
  },
};
