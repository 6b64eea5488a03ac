import { expect, test } from 'vitest';
import * as z from 'zod';
import { localDeployed } from '../../infra/local/deployed.ts';
import { type ReadDeployed, recordDeployed } from '../../shared/deployed/record-deployed.ts';
import { linesOf } from '../support/dump.ts';
import { testWorld } from '../support/world.ts';

/** Which code ran, and by which policies, stands on the log each day: a change that nobody told of is seen. */

const Days = z.object({
  days: z.array(
    z.object({
      on: z.string(),
      hashes: z.array(z.object({ name: z.string(), hash: z.string() })),
      changed: z.array(z.string()),
      unannounced: z.array(z.string()).optional(),
      since: z.string().optional(),
    }),
  ),
});

const DAY_MINUTES = 24 * 60;

test('each day has its hashes on the log, and names what has changed, is new or is gone since the day before', async () => {
  const world = await testWorld();
  const controllers = [world.controller, world.otherController];
  const first = [
    { name: 'code cases', text: 'one' },
    { name: 'code clients', text: 'one' },
    { name: 'policy table trail', text: '{"Statement": []}' },
  ];
  const reading =
    (parts: typeof first): ReadDeployed =>
    async () =>
      parts;
  expect(await recordDeployed(world.services, reading(first), controllers)).toEqual({
    recorded: 2,
    changed: 0,
  });
  // Once a day, however often it is asked.
  expect(await recordDeployed(world.services, reading(first), controllers)).toEqual({
    recorded: 0,
    changed: 0,
  });

  world.clock.advance(DAY_MINUTES);
  const second = [
    { name: 'code clients', text: 'one' },
    { name: 'code intake', text: 'new' },
    { name: 'policy table trail', text: '{"Statement": ["*"]}' },
  ];
  await recordDeployed(world.services, reading(second), controllers);
  const lines = (await linesOf(world.services)).filter(
    ({ eventName, controller }) => eventName === 'DeployedRecorded' && controller === world.controller,
  );
  expect(lines.map(({ changedFields }) => changedFields)).toEqual([
    [],
    ['code cases', 'code intake', 'policy table trail'],
  ]);
  const ids = lines.map(({ resources }) => resources.map(({ id }) => id));
  expect(ids[0]?.[1]).toMatch(/^code clients [\w-]{32}$/);
  expect(ids[1]?.[0]).toBe(ids[0]?.[1]);

  const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
  const { days } = Days.parse((await officer.call('GET', '/v1/access-log/deployed')).json);
  expect(days.map(({ on, since, changed }) => [on, since, changed.length])).toEqual([
    ['2026-11-25', '2026-11-24', 3],
    ['2026-11-24', undefined, 0],
  ]);
  const worker = await world.worker('broadResponsibility');
  expect(await worker.call('GET', '/v1/access-log/deployed')).toMatchObject({ status: 403 });
});

test('a change that nobody announced is a finding that waits for a person; one that was announced is none', async () => {
  const world = await testWorld();
  const of = (code: string, policy: string): ReadDeployed => {
    return async () => [
      { name: 'code cases', text: code },
      { name: 'policy table trail', text: policy },
    ];
  };
  const record = (code: string, policy: string) => {
    world.clock.advance(DAY_MINUTES);
    return recordDeployed(world.services, of(code, policy), [world.controller]);
  };
  const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
  const admin = await world.worker('mainUser');
  const findings = async () => {
    const { json } = await officer.call('GET', '/v1/access-log/witness-findings');
    return z
      .object({
        findings: z.array(
          z.looseObject({ findingId: z.string(), kind: z.string(), evidence: z.string(), state: z.string() }),
        ),
      })
      .parse(json).findings;
  };
  await record('one', 'old');
  const announce = (from: string, to: string, by = admin) =>
    by.call('POST', '/v1/access-log/deployed/announcements', {
      body: { release: '2026.12.1', changes: ['code'], from, to },
    });
  expect((await announce('2026-11-26', '2026-11-26', officer)).status).toBe(403);
  expect(await announce('2026-11-20', '2026-11-26')).toMatchObject({ json: { code: 'deployment.notAhead' } });
  expect((await announce('2026-11-26', '2026-11-26')).status).toBe(201);
  await record('two', 'old');
  expect(await findings()).toEqual([]);

  await record('two', 'open to all');
  const [found] = await findings();
  expect(found).toMatchObject({
    kind: 'deployedUnannounced',
    state: 'open',
    evidence: '2026-11-27: policy table trail',
  });
  const { days } = Days.parse((await officer.call('GET', '/v1/access-log/deployed')).json);
  expect(days.map(({ unannounced }) => unannounced)).toEqual([['policy table trail'], undefined, undefined]);
  // Days after it the code is changed by somebody who has announced nothing.
  await record('two', 'open to all');
  await record('three', 'open to all');
  expect((await findings()).map(({ evidence }) => evidence)).toEqual([
    '2026-11-29: code cases',
    '2026-11-27: policy table trail',
  ]);
  const explained = await officer.call(
    'POST',
    `/v1/access-log/witness-findings/${found?.findingId}/explain`,
    {
      body: { result: 'misuse', words: 'Sääntöä ei ole muuttanut kukaan, jolla oli siihen lupa.' },
      version: 1,
    },
  );
  expect(explained.status, explained.body).toBe(200);
  const read = await officer.call('GET', '/v1/access-log/deployed/announcements');
  expect(read.json['announced']).toMatchObject([{ release: '2026.12.1', announcedBy: admin.userId }]);
});

test('no more than half of any thirty days is announced, and none of it more than a month ahead', async () => {
  const world = await testWorld();
  const admin = await world.worker('mainUser', { unitIds: [] });
  const announce = (from: string, to: string) =>
    admin.call('POST', '/v1/access-log/deployed/announcements', {
      body: { release: '2026.12.1', changes: ['policies'], from, to },
    });
  const ahead = { status: 409, json: { code: 'deployment.notAhead' } };
  const tooMuch = { status: 409, json: { code: 'deployment.tooMuch' } };
  expect(await announce('2026-12-26', '2026-12-26')).toMatchObject(ahead);
  expect((await announce('2026-11-24', '2026-12-03')).status).toBe(201);
  expect((await announce('2026-11-26', '2026-11-28')).status, 'days that are announced already').toBe(201);
  expect((await announce('2026-12-10', '2026-12-14')).status).toBe(201);
  expect(await announce('2026-12-23', '2026-12-23')).toMatchObject(tooMuch);
  expect(await announce('2026-12-04', '2026-12-04')).toMatchObject(tooMuch);
  expect((await announce('2026-12-24', '2026-12-25')).status, 'the first day is thirty days before').toBe(
    201,
  );
  world.clock.advance(31 * 24 * 60);
  const both = [announce('2026-12-26', '2027-01-02'), announce('2027-01-03', '2027-01-08')];
  const told = await Promise.all(both);
  expect(
    told.map(({ status }) => status).toSorted((a, b) => a - b),
    'of two at once one finds the turn taken',
  ).toEqual([201, 409]);
});

test('a laptop tells the hash of the sources that it runs, module by module', async () => {
  const parts = await localDeployed();
  expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['code shared', 'code cases']));
  expect(new Set(parts.map(({ text }) => text)).size).toBe(parts.length);
  expect(await localDeployed()).toEqual(parts);
});
