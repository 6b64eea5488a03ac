import { expect, test } from 'vitest';
import { PowersItem } from '../../shared/access/powers.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { logPageOf } from '../support/access-log.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { leaksOf } from '../support/leaks.ts';
import { recordPerson, restrictTo, text } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const WORDS = 'Puolison veli soitti: asiakas uhkaa itseään ja lapset ovat yksin kotona.';
const OPENINGS = '/v1/access-rights/openings';
const AINO = { name: { family: 'Esimerkki', given: 'Aino' }, personalIdentityCode: '010190-900P' };

const TIINA = { name: { family: 'Toinen', given: 'Tiina' }, birthDate: '1980-01-01' };

const opens = (worker: Worker, clientId: string, more: Record<string, unknown> = {}) =>
  worker.call('POST', OPENINGS, {
    body: { clientId, reason: { code: 'urgentNeed', words: WORDS }, ...more },
  });

/** A client of the families' unit, and a worker of the adults' unit whom nothing ties to the client. */
async function stranger() {
  const world: World = await testWorld();
  const own = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, own, AINO);
  const worker = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  return { world, own, worker, aino };
}

test('from refusal to the opened file: the reason is put on record, and every line of it names where its words are', async () => {
  const { world, worker, aino } = await stranger();
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    status: 403,
    code: 'access.noTie',
  });
  world.clock.advance(1);
  const told = await opens(worker, aino);
  expect(told).toMatchObject({ status: 201, json: { until: '2026-11-25T10:01:00.000Z' } });
  const openingId = text(told, 'openingId');
  world.clock.advance(1);
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    baseData: { name: AINO.name },
  });
  const lines = (await linesOf(world.services)).filter(
    ({ userIdentity }) => userIdentity.userId === worker.userId,
  );
  expect(lines).toMatchObject([
    { eventName: 'ClientFileOpened', outcome: { result: 'refused', code: 'access.noTie' } },
    {
      eventName: 'FileOpenedWithoutTie',
      clients: [aino],
      basis: { kind: 'breakGlass', legalGround: '703/2023 § 9' },
      reasonId: openingId,
      reasonCode: 'urgentNeed',
    },
    {
      eventName: 'ClientFileOpened',
      clients: [aino],
      basis: { kind: 'breakGlass', reference: openingId },
      reasonId: openingId,
      outcome: { result: 'allowed' },
    },
  ]);
});

test('the words of the reason stand in no log and in no item in clear', async () => {
  const { world, worker, aino } = await stranger();
  await opens(worker, aino);
  await worker.call('GET', `/v1/clients/${aino}`);
  await world.drained();
  for (const table of ['records', 'keys', 'trail'] as const) {
    expect(leaksOf([WORDS, 'itseään', 'lapset ovat yksin'], await dumpOf(world.services, table))).toEqual([]);
  }
  expect(leaksOf([WORDS], world.logged)).toEqual([]);
});

test('an opening ends by itself, no later than the controller lets it last, and leaves the powers with the next', async () => {
  const { world, own, worker, aino } = await stranger();
  expect((await opens(worker, aino, { hours: 25 })).json).toMatchObject({
    code: 'opening.notValid',
    findings: [{ rule: 'opening.withinLimit', path: '/body/hours' }],
  });
  expect(await opens(worker, aino, { hours: 2 })).toMatchObject({
    json: { until: '2026-11-24T12:00:00.000Z' },
  });
  world.clock.advance(119);
  expect((await worker.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
  world.clock.advance(1);
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ code: 'access.noTie' });
  const other = await recordPerson(world, own, TIINA);
  await opens(worker, other);
  const { services, controller } = world;
  const key = userKeys.powers(controller, worker.userId);
  const powers = await getItem(services.tables, controller, 'records', key, PowersItem);
  expect(powers?.powers.openings).toMatchObject([{ clientId: other }]);
});

test('a reason opens nothing to a worker who is tied already, nor to one whose role has no client work', async () => {
  const { world, own, worker, aino } = await stranger();
  expect((await opens(own, aino)).json).toMatchObject({ status: 409, code: 'opening.notNeeded' });
  await opens(worker, aino);
  expect((await opens(worker, aino)).json).toMatchObject({ code: 'opening.notNeeded' });
  for (const role of [
    'administrative',
    'supervisor',
    'mainUser',
    'student',
    'privateImplementing',
  ] as const) {
    const by = await world.worker(role, { unitIds: [world.units.adults] });
    expect((await opens(by, aino)).json, role).toMatchObject({ status: 403, code: 'access.notAllowed' });
  }
  expect((await opens(worker, aino, { reason: { code: 'urgentNeed', words: '-' } })).status).toBe(400);
});

