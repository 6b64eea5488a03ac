import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const disclosures: Module = {
  name: 'disclosures',
  title: 'Permits, bans and consents of clients; data given to others and got from them',
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
