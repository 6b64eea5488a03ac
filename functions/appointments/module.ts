import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const appointments: Module = {
  name: 'appointments',
  title: 'Appointments: free times, booking, moving, cancelling, reminders, calendars',
  audience: 'staff',
  routes,
  consumers: [],
  grants: { records: 'write', keys: 'read', trail: 'put', clientKey: ['unwrap'] },
};
