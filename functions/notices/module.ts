import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const notices: Module = {
  name: 'notices',
  title: 'Privacy notices: made from the settings, signed and published; and what clients were told',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: [] },
};
