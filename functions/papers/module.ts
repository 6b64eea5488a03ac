import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const papers: Module = {
  name: 'papers',
  title: 'Paper register: folders, the papers in them, and who has what is lent',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
