import type { Module } from '../../shared/http/module.ts';
import { removeBodies } from './remove-bodies.ts';
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
      handle: removeBodies,
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
