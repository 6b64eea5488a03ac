import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const logRequests: Module = {
  name: 'log-requests',
  title: "The client's right: requests for log data, what is withheld, explanations of suspected misuse",
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'read', clientKey: ['unwrap'], sealedLog: 'read' },
};
