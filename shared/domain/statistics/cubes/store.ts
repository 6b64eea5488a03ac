import * as z from 'zod';
import type { ActContext } from '../../../act.ts';
import { growingSha256, sha256Of } from '../../../crypto/sha256.ts';
import type { StoredFact } from '../../../statistics-fact.ts';
import { type SortKey, statisticsKeys, workKeys } from '../../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../../table/read.ts';
import { FactItem } from '../fact-item.ts';
import { cubeOfMonth } from './build.ts';
import type { Cube } from './cube.ts';
import { type Lists, newLists } from './lists.ts';
import { LateFacts, StatisticsCube, StatisticsCubePart } from './model.ts';
import { unpackedCube } from './pack.ts';

export type Where = Pick<ActContext, 'services'> & { actor: Pick<ActContext['actor'], 'controller'> };

/** A month as its cube, and the facts that it is of: how many, and a hash of their names. */
export type MonthCounted = { cube: Cube; facts: number; snapshot: string };

/** So many facts are read at once: what an answer is taken apart into is many times what it is, and several are at hand. */
const FACTS_READ = 1000;

/** Facts of a part of a month, in the order of their names: a page at a time, while the next is on its way. */
export async function* pagesIn(
  { services, actor: { controller } }: Where,
  month: string,
  span: (typeof workKeys.factSpans)[keyof typeof workKeys.factSpans],
): AsyncGenerator<FactItem[], undefined> {
  const pk = workKeys.factPartition(controller, month);
  const question = { table: 'records', pk, span, limit: FACTS_READ } as const;
  const ask = (after?: LastKey): Promise<Page<FactItem>> =>
    query(services.tables, controller, after === undefined ? question : { ...question, after }, FactItem);
  let asked: Promise<Page<FactItem>> | undefined = ask();
  while (asked !== undefined) {
    const { items, lastKey }: Page<FactItem> = await asked;
    asked = lastKey === undefined ? undefined : ask(lastKey);
    // Who reads no further is not told that the page after could not be had; who does is.
    asked?.catch(() => undefined);
    yield items;
  }
  return undefined;
}

/** What takes a fact back, one after another, each with the name of what it takes back. */
async function* undoingIn(
  where: Where,
  month: string,
): AsyncGenerator<{ item: FactItem; undone: SortKey }, undefined> {
  for await (const page of pagesIn(where, month, workKeys.factSpans.undoing)) {
    for (const item of page) yield { item, undone: workKeys.undoneBy(item.sk) };
  }
  return undefined;
}

/**
 * The facts of a month a page at a time, without those that were taken back. What may be taken back and what takes back
 * lie in the same order, so that the two are read beside each other and never held. `seen` is told of every one, in an
 * order that no page's length changes.
 */
export async function* standingFacts(
  where: Where,
  month: string,
  seen: (item: FactItem) => void = () => undefined,
): AsyncGenerator<StoredFact[], undefined> {
  const { named, others } = workKeys.factSpans;
  for await (const page of pagesIn(where, month, others)) {
    for (const item of page) seen(item);
    yield page.map(({ fact }) => fact);
  }
  const undoing = undoingIn(where, month);
  let undo = (await undoing.next()).value;
  for await (const page of pagesIn(where, month, named)) {
    const standing: StoredFact[] = [];
    for (const item of page) {
      seen(item);
      while (undo !== undefined && undo.undone < item.sk) {
        seen(undo.item);
        undo = (await undoing.next()).value;
      }
      if (undo?.undone !== item.sk) standing.push(item.fact);
    }
    yield standing;
  }
  for (; undo !== undefined; undo = (await undoing.next()).value) seen(undo.item);
  return undefined;
}

/**
 * Counts a month from its facts, and where they were disposed of by what was counted before. The facts are read a page at
 * a time: what stays of them is the cube.
 */
export async function countMonth(where: Where, month: string, lists = newLists()): Promise<MonthCounted> {
  const [head] = await loadCubeHeads(where, [month]);
  if (head?.factsGoneOn !== undefined) {
    const kept = await loadCube(where, month, lists);
    if (kept === undefined) throw new Error('The sums of a month without facts are not whole.');
    return kept;
  }
  const building = cubeOfMonth(month, lists);
  const names = growingSha256();
  let facts = 0;
  let waiting = '';
  const standing = standingFacts(where, month, ({ sk }) => {
    facts += 1;
    waiting += `${sk}\n`;
  });
  for await (const page of standing) {
    for (const fact of page) building.add(fact);
    names.add(waiting);
    waiting = '';
  }
  names.add(waiting);
  return { cube: building.cube(), facts, snapshot: names.hex() };
}

/** Marks of facts that came to months that were over, and that no cube holds yet. */
export const loadLateFacts = ({ services, actor: { controller } }: Where): Promise<LateFacts[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: statisticsKeys.lateFactsPartition(controller) },
    LateFacts,
  );

/** Heads of the cubes of these months: those that have one. */
export const loadCubeHeads = (
  { services, actor: { controller } }: Where,
  months: readonly string[],
): Promise<StatisticsCube[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    months.map((month) => statisticsKeys.cube(controller, month)),
    StatisticsCube,
  );

/** All parts that lie at a month, of whatever making. */
export const loadCubeParts = (
  { services, actor: { controller } }: Where,
  month: string,
  makingId?: string,
): Promise<StatisticsCubePart[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.cubePartition(controller, month),
      span:
        makingId === undefined ? statisticsKeys.spans.parts : statisticsKeys.spans.partsOfMaking(makingId),
    },
    StatisticsCubePart,
  );

/** The cube of a month as it is stored; nothing where there is none, or where its parts are being replaced. */
export async function loadCube(where: Where, month: string, lists: Lists): Promise<MonthCounted | undefined> {
  const { services, actor } = where;
  const head = await getItem(
    services.tables,
    actor.controller,
    'records',
    statisticsKeys.cube(actor.controller, month),
    StatisticsCube,
  );
  if (head === undefined) return undefined;
  const parts = (await loadCubeParts(where, month, head.makingId)).map(({ bytes }) => bytes);
  if (hashOf(parts) !== head.sha256) return undefined;
  return { cube: unpackedCube(parts, lists), facts: head.facts, snapshot: head.snapshot };
}

export function hashOf(parts: readonly Uint8Array[]): string {
  const hash = growingSha256();
  for (const part of parts) hash.add(part);
  return hash.hex();
}

/** Whether anything at all was done in a month. */
export async function hasFacts({ services, actor: { controller } }: Where, month: string): Promise<boolean> {
  const { items } = await query(
    services.tables,
    controller,
    { table: 'records', pk: workKeys.factPartition(controller, month), limit: 1, only: [['sk']] },
    z.strictObject({ sk: z.string() }),
  );
  return items.length > 0;
}

/** One hash over the months of a period. */
export const snapshotOf = (months: readonly MonthCounted[]): string =>
  sha256Of(months.map(({ cube, snapshot }) => `${cube.month} ${snapshot}`).join('\n'));
