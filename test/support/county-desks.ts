import type { JobRole } from '../../shared/access/job-roles.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { newClient, write } from './case-notes.ts';
import { PROFILES, worldOf } from './controllers.ts';
import { text } from './people.ts';
import { handler } from './subject-requests.ts';
import type { Worker, World } from './world.ts';

/** What three controllers have chosen of the same rights: what a journey does there, and what it is refused. */
export type County = {
  letter: 'J' | 'L' | 'K';
  name: string;
  addressee: string;
  /** A form that is taken, and one that waits for it. */
  form: string;
  notForm: string;
  /** Who decides on what is granted, who puts right, who refuses, and who decides on none of these. */
  grants: JobRole;
  rectifies: JobRole;
  refuses: JobRole;
  other: JobRole;
  mode: string;
  /** A way of giving that is not among the controller's. */
  notMode?: string;
  /** Whether identity is checked each time, or on need. */
  identityAlways: boolean;
  /** Whether any worker corrects an entry. */
  anyoneCorrects: boolean;
  erasure: 'granted' | 'refusedByLaw';
  /** Whether what it does rests on a task of public authority, which may be objected to. */
  mayBeObjectedTo: boolean;
};

export const COUNTIES: readonly County[] = [
  {
    letter: 'J',
    name: 'Joutsa',
    addressee: 'dataProtectionOfficer',
    form: 'written',
    notForm: 'visit',
    grants: 'dataProtectionOfficer',
    rectifies: 'management',
    refuses: 'management',
    other: 'administrative',
    mode: 'onSite',
    notMode: 'electronic',
    identityAlways: false,
    anyoneCorrects: true,
    erasure: 'granted',
    mayBeObjectedTo: false,
  },
  {
    letter: 'L',
    name: 'Loimaa',
    addressee: 'headOfSocialWork',
    form: 'signedDocument',
    notForm: 'form',
    grants: 'management',
    rectifies: 'management',
    refuses: 'management',
    other: 'supervisor',
    mode: 'writing',
    identityAlways: true,
    anyoneCorrects: false,
    erasure: 'granted',
    mayBeObjectedTo: false,
  },
  {
    letter: 'K',
    name: 'Keski-Uusimaa',
    addressee: 'controller',
    form: 'form',
    notForm: 'eService',
    grants: 'supervisor',
    rectifies: 'supervisor',
    refuses: 'supervisor',
    other: 'dataProtectionOfficer',
    mode: 'copy',
    notMode: 'onSite',
    identityAlways: true,
    anyoneCorrects: false,
    erasure: 'refusedByLaw',
    mayBeObjectedTo: true,
  },
];

export type Desk = {
  world: World;
  worker: Worker;
  /** Another worker of the same unit, without the right to correct what others wrote. */
  colleague: Worker;
  as: (role: JobRole) => Worker;
  clientId: ClientId;
  noteId: string;
};

/** The desk of a county with its people, and a client with one entry. */
export async function deskOf({ letter, grants, rectifies, refuses, other }: County): Promise<Desk> {
  const world = await worldOf(PROFILES[letter]);
  const roles = [...new Set<JobRole>([grants, rectifies, refuses, other, 'management'])];
  const [worker, colleague, ...handlers] = await Promise.all([
    world.worker('broadResponsibility', { specialRights: ['correctRecord'] }),
    world.worker('broadResponsibility'),
    ...roles.map((role) => handler(world, role)),
  ]);
  const byRole = new Map(roles.map((role, at) => [role, handlers[at]]));
  const as = (role: JobRole): Worker => {
    const found = byRole.get(role);
    if (found === undefined) throw new Error(`nobody works here as ${role}`);
    return found;
  };
  const clientId = await newClient(world, worker);
  return { world, worker, colleague, as, clientId, noteId: text(await write(worker, clientId), 'noteId') };
}
