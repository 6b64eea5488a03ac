import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const accessLog: Module = {
  name: 'access-log',
  title: 'Access log: who used whose data, and on what ground',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'read', clientKey: [] },
};
