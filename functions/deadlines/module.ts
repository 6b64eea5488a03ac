import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const deadlines: Module = {
  name: 'deadlines',
  title: 'Deadlines: what is late, due and coming, and why a time was exceeded',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
