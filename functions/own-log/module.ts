import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const ownLog: Module = {
  name: 'own-log',
  prefix: 'access-log',
  title: "The client's own log over the citizens' door: who looked, requests, explanations",
  audience: 'citizens',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'read', clientKey: ['unwrap'], sealedLog: 'read' },
};
