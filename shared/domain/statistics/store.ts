import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { sha256Of } from '../../crypto/sha256.ts';
import type { UnitId } from '../../kernel/id.ts';
import { StoredFact } from '../../statistics-fact.ts';
import { type Key, type PartitionKey, type SortKey, statisticsKeys, workKeys } from '../../table/keys.ts';
import { getItem, type LastKey, query, queryAll } from '../../table/read.ts';
import { loadUnits } from '../controllers/store.ts';
import type { MunicipalityOf } from './count.ts';
import { StatisticsEdition } from './edition.ts';
import { monthsOf, type Period } from './periods.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;
const isText = (value: unknown): boolean => typeof value === 'string';

export const FactItem = z.strictObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
  entity: z.literal('fact'),
  schemaVersion: z.literal(1),
  fact: StoredFact,
});

/** What a period's figures rest on. */
export type Facts = { facts: StoredFact[]; read: number; snapshot: string };

/** The facts of a period, without those that were taken back: a partition a month, and never the register. */
export async function loadFacts({ services, actor: { controller } }: Where, period: Period): Promise<Facts> {
  const months = await Promise.all(
    monthsOf(period).map((month) =>
      queryAll(
        services.tables,
        controller,
        { table: 'records', pk: workKeys.factPartition(controller, month) },
        FactItem,
      ),
    ),
  );
  return {
    facts: months.flatMap((items) => {
      const undone = new Set(
        items.flatMap(({ sk, fact }) => (fact.undoes === true ? [workKeys.undoneBy(sk)] : [])),
      );
      return items.flatMap(({ sk, fact }) => (fact.undoes === true || undone.has(sk) ? [] : [fact]));
    }),
    read: months.flat().length,
    snapshot: sha256Of(
      months
        .flat()
        .flatMap(({ pk, sk }) => [pk, sk])
        .join('\n'),
    ),
  };
}

const UNITS_AT_ONCE = 100;

/** Which municipality each unit serves (K-13.2); of a controller of one municipality, that one. */
export async function municipalities(where: Where, own: readonly string[]): Promise<MunicipalityOf> {
  const byUnit = new Map<UnitId, string | undefined>();
  let after: LastKey | undefined;
  do {
    const page = await loadUnits(where, { limit: UNITS_AT_ONCE, after });
    for (const { unit } of page.items) byUnit.set(unit.unitId, unit.municipality);
    after = page.lastKey;
  } while (after !== undefined);
  const [only, another] = own;
  const ofAll = another === undefined ? only : undefined;
  return (unitId) => (unitId === undefined ? ofAll : (byUnit.get(unitId) ?? ofAll));
}

/** The editions of a definition, the latest period first and of a period the latest edition. */
export const loadEditions = (
  { services, actor: { controller } }: Where,
  definitionId: string,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<{ items: StatisticsEdition[]; lastKey?: LastKey }> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.partition(controller, definitionId),
      span: statisticsKeys.spans.all,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    StatisticsEdition,
  );

/** The latest edition of a period, or the one with this number; the first use of it where it was given to several. */
export async function loadEdition(
  { services, actor: { controller } }: Where,
  definitionId: string,
  period: Period,
  edition?: number,
): Promise<StatisticsEdition | undefined> {
  const page = await query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.partition(controller, definitionId),
      span:
        edition === undefined
          ? statisticsKeys.spans.ofPeriod(period)
          : statisticsKeys.spans.ofEdition(period, edition),
      descending: edition === undefined,
      limit: 1,
    },
    StatisticsEdition,
  );
  return page.items[0];
}

/** The edition that was given for one use. */
export const findEdition = (
  { services, actor: { controller } }: Where,
  key: Key,
): Promise<StatisticsEdition | undefined> =>
  getItem(services.tables, controller, 'records', key, StatisticsEdition);
