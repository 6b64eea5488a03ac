import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const services: Module = {
  name: 'services',
  title: 'Services of clients: opened, carried out, followed, evaluated, ended',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
