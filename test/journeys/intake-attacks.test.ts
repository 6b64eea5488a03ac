import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { AT } from '../support/assessments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { standingUnit, startedDeadline } from '../support/deadlines.ts';
import { dumpOf } from '../support/dump.ts';
import {
  inFileAt,
  linked,
  matterAt,
  notification,
  receive,
  received,
  subjectsOf,
} from '../support/intake.ts';
import { givenTask, taskAt } from '../support/tasks.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** One write of each kind of thing, as the worker who may do it would send it; the version is never the one that stands. */
type Write = { path: string; body?: unknown; method?: string };
const STALE = 99;

let world: World;
let worker: Worker;
let stranger: Worker;
let matterId: string;
const writes = new Map<string, Write>();

beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  stranger = await world.worker('broadResponsibility', { controller: world.otherController });
  await standingUnit(world, world.units.adults);
  matterId = await received(worker, notification(world));
  const [aino = '', eino = ''] = await subjectsOf(worker, matterId);
  const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
  await linked(world, worker, matterId, 0, clientId);
  const caseId = await openedCase(world, worker, clientId, { responsibleWorkerId: worker.userId });
  const deadline = await startedDeadline(world, clientId, '2026-11-12');
  const taskId = await givenTask(world, worker, clientId);
  const told = await worker.call('GET', matterAt(matterId, '/deadlines'));
  const [time] = z
    .object({ deadlines: z.array(z.looseObject({ deadlineId: z.string() })) })
    .parse(told.json).deadlines;
  const assessment = await worker.call('POST', AT(clientId), {
    body: { caseId, responsibleWorkerId: worker.userId },
  });
  const grounds = 'Perustelut.';
  const ofMatter = (path: string, body?: unknown, method = 'POST'): Write => ({
    path: matterAt(matterId, path),
    method,
    ...(body === undefined ? {} : { body }),
  });
  const named: [string, Write][] = [
    ['a record changed', ofMatter('/record', { record: { text: 'Uusi' } }, 'PUT')],
    ['a matter taken', ofMatter('/take')],
    ['a matter given', ofMatter('/assign', { workerId: worker.userId })],
    ['an urgency assessed', ofMatter('/urgency', { result: 'urgent', grounds })],
    ['a matter transferred', ofMatter('/transfer', { unitId: world.units.adults, reason: grounds })],
    ['a person linked', ofMatter(`/subjects/${eino}/link`, { linkedClientId: clientId })],
    [
      'an unknown person closed',
      ofMatter(`/subjects/${aino}/close`, { outcome: 'guidance', grounds, inquiries: 'Soitettu.' }),
    ],
    [
      'a time of a matter explained',
      ofMatter(`/deadlines/${time?.deadlineId}/lateness`, { reason: 'staffShortage' }),
    ],
    [
      'a time of a matter cancelled',
      ofMatter(`/deadlines/${time?.deadlineId}/cancel`, { ground: 'mistake', words: grounds }),
    ],
    [
      'a matter closed',
      { path: inFileAt(clientId, matterId, '/close'), body: { outcome: 'noMeasures', grounds } },
    ],
    [
      'a time of a client explained',
      {
        path: `/v1/deadlines/clients/${clientId}/deadlines/${deadline.deadlineId}/lateness`,
        body: { reason: 'staffShortage' },
      },
    ],
    ['a task done', { path: taskAt(clientId, taskId, '/done') }],
    [
      'an assessment finished',
      {
        path: `${AT(clientId)}/${String(assessment.json['assessmentId'])}/finish`,
        body: { draftId: matterId, draftVersion: 1, result: 'need', specialSupport: false },
      },
    ],
    [
      'a transfer proposed',
      {
        path: `/v1/cases/clients/${clientId}/cases/${caseId}/transfers`,
        body: { toUnitId: world.units.adults, reason: grounds },
      },
    ],
  ];
  for (const [name, write] of named) writes.set(name, write);
});

const sent = (by: Worker, { path, body, method = 'POST' }: Write, version = STALE) =>
  by.call(method, path, { version, ...(body === undefined ? {} : { body }) });
/** What stands, by its version. */
const stored = async (): Promise<string[]> =>
  (await dumpOf(world.services, 'records'))
    .map((item) =>
      z.looseObject({ pk: z.string(), sk: z.string(), version: z.unknown().optional() }).parse(item),
    )
    .map(({ pk, sk, version }) => `${pk} ${sk} ${String(version)}`)
    .toSorted();

describe('nothing is written', () => {
  test('from a version that nobody saw', async () => {
    const before = await stored();
    const told = new Map<string, unknown>();
    for (const [name, write] of writes) told.set(name, (await sent(worker, write)).json['code']);
    expect([...new Set(told.values())], JSON.stringify([...told])).toEqual(['request.stale']);
    expect(await stored()).toEqual(before);
  });

  test('by a worker of another controller, for whom none of it is there, from any version', async () => {
    const before = await stored();
    for (const [name, write] of writes) {
      for (const version of [1, STALE]) {
        const told = await sent(stranger, write, version);
        expect([name, told.status, told.json['code']]).toEqual([name, 404, 'request.notFound']);
      }
    }
    expect(await stored()).toEqual(before);
  });
});

describe('a matter is received once', () => {
  const matters = async () =>
    (await dumpOf(world.services, 'records')).filter(
      (item) => z.looseObject({ entity: z.string() }).parse(item).entity === 'intakeMatter',
    ).length;

  test('however often the same is sent under its key, and another content under that key is refused', async () => {
    const before = await matters();
    const send = (body: unknown) =>
      worker.call('POST', '/v1/intake/matters', { body, key: 'call-of-tuesday' });
    const [first, ...others] = [
      await send(notification(world)),
      await send(notification(world)),
      await send(notification(world)),
    ];
    expect(others.map(({ json }) => json)).toEqual([first?.json, first?.json]);
    expect((await send(notification(world, {}, { text: 'Muuta' }))).json).toMatchObject({
      code: 'request.idempotencyMismatch',
    });
    expect(await matters()).toBe(before + 1);
  });

  test('and what is too long, of a wrong form or for a unit of others is not taken for one', async () => {
    const before = await matters();
    const told = [
      await receive(worker, notification(world, {}, { text: 'a'.repeat(60_001) })),
      await receive(worker, notification(world, { kind: 'gossip' })),
      await receive(worker, notification(world, { unitId: world.units.adults })),
      await worker.call('POST', '/v1/intake/matters', { body: '{"kind":' }),
      await worker.call('POST', '/v1/intake/matters', { body: `"${'a'.repeat(7_000_000)}"` }),
    ];
    expect(told.map(({ json }) => json['code'])).toEqual([
      'request.invalid',
      'request.invalid',
      'access.notAllowed',
      'request.malformed',
      'request.tooLarge',
    ]);
    expect(await matters()).toBe(before);
  });
});
