import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const accessRights: Module = {
  name: 'access-rights',
  title: 'Access rights: users, their grants, and files opened without a tie',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
