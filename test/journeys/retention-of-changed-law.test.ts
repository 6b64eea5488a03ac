import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';
import { RETENTION_RULES } from '../../shared/domain/retention/annex.ts';
import type { RetentionRule } from '../../shared/domain/retention/rules.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { aPost } from '../support/decisions.ts';
import { dumpOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import { done } from '../support/matters.ts';
import { at, closedFile, gathered, officials, rowsOf } from '../support/retention.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** The retention clock when the law itself changes its periods: an invented act, enacted in 2026 and in force from 2028. */

const AS_IT_IS = [...RETENTION_RULES];
/** The rows themselves are changed, and put back: all that counts reads them anew. */
function become(rules: readonly RetentionRule[]): void {
  const rows = RETENTION_RULES as RetentionRule[];
  rows.splice(0, rows.length, ...rules);
}
afterEach(() => become(AS_IT_IS));

const ENACTED = 'keksitty laki 1/2026';
const enact = (more: Partial<RetentionRule>): void =>
  become(
    AS_IT_IS.flatMap((rule) =>
      rule.serviceTasks?.includes('workingAge') === true
        ? [
            { ...rule, validity: { ...rule.validity, to: LocalDate.parse('2027-12-31') } },
            { ...rule, source: ENACTED, validity: { from: LocalDate.parse('2028-01-01') }, ...more },
          ]
        : [rule],
    ),
  );

const Due = z.object({ units: z.array(z.looseObject({ unitId: z.string() })), next: z.string().optional() });
/** What stands in a month to come, of all its pages. */
async function dueIn(archivist: Worker, month: string): Promise<string[]> {
  const found: string[] = [];
  let cursor = '';
  do {
    const page = Due.parse(done(await archivist.call('GET', `/v1/retention/due/${month}${cursor}`)));
    found.push(...page.units.map(({ unitId }) => unitId));
    cursor = page.next === undefined ? '' : `?cursor=${page.next}`;
  } while (cursor !== '');
  return found;
}

const caseOf = async (world: World, caseId: string) =>
  (await dumpOf(world.services, 'records')).find(
    (item) => item['entity'] === 'case' && item['caseId'] === caseId,
  );

test('a longer period that is enacted to come moves old matters to their new month in the night after, others stay untouched, and the list names the new law', async () => {
  const world = await testWorld();
  const { archivist } = await officials(world);
  const adult = await closedFile(world, { nth: 901 });
  const family = await closedFile(world, { nth: 902, tasks: ['families'], name: 'Toinen Tiina' });
  const unitId = `case-${adult.caseId}-${adult.clientId}`;
  at(world, '2026-11-25');
  expect(await gathered(world)).toMatchObject({ moved: 0, failed: 0 });
  expect(await dueIn(archivist, '2036-12')).toEqual([unitId]);
  const before = await caseOf(world, family.caseId);

  enact({ years: 15 });
  at(world, '2026-11-26');
  expect(await gathered(world)).toMatchObject({ moved: 1, failed: 0 });
  expect(await dueIn(archivist, '2036-12')).toEqual([]);
  expect(await dueIn(archivist, '2041-12')).toEqual([unitId]);
  expect(await caseOf(world, family.caseId)).toEqual(before);
  // The rules tell of what is to come, and of what has ended nothing.
  const told = async () => JSON.stringify((await archivist.call('GET', '/v1/retention/rules')).json['law']);
  expect(await told()).toContain(ENACTED);
  expect(await told()).toContain('"to":"2027-12-31"');
  at(world, '2028-01-01');
  expect(await told()).not.toContain('"to":"2027-12-31"');
  // Counted once: another night has nothing to do.
  expect(await gathered(world)).toMatchObject({ moved: 0, listed: 0 });

  at(world, '2036-12-05');
  expect(await gathered(world)).toMatchObject({ listed: 0 });
  at(world, '2041-12-05');
  expect(await gathered(world)).toMatchObject({ listed: 1, failed: 0 });
  expect(await rowsOf(archivist, '2041-12')).toMatchObject([
    { unitId, reasons: [{ source: ENACTED, years: 15, event: 'caseClosed' }] },
  ]);
});

test('a shorter period is due from its first day and no earlier, and one for later matters alone leaves old ones as they were', async () => {
  const world = await testWorld();
  const { archivist } = await officials(world);
  const { caseId, clientId } = await closedFile(world);
  const unitId = `case-${caseId}-${clientId}`;
  at(world, '2026-11-25');
  await gathered(world);
  enact({ years: 5, reaches: 'eventsFrom' });
  expect(await gathered(world)).toMatchObject({ moved: 0, failed: 0 });
  expect(await dueIn(archivist, '2036-12')).toEqual([unitId]);
  enact({ years: 0 });
  expect(await gathered(world)).toMatchObject({ moved: 1, failed: 0 });
  expect(await dueIn(archivist, '2028-01')).toEqual([unitId]);
  at(world, '2027-12-31');
  expect(await gathered(world)).toMatchObject({ listed: 0 });
  at(world, '2028-01-01');
  expect(await gathered(world)).toMatchObject({ listed: 1 });
});

test('what waited for another event, and so stood in no month, is found; a night that is cut short is done by the next', async () => {
  const world = await testWorld();
  const { archivist } = await officials(world);
  await aPost(world, await world.worker('mainUser'));
  enact({ event: 'clientDied', years: 2, validity: { from: LocalDate.parse('2024-01-01') } });
  const { caseId, clientId } = await closedFile(world);
  const unitId = `case-${caseId}-${clientId}`;
  at(world, '2026-11-25');
  await gathered(world);
  become(AS_IT_IS);
  at(world, '2026-11-26');
  const { mend } = betweenStore(world.services, (call) => {
    if (call.name === 'TransactWriteCommand') throw named('Killed');
    return call.send();
  });
  expect(await gathered(world)).toMatchObject({ moved: 0 });
  mend();
  await gathered(world);
  expect(await dueIn(archivist, '2036-12')).toEqual([unitId]);
});

test('a matter that could not be counted again is counted by a later night, however far the one before went on', async () => {
  const world = await testWorld();
  const { archivist } = await officials(world);
  const { caseId, clientId } = await closedFile(world);
  const unitId = `case-${caseId}-${clientId}`;
  at(world, '2026-11-25');
  await gathered(world);
  enact({ years: 15 });
  at(world, '2026-11-26');
  // What is laid down of the way is written too, so that the one commit of the matter is refused by its table alone.
  let isFailed = false;
  const { mend } = betweenStore(world.services, (call) => {
    const isOfCase =
      call.name === 'TransactWriteCommand' && call.written.some(({ entity }) => entity === 'case');
    if (!isOfCase || isFailed) return call.send();
    isFailed = true;
    throw named('Throttled');
  });
  expect(await gathered(world)).toMatchObject({ moved: 0, failed: 1 });
  mend();
  expect(await dueIn(archivist, '2036-12')).toEqual([unitId]);
  expect(await gathered(world)).toMatchObject({ moved: 1, failed: 0 });
  expect(await dueIn(archivist, '2041-12')).toEqual([unitId]);
});
