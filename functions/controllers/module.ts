import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const controllers: Module = {
  name: 'controllers',
  title: 'Controllers: the record, the settings, the units and the posts of a controller',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: [] },
};
