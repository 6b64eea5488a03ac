import type { Module } from '../../shared/http/module.ts';
import { followOwner } from './follow-owner.ts';
import { removeObjects } from './remove-objects.ts';
import { routes } from './routes.ts';
import { takeIn } from './take-in.ts';
import { tidy } from './tidy.ts';

export const attachments: Module = {
  name: 'attachments',
  title: 'Attachments: files and scanned paper, sent in, kept sealed and read in parts',
  audience: 'staff',
  routes,
  consumers: [
    {
      event: 'AttachmentRemoved',
      file: 'on-removed',
      handle: removeObjects,
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
      handle: followOwner,
      grants: { records: 'write', keys: 'read', trail: 'put', clientKey: [] },
    },
  ],
  inbox: {
    file: 'on-upload',
    handle: takeIn,
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
      expression: 'rate(1 hour)',
      input: { days: 3, minutes: 120 },
      timeoutSeconds: 600,
      run: tidy,
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
