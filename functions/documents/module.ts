import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const documents: Module = {
  name: 'documents',
  title: 'Documents: the national kinds, and the documents of clients in their form',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'], library: 'read' },
};
