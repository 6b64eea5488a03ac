import type { Module } from '../../shared/http/module.ts';
import { openRoutes } from './routes.ts';

/** It can open nothing and sees no client: it reads what the controller has published, and the settings. */
export const privacyNotices: Module = {
  name: 'privacy-notices',
  title: 'What a controller publishes, to everybody without sign-in: its privacy notice and the forms',
  audience: 'citizens',
  routes: [],
  open: openRoutes,
  consumers: [],
  grants: { records: 'read', keys: 'none', trail: 'none', clientKey: [] },
};
