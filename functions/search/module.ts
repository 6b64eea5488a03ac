import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const search: Module = {
  name: 'search',
  title: "Search: by words within one client's file",
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
