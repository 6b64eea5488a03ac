import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const tasks: Module = {
  name: 'tasks',
  title: 'Tasks: given, taken, referred, done',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
