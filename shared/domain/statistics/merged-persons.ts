import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import type { ClientId } from '../../kernel/id.ts';
import { type PartitionKey, type SortKey, statisticsKeys } from '../../table/keys.ts';
import { batchGet, queryAll } from '../../table/read.ts';
import type { ClientHead } from '../clients/model.ts';

/**
 * One person was recorded twice (docs/decisions/0012): what was counted of both is of one, in each year by the hashes of
 * that year. Without a time and a name, so that no two of them are known to be of one merge.
 */
const isText = (value: unknown): boolean => typeof value === 'string';
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

/** The years in which something may have been counted of a merged client, the latest first: more than a commit holds are left. */
const MOST_YEARS = 12;

function yearsOf({ createdAt, relationship }: ClientHead, today: string): string[] {
  const first = [createdAt, relationship?.startedOn ?? createdAt].toSorted()[0] ?? createdAt;
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: Math.min(to - from + 1, MOST_YEARS) }, (_, nth) => String(to - nth));
}

async function itemsOf(
  { services, actor: { controller }, today }: Where & Pick<ActContext, 'today'>,
  source: ClientHead,
  into: ClientId,
): Promise<MergedPerson[]> {
  const index = await blindIndex(services, controller);
  return yearsOf(source, today).map((year) => ({
    ...statisticsKeys.mergedPerson(controller, year, index.personOfYear(year, source.clientId)),
    entity: 'mergedPerson',
    schemaVersion: 1,
    version: 1,
    into: index.personOfYear(year, into),
  }));
}

/** What a merge says to the figures. */
export const countedTogether = async (
  context: Where & Pick<ActContext, 'today'>,
  source: ClientHead,
  into: ClientId,
): Promise<Change[]> => (await itemsOf(context, source, into)).map((put) => ({ put, when: 'absent' }));

/** What undoing it says: those are taken away that stand, for an older merge said nothing. */
export async function countedApart(
  context: Where & Pick<ActContext, 'today'>,
  source: ClientHead,
  into: ClientId,
): Promise<Change[]> {
  const { services, actor } = context;
  const items = await itemsOf(context, source, into);
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
