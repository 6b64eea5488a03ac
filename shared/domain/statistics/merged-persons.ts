import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import type { ClientId } from '../../kernel/id.ts';
import { type PartitionKey, type SortKey, statisticsKeys } from '../../table/keys.ts';
import { batchGet, queryAll } from '../../table/read.ts';
import type { ClientHead } from '../clients/model.ts';

const isText = (value: unknown): boolean => typeof value === 'string';

/**
 * One person was recorded twice (docs/decisions/0012): what was counted of both is of one, in each year by the hashes of
 * that year. Without a time and a name, so that no two of them are known to be of one merge.
 */
export const MergedPerson = z.strictObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
  entity: z.literal('mergedPerson'),
  schemaVersion: z.literal(1),
  version: z.literal(1),
  into: z.string().regex(/^[0-9a-f]{32}$/),
});
type MergedPerson = z.infer<typeof MergedPerson>;

type Where = Pick<ActContext, 'services'> & { actor: Pick<ActContext['actor'], 'controller'> };

/**
 * So many years are told of: what was counted is often older than the file, as a notification that came before it, and what
 * was asked before the merge may be answered in the year that comes.
 */
const YEARS = 12;

/** Of a merge on a day: the year that comes, and those before it. */
const lastYear = (day: string): number => Number(day.slice(0, 4)) + 1;
const firstYear = (day: string): number => lastYear(day) - YEARS + 1;

/** Of merges from one day to another. */
const yearsOf = (from: string, to: string): string[] =>
  Array.from({ length: lastYear(to) - firstYear(from) + 1 }, (_, nth) => String(firstYear(from) + nth));

async function itemsOf(
  { services, actor: { controller } }: Where,
  { source, into }: { source: ClientId; into: ClientId },
  years: readonly string[],
): Promise<MergedPerson[]> {
  const index = await blindIndex(services, controller);
  return years.map((year) => ({
    ...statisticsKeys.mergedPerson(controller, year, index.personOfYear(year, source)),
    entity: 'mergedPerson',
    schemaVersion: 1,
    version: 1,
    into: index.personOfYear(year, into),
  }));
}

/** What a merge says to the figures. */
export async function countedTogether(
  context: Where & Pick<ActContext, 'today'>,
  source: ClientId,
  into: ClientId,
): Promise<Change[]> {
  const { today } = context;
  const items = await itemsOf(context, { source, into }, yearsOf(today, today));
  return items.map((put) => ({ put, when: 'absent' }));
}

/** What undoing it says: those are taken away that stand, since a merge that was made when the file was, at the earliest. */
export async function countedApart(
  context: Where & Pick<ActContext, 'today'>,
  { clientId: source, createdAt }: ClientHead,
  into: ClientId,
): Promise<Change[]> {
  const { services, actor } = context;
  const items = await itemsOf(context, { source, into }, yearsOf(createdAt, context.today));
  const standing = await batchGet(services.tables, actor.controller, 'records', items, MergedPerson);
  return standing.map(({ pk, sk, version }) => ({ remove: { pk, sk }, when: { version } }));
}

/** Who is counted as whom in these months: a merged person may have been merged into another that was merged since. */
export async function loadMergedPersons(
  { services, actor: { controller } }: Where,
  months: readonly string[],
): Promise<(person: string) => string> {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const found = await Promise.all(
    years.map((year) =>
      queryAll(
        services.tables,
        controller,
        { table: 'records', pk: statisticsKeys.mergedPersonsPartition(controller, year) },
        MergedPerson,
      ),
    ),
  );
  const into = new Map(found.flat().map((item) => [statisticsKeys.personIn(item.sk), item.into]));
  return (person) => {
    let one = person;
    for (let next = into.get(one); next !== undefined; next = into.get(one)) one = next;
    return one;
  };
}
