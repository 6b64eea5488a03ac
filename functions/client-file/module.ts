import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const clientFile: Module = {
  name: 'client-file',
  title: 'A client’s file as a whole: at a glance, on a timeline, as it stood on a day',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'read', keys: 'read', trail: 'put', clientKey: ['unwrap'], library: 'read' },
};
