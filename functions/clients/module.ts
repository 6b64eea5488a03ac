import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const clients: Module = {
  name: 'clients',
  title: 'Clients: who they are, their relationship, family and network',
  audience: 'staff',
  routes,
  consumers: [
    {
      event: 'ClientNamed',
      file: 'on-client-named',
      handle: async (services, envelope) => (await import('./index-names.ts')).indexNames(services, envelope),
      grants: { records: 'write', keys: 'none', trail: 'none', clientKey: [] },
    },
  ],
  grants: {
    records: 'write',
    keys: 'write',
    trail: 'put',
    clientKey: ['generate', 'unwrap'],
    library: 'read',
  },
};
