import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const caseNotes: Module = {
  name: 'case-notes',
  title: 'Case notes: the client narrative, its drafts and its corrections',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'], library: 'read' },
};
