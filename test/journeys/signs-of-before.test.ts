import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { lookForSigns } from '../../functions/access-log/look-for-signs.ts';
import { migrateItems } from '../../infra/migrations/run.ts';
import { Sign } from '../../shared/domain/signs/model.ts';
import { openOutcome, sealOutcome, signKeyOf } from '../../shared/domain/signs/store.ts';
import { SignId, UserId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { signKeys } from '../../shared/table/keys.ts';
import { MIGRATIONS } from '../../shared/table/migrations/register.ts';
import { wronglyChanged } from '../../shared/table/migrations/same-seals.ts';
import { upgraded } from '../../shared/table/migrations/upgrade.ts';
import { parseItem } from '../../shared/table/parse-item.ts';
import { dumpOf } from '../support/dump.ts';
import { at } from '../support/retention.ts';
import { testWorld, type World } from '../support/world.ts';

/** Signs that were looked into before they had an end (docs/decisions/0105). */

const folder = mkdtempSync(join(tmpdir(), 'sointu-signs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WORDS = 'Kysytty työntekijältä: kollegan asia.';

/** As the first release wrote it: nothing says by which day it was looked into but its outcomes. */
async function ofBefore(world: World, outcomes: readonly ('explained' | 'misuseSuspected')[]) {
  const { services, controller } = world;
  const where = { services, actor: { controller } } as Parameters<typeof sealOutcome>[0];
  const signId = SignId.parse(newId(services));
  const now = services.clock.now();
  const key = signKeyOf(where, signId);
  const userId = UserId.parse(newId(services));
  const unitId = world.units.families;
  const made = { createdAt: now, createdBy: 'system', updatedAt: now, updatedBy: userId };
  const reviewed = await Promise.all(
    outcomes.map(async (outcome, nth) => ({
      outcome,
      by: userId,
      at: now,
      words: await sealOutcome(where, key, nth, WORDS),
    })),
  );
  const isReviewed = outcomes.length > 0;
  const item = {
    ...key,
    ...made,
    entity: 'sign',
    schemaVersion: 1,
    version: 1 + outcomes.length,
    signId,
    code: 'sameSurname',
    userId,
    unitId,
    on: '2026-11-23',
    numbers: { by: 'name' },
    state: isReviewed ? 'reviewed' : 'open',
    outcomes: reviewed,
    ...(isReviewed ? {} : { g1pk: signKeys.waiting(controller, 'open'), g1sk: signKeys.inOrder(signId) }),
    g2pk: signKeys.unit(controller, unitId),
    g2sk: isReviewed ? signKeys.unitReviewed(signId) : signKeys.unitOpen(signId),
  };
  const { tables } = services;
  await tables.clientOf(controller).send(new PutCommand({ TableName: tables.records, Item: item }));
  return { where, item, signId };
}

test('what was looked into before signs had an end gets one when the items are brought to their newest shape, and what waits does not', async () => {
  const world = await testWorld();
  const explained = await ofBefore(world, ['explained']);
  const suspected = await ofBefore(world, ['explained', 'misuseSuspected']);
  const open = await ofBefore(world, []);
  const left = async () =>
    (await dumpOf(world.services, 'records'))
      .filter(({ entity }) => entity === 'sign')
      .map(({ signId }) => String(signId))
      .toSorted();
  const night = () => lookForSigns(world.services, [world.controller]);

  // Read before it is rewritten it is of the newest shape, with its seals.
  const read = parseItem(Sign, explained.item);
  expect(read).toMatchObject({ schemaVersion: 2, version: 2 });
  const [outcome] = read.outcomes;
  if (outcome === undefined) throw new Error('It has an outcome.');
  expect(await openOutcome(explained.where, read, 0, outcome.words)).toBe(WORDS);
  for (const { item } of [explained, suspected, open])
    expect(wronglyChanged(item, upgraded(item, MIGRATIONS))).toEqual([]);

  await migrateItems({
    services: world.services,
    controllers: [world.controller],
    ranBy: 'operator of the test',
    migrations: MIGRATIONS,
    unitsPerSecond: 100_000,
    progressFile: join(folder, 'run.json'),
    told: () => undefined,
  });
  at(world, '2028-11-23');
  expect(await night()).toMatchObject({ ended: 0 });
  at(world, '2028-11-26');
  expect(await night()).toMatchObject({ ended: 1 });
  expect(await left()).toEqual([suspected.signId, open.signId].toSorted());
  at(world, '2031-11-26');
  expect(await night()).toMatchObject({ ended: 1 });
  expect(await left()).toEqual([open.signId]);
});
