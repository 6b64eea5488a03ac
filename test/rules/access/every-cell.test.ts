import { expect, test } from 'vitest';
import type { Action } from '../../../shared/access/action.ts';
import { type Actor, actorOf, type Identity, Powers, SpecialRight } from '../../../shared/access/actor.ts';
import { judgeAct, judgeFile } from '../../../shared/access/authorise.ts';
import { JobRole } from '../../../shared/access/job-roles.ts';
import { ClientHead } from '../../../shared/domain/clients/model.ts';
import { ControllerId, UnitId, UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { everything, named } from '../../support/every-route.ts';

/**
 * Every cell of route x job role x own and other controller x tie x state of the grant, as dispatch judges it: by
 * `actorOf`, then `judgeAct` or `judgeFile`. What each cell must be is said here a second time and in other words.
 */

const NOW = Instant.parse('2026-11-24T10:00:00.000Z');
const TODAY = LocalDate.parse('2026-11-24');
const id = (last: string): string => `01KBN4PZ000000000000000${last.padStart(3, '0')}`;
const USER = UserId.parse(id('1'));
const UNIT = UnitId.parse(id('2'));
const OTHER_UNIT = UnitId.parse(id('3'));

const identity: Identity = {
  userId: USER,
  controller: ControllerId.parse('KEUSOTE'),
  authenticationMethod: 'local',
  issuedAt: NOW,
};

const STATES = ['none', 'inForce', 'lastDay', 'coming', 'expired', 'passive', 'sessionsEnded'] as const;
type State = (typeof STATES)[number];
/** `other`: a client of another controller, of whom nothing is found here. */
const CLIENTS = ['tied', 'untied', 'restricted', 'other'] as const;
type Client = (typeof CLIENTS)[number];

const LAST_DAYS: ReadonlyMap<State, string> = new Map([
  ['expired', '2026-11-23'],
  ['lastDay', '2026-11-24'],
]);

function powersIn(state: State, role: JobRole, specialRights: readonly SpecialRight[]): Powers {
  const from = LocalDate.parse(state === 'coming' ? '2026-11-25' : '2026-01-01');
  const to = LAST_DAYS.get(state);
  const grant = {
    ...everything([UNIT]),
    grantId: id('4'),
    role,
    services: [],
    relatedServices: [],
    specialRights,
    range: { from, ...(to === undefined ? {} : { to }) },
  };
  return Powers.parse({
    userId: USER,
    controller: 'KEUSOTE',
    name: 'Kaisa Keksitty',
    postId: id('5'),
    postTitle: 'sosiaalityöntekijä',
    status: state === 'passive' ? 'passive' : 'active',
    sessionsValidFrom: state === 'sessionsEnded' ? '2026-11-24T10:00:00.001Z' : '2020-01-01T00:00:00.000Z',
    grants: state === 'none' ? [] : [grant],
    openings: [],
  });
}

function fileOf(client: Client): { head: ClientHead; cases: [] } | undefined {
  if (client === 'other') return undefined;
  const unitId = client === 'untied' ? OTHER_UNIT : UNIT;
  const head = ClientHead.parse({
    pk: 'partition',
    sk: 'sort',
    entity: 'client',
    schemaVersion: 1,
    version: 1,
    createdAt: NOW,
    createdBy: id('6'),
    updatedAt: NOW,
    updatedBy: id('6'),
    clientId: id('7'),
    state: 'active',
    intake: { unitId, workerId: id('6'), at: NOW },
    mergedFrom: [],
    documentClass: 'clienthood',
    base: { subject: 'client', at: 1, blob: new Uint8Array(1) },
    ...(client === 'restricted' ? { restriction: { readers: [id('6')], since: NOW } } : {}),
  });
  return { head, cases: [] };
}

/** Lives while a producer's contract does, or with a guide. */
const LIVES_BY_ANOTHER: ReadonlySet<JobRole> = new Set([
  'privateArranging',
  'privateImplementing',
  'privateAdministrative',
  'student',
]);
const BOUND: ReadonlySet<JobRole> = new Set(['healthBroad', 'healthLimited', 'ict', 'archive', 'management']);

/** What the cell is, in the words of an answer. */
function judged(action: Action, actor: Actor | undefined, client: Client): string {
  if (actor === undefined) return 'access.notSignedIn';
  const judgement =
    action.tie === 'client'
      ? judgeFile(actor, action, FILES[client], { now: NOW, today: TODAY })
      : judgeAct(actor, action);
  return judgement.allowed ? 'allowed' : judgement.refusal.code;
}
const FILES = Object.fromEntries(CLIENTS.map((client) => [client, fileOf(client)]));

function owed(action: Action, role: JobRole, state: State, client: Client, hasRight: boolean): string {
  if (state === 'passive' || state === 'sessionsEnded') return 'access.notSignedIn';
  const isInForce = state === 'inForce' || state === 'lastDay';
  const mayAct = isInForce && action.roles.includes(role) && (action.special === undefined || hasRight);
  if (!mayAct) return 'access.notAllowed';
  if (action.tie === 'none') return LIVES_BY_ANOTHER.has(role) ? 'access.notAllowed' : 'allowed';
  // Neither a unit nor a case ties these: a purchase, a joint service, a guide or an opening for a duty, and here is none.
  if (client === 'tied') return LIVES_BY_ANOTHER.has(role) || BOUND.has(role) ? 'access.noTie' : 'allowed';
  return client === 'untied' ? 'access.noTie' : 'request.notFound';
}

test('each route is for its roles alone, while the grant is in force, and for the clients that the worker has a tie to [U-9.4, U-9.5, U-9.6, U-9.7, J-5.2]', () => {
  let cells = 0;
  const wrong: string[] = [];
  for (const role of JobRole.options) {
    for (const state of STATES) {
      for (const rights of [[], SpecialRight.options]) {
        const actor = actorOf(identity, powersIn(state, role, rights), NOW, TODAY);
        for (const [name, { action }] of named) {
          for (const client of CLIENTS) {
            cells += 1;
            const found = judged(action, actor, client);
            const wanted = owed(action, role, state, client, rights.length > 0);
            if (found !== wanted) wrong.push(`${name} ${role} ${state} ${client}: ${found}, not ${wanted}`);
          }
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBe(JobRole.options.length * STATES.length * 2 * named.length * CLIENTS.length);
});
