import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const providers: Module = {
  name: 'providers',
  title: 'Providers: support persons, support families and suppliers as parties of their own',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: [] },
};
