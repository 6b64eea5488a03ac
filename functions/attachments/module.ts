import type { Module } from '../../shared/http/module.ts';
import { routes } from './routes.ts';

export const attachments: Module = {
  name: 'attachments',
  title: 'Attachments: files and scanned paper, sent in, kept sealed and read in parts',
  audience: 'staff',
  routes,
  consumers: [
    {
      event: 'AttachmentRemoved',
      file: 'on-removed',
      handle: async (services, envelope) =>
        (await import('./remove-objects.ts')).removeObjects(services, envelope),
      grants: {
        records: 'none',
        keys: 'none',
        trail: 'none',
        clientKey: [],
        objects: { documents: ['remove'] },
      },
    },
    {
      event: 'OwnerReclassed',
      file: 'on-reclassed',
      handle: async (services, envelope) =>
        (await import('./follow-owner.ts')).followOwner(services, envelope),
      grants: { records: 'write', keys: 'read', trail: 'put', clientKey: [] },
    },
  ],
  inbox: {
    file: 'on-upload',
    handle: async (services, arrival) => (await import('./take-in.ts')).takeIn(services, arrival),
    timeoutSeconds: 120,
    grants: {
      records: 'write',
      keys: 'read',
      trail: 'put',
      clientKey: ['unwrap'],
      objects: { inbox: ['get', 'remove', 'scan'], documents: ['put'] },
    },
  },
  schedules: [
    {
      file: 'run-tidy',
      starts: [{ expression: 'rate(1 hour)', input: { days: 3, minutes: 120 } }],
      timeoutSeconds: 600,
      run: async (services, controllers, input) =>
        (await import('./tidy.ts')).tidy(services, controllers, input),
      grants: {
        records: 'write',
        keys: 'read',
        trail: 'put',
        clientKey: ['unwrap'],
        objects: { inbox: ['get', 'remove', 'list', 'scan'], documents: ['put', 'list', 'remove'] },
      },
    },
  ],
  grants: {
    records: 'write',
    keys: 'read',
    trail: 'put',
    clientKey: ['unwrap'],
    objects: { inbox: ['receive'], documents: ['get'] },
  },
};
