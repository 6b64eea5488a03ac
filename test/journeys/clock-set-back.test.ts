import { beforeEach, expect, test } from 'vitest';
import type { EventId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { copyLines } from '../../shared/trail/copy-lines.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { trailItemOf } from '../../shared/trail/line.ts';
import { placesOf } from '../../shared/trail/sealing/heads.ts';
import { sealLog } from '../../shared/trail/sealing/seal-log.ts';
import { logPageOf } from '../support/access-log.ts';
import { linesOf } from '../support/dump.ts';
import { newClient } from '../support/new-client.ts';
import { decide, grantFor, organisation, propose, proposedOf } from '../support/organisation.ts';
import { memorySealer } from '../support/sealing.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** Somebody sets the clock of a function back by two hours, so that what is done now seems to be of then. */

const BACK = -120;
let world: World;
let worker: Worker;
let clientId: string;
beforeEach(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, worker, { family: 'Keksitty', given: 'Testi' }));
  await world.drained();
  world.clock.advance(1);
});

const open = async (): Promise<number> => (await worker.call('GET', `/v1/clients/${clientId}`)).status;

async function openedBehind(): Promise<AccessEvent> {
  const known = new Set<string>((await linesOf(world.services)).map(({ eventId }) => eventId));
  world.clock.advance(BACK);
  expect(await open()).toBe(200);
  world.clock.advance(-BACK);
  const line = (await linesOf(world.services)).find(({ eventId }) => !known.has(eventId));
  if (line === undefined) throw new Error('No line was written.');
  return line;
}

test('what is done with the clock set back has its line, beside those that stand, and whoever asks the log finds it', async () => {
  expect(await open()).toBe(200);
  const before = await linesOf(world.services);
  const line = await openedBehind();
  const after = await linesOf(world.services);
  expect(after).toHaveLength(before.length + 1);
  expect(after).toEqual(expect.arrayContaining(before));
  const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
  const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
  expect(lines.map(({ eventId }) => eventId)).toContain(line.eventId);
});

test('such a line is sealed like any other: the stream saw when it came, and tells the sealer, once', async () => {
  const { controller, services } = world;
  const archived = memorySealer(services);
  services.intake = {
    putIfAbsent: async (name, body) =>
      void (await archived.sealer.archive.putIfAbsent(name, Buffer.from(body))),
  };
  const seal = () => sealLog(archived.sealer, controller, { begin: plusMinutes(world.clock.now(), -5) });
  const isSealed = async (eventId: EventId): Promise<boolean> =>
    (await placesOf(services.tables, controller, [eventId])).has(eventId);
  await seal();
  const line = await openedBehind();
  world.clock.advance(1);
  await seal();
  expect(await isSealed(line.eventId)).toBe(false);

  const change = { id: 'stream-record', kind: 'INSERT' as const, expired: false, before: undefined };
  const came = { ...change, after: trailItemOf(line), at: world.clock.now() };
  for (let times = 0; times < 2; times += 1) await copyLines(services, came);
  const { size } = await seal();
  expect(await isSealed(line.eventId)).toBe(true);
  expect(world.logged.map(({ code }) => code)).toContain('LINE_LATE');
  world.clock.advance(1);
  await copyLines(services, came);
  expect(await seal()).toMatchObject({ sealed: 0, size });
});

test('a line that came in time is not told to the sealer twice', async () => {
  await open();
  const line = (await linesOf(world.services)).at(-1);
  if (line === undefined) throw new Error('No line was written.');
  const change = { id: 'stream-record', kind: 'INSERT' as const, expired: false, before: undefined };
  await copyLines(world.services, {
    ...change,
    after: trailItemOf(line),
    at: plusMinutes(line.eventTime, 5),
  });
  expect(world.logged.map(({ code }) => code)).not.toContain('LINE_LATE');
});

test('what was ended by an act stays ended, and a session of before the end is none', async () => {
  const { mainUser, supervisor, unitId, userId, user } = await organisation(world);
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  await decide(mainUser, userId, grantId, 'grant', 1);
  const before = await user.call('GET', '/v1/access-rights/own');
  expect(before.status).toBe(200);
  world.clock.advance(1);
  await decide(mainUser, userId, grantId, 'end', 2);
  await mainUser.call('POST', `/v1/access-rights/users/${userId}/end-sessions`, { version: 1 });
  world.clock.advance(BACK);
  expect((await user.call('GET', '/v1/access-rights/own')).status).toBe(401);
  world.clock.advance(1 - BACK);
  expect((await user.call('GET', '/v1/access-rights/own')).json).toMatchObject({ code: 'access.notAllowed' });
});
