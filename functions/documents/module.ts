import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const documents: Module = {
  name: 'documents',
  title: 'Documents: the national kinds, and the documents of clients in their form',
  audience: 'staff',
  routes,
  consumers: [
    {
      event: 'DocumentBodiesRemoved',
      file: 'on-removed',
      handle: async (services, envelope) =>
        (await import('./remove-bodies.ts')).removeBodies(services, envelope),
      grants: {
        records: 'none',
        keys: 'none',
        trail: 'none',
        clientKey: [],
        objects: { documents: ['remove'] },
      },
    },
  ],
  grants: {
    records: 'write',
    keys: 'read',
    trail: 'put',
    clientKey: ['unwrap'],
    library: 'read',
    objects: { documents: ['put', 'get'] },
  },
};