test('no reason opens a restricted file or one of another controller: it does not exist, and the client’s log tells who tried', async () => {
  const { world, own, worker, aino } = await stranger();
  await restrictTo(world, aino, [own.userId]);
  world.clock.advance(1);
  expect((await opens(worker, aino)).json).toMatchObject({ status: 404, code: 'request.notFound' });
  world.clock.advance(1);
  const foreign = await world.worker('broadResponsibility', { controller: world.otherController });
  expect((await opens(foreign, aino)).json).toMatchObject({ status: 404, code: 'request.notFound' });
  const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
  const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/clients/${aino}`));
  expect(lines[0]).toMatchObject({
    eventName: 'FileOpenedWithoutTie',
    userIdentity: { userId: worker.userId },
    outcome: { result: 'refused', code: 'request.notFound' },
  });
  expect(lines.some(({ userIdentity }) => userIdentity.userId === foreign.userId)).toBe(false);
});

test('the supervisor of the worker’s unit finds the opening and reads its reason, and both are in the client’s log', async () => {
  const { world, worker, aino } = await stranger();
  const openingId = text(await opens(worker, aino), 'openingId');
  await world.drained();
  const supervisor = await world.worker('supervisor', { unitIds: [world.units.adults] });
  world.clock.advance(1);
  const queue = `/v1/access-rights/units/${world.units.adults}/openings`;
  expect((await supervisor.call('GET', queue)).json).toEqual({
    openings: [
      {
        openingId,
        clientId: aino,
        userId: worker.userId,
        reasonCode: 'urgentNeed',
        openedAt: '2026-11-24T10:00:00.000Z',
        until: '2026-11-25T10:00:00.000Z',
        reviewBy: '2026-12-01',
        version: 1,
      },
    ],
  });
  world.clock.advance(1);
  const one = `/v1/access-rights/clients/${aino}/openings/${openingId}`;
  expect((await supervisor.call('GET', one)).json).toMatchObject({
    userId: worker.userId,
    reason: { code: 'urgentNeed', words: WORDS },
  });
  const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
  world.clock.advance(1);
  await world.drained();
  const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/clients/${aino}`));
  expect(lines.map(({ eventName }) => eventName).slice(0, 2)).toEqual(['OpeningRead', 'OpeningsListed']);

  const elsewhere = await world.worker('supervisor');
  expect((await elsewhere.call('GET', queue)).json).toMatchObject({ code: 'access.notAllowed' });
  expect((await elsewhere.call('GET', one)).json).toMatchObject({ code: 'access.notAllowed' });
});

test('two openings at once both stand, or one is asked to try again: none is lost in silence', async () => {
  const { world, own, worker, aino } = await stranger();
  const other = await recordPerson(world, own, TIINA);
  const told = await Promise.all([opens(worker, aino), opens(worker, other)]);
  for (const [index, clientId] of [aino, other].entries()) {
    const { status } = await worker.call('GET', `/v1/clients/${clientId}`);
    expect(status).toBe(told[index]?.status === 201 ? 200 : 403);
  }
  expect(told.some(({ status }) => status === 201)).toBe(true);
  expect(told.every(({ status }) => status === 201 || status === 409)).toBe(true);
});

test('a refused or repeated opening rests on nothing: its line names no reason that is nowhere', async () => {
  const { world, own, worker, aino } = await stranger();
  await opens(own, aino);
  const asked = {
    body: { clientId: aino, reason: { code: 'urgentNeed', words: WORDS } },
    key: 'opening-twice',
  };
  const [first, again] = [
    await worker.call('POST', OPENINGS, asked),
    await worker.call('POST', OPENINGS, asked),
  ];
  expect(again.json).toEqual(first.json);
  const lines = (await linesOf(world.services)).filter(
    ({ eventName }) => eventName === 'FileOpenedWithoutTie',
  );
  expect(
    lines.map(({ outcome, replay, basis, reasonId }) => [outcome.result, replay, basis.kind, reasonId]),
  ).toEqual(
    expect.arrayContaining([
      ['refused', undefined, 'none', undefined],
      ['allowed', undefined, 'breakGlass', text(first, 'openingId')],
      ['allowed', true, 'none', undefined],
    ]),
  );
  expect(lines).toHaveLength(3);
});
