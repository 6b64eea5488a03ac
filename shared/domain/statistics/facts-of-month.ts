import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { GoneFact } from '../../gone-facts.ts';
import { type Key, type SortKey, workKeys } from '../../table/keys.ts';
import { batchGet, queryAll } from '../../table/read.ts';
import { loadCubeHeads, pagesIn, type Where } from './cubes/store.ts';
import { FactItem } from './fact-item.ts';

/** What lies in a month, for whoever holds it against the register (docs/decisions/0127). */

/** Those of the months whose facts were disposed of: their sums stay, and nothing is compared with them any more. */
export const monthsWithoutFacts = async (where: Where, months: Iterable<string>): Promise<Set<string>> =>
  new Set(
    (await loadCubeHeads(where, [...new Set(months)]))
      .filter(({ factsGoneOn }) => factsGoneOn !== undefined)
      .map(({ month }) => month),
  );

/** Hashes of the facts of a month whose things are no more. */
export const goneOfMonth = async (
  { services, actor: { controller } }: Where,
  month: string,
): Promise<Set<string>> =>
  new Set(
    (
      await queryAll(
        services.tables,
        controller,
        {
          table: 'records',
          pk: workKeys.factPartition(controller, month),
          span: workKeys.goneFactSpan,
        },
        GoneFact,
      )
    ).map(({ sk }) => workKeys.aboutIn(sk)),
  );

export type FactLying = {
  item: FactItem;
  /** The hash of what it is about, or of what it takes back; a fact without one was written before facts had names. */
  about: string | undefined;
};

/** Every fact of a month as it lies, taken back or not, a page at a time. */
export async function* factsLying(where: Where, month: string): AsyncGenerator<FactLying[], undefined> {
  const { named, undoing, others } = workKeys.factSpans;
  for (const span of [named, undoing]) {
    for await (const page of pagesIn(where, month, span)) {
      yield page.map((item) => ({ item, about: workKeys.aboutIn(item.sk) }));
    }
  }
  for await (const page of pagesIn(where, month, others)) {
    yield page.map((item) => ({ item, about: undefined }));
  }
  return undefined;
}

export const nameOfKey = ({ pk, sk }: { pk: string; sk: SortKey }): string => `${pk} ${sk}`;

/** Which of these are stored: facts, and marks that a thing is no more. */
export async function loadFacts(
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  keys: readonly Key[],
): Promise<Map<string, FactItem | GoneFact>> {
  const found = await batchGet(
    services.tables,
    controller,
    'records',
    keys,
    z.discriminatedUnion('entity', [FactItem, GoneFact]),
  );
  return new Map(found.map((item) => [nameOfKey(item), item]));
}
