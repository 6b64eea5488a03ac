import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { CaseId, ClientId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf, type LocalDate, monthOf } from '../../kernel/local-date.ts';
import { clientKeys, indexKeys } from '../../table/keys.ts';
import { batchGet, type LastKey, query, queryAll } from '../../table/read.ts';
import { type CaseHead, tasksEver } from '../cases/model.ts';
import { allClosedCases } from '../cases/store.ts';
import { loadClientFile } from '../clients/file.ts';
import { ClientHead } from '../clients/model.ts';
import type { IntakeMatter } from '../intake/model.ts';
import { loadHandledMatters } from '../intake/of-client.ts';
import { loadMatter } from '../intake/store.ts';
import { ServiceTask } from '../service-tasks.ts';
import { everyFileOf } from './belongings.ts';
import { RetentionClass, type RetentionEvent } from './rules.ts';

/** The events from which periods run, and what else decides on a unit, as they are looked up. */

type Where = Pick<ActContext, 'services' | 'actor' | 'today'>;

export const headsOf = ({ services, actor: { controller } }: Where, clients: readonly ClientId[]) =>
  batchGet(
    services.tables,
    controller,
    'records',
    clients.map((clientId) => clientKeys.head(controller, clientId)),
    ClientHead,
  );

const Made = z.looseObject({ createdAt: Instant });

/**
 * What the file has that is kept longer than the clienthood data, and opens with the same key: permits and denials (12
 * years from the death), and what was disclosed (12 years from it). The file is kept as long as the last of these.
 */
export async function keptBeside(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
): Promise<{ classes: RetentionClass[]; disclosedOn?: LocalDate }> {
  const pk = clientKeys.partition(controller, clientId);
  const { declarations, minorsBans, disclosures } = clientKeys.spans;
  const [declared, banned, disclosed] = await Promise.all(
    [declarations, minorsBans, disclosures].map((span) =>
      query(services.tables, controller, { table: 'records', pk, span, descending: true, limit: 1 }, Made),
    ),
  );
  const [given] = disclosed?.items ?? [];
  return {
    classes: [
      ...((declared?.items.length ?? 0) + (banned?.items.length ?? 0) > 0
        ? (['permitOrDenial'] as const)
        : []),
      ...(given === undefined ? [] : (['log'] as const)),
    ],
    ...(given === undefined ? {} : { disclosedOn: helsinkiDateOf(given.createdAt) }),
  };
}

/** An intake matter that is kept longer opens with the key of its client, which has to be there as long. */
export async function hasLaterMatter(where: Where, clientId: ClientId): Promise<boolean> {
  let after: LastKey | undefined;
  do {
    const page = await loadHandledMatters(where, clientId, { limit: 100, after });
    const heads = await Promise.all(page.items.map(({ matterId }) => loadMatter(where, matterId)));
    if (heads.some((head) => head !== undefined && isKeptLater(head, monthOf(where.today)))) return true;
    after = page.lastKey;
  } while (after !== undefined);
  return false;
}

/** Of family law a hundred and twenty years from a birth that no matter says: without a due month it is not due. */
const isKeptLater = ({ dueMonth, serviceTasks, subjects }: IntakeMatter, month: string): boolean =>
  dueMonth === undefined ? serviceTasks.includes('familyLaw') && !isOfCase({ subjects }) : dueMonth > month;

/** What led to a case, of any of its persons, is kept as long as the case. */
export const isOfCase = ({ subjects }: Pick<IntakeMatter, 'subjects'>): boolean =>
  subjects.some(({ handled }) => handled?.caseId !== undefined);

/** A client may be merged into one that is itself merged later; more in a row than this is a fault of the data. */
const MOST_HOPS = 10;

/** The head and those that it was merged into, one after another: what is said of the person stands in the last. */
export async function headsOfPerson(where: Where, head: ClientHead): Promise<[ClientHead, ...ClientHead[]]> {
  const heads: [ClientHead, ...ClientHead[]] = [head];
  let at = head.mergedInto;
  for (let hop = 0; at !== undefined && hop < MOST_HOPS; hop += 1) {
    const [next] = await headsOf(where, [at]);
    if (next !== undefined) heads.push(next);
    at = next?.mergedInto;
  }
  return heads;
}

/** A death is recorded on the client that remains of a merge. */
export const deathIn = (heads: readonly ClientHead[]): LocalDate | undefined =>
  heads.map(({ diedOn }) => diedOn).findLast((diedOn) => diedOn !== undefined);

/**
 * When the last case of disability services of the person was closed, in whichever file; nothing while one is open. And
 * the heads of these cases.
 */
export async function lastDisabilityCase(
  where: Where,
  head: CaseHead,
  person: readonly ClientHead[],
): Promise<{ closedOn?: LocalDate | undefined; heads: CaseHead[] }> {
  if (!tasksEver(head).includes('disability')) return { heads: [] };
  const { services, actor } = where;
  const remains = person.at(-1)?.clientId ?? head.clientId;
  const cases = await Promise.all(
    (await everyFileOf(where, remains)).map(async (clientId) => {
      const [file, closed] = await Promise.all([
        loadClientFile(services, actor.controller, clientId),
        allClosedCases(where, clientId),
      ]);
      return [...(file?.cases ?? []), ...closed];
    }),
  );
  const heads = cases.flat().filter((one) => tasksEver(one).includes('disability'));
  if (heads.some(({ state }) => state !== 'closed')) return { heads };
  const closedOn = heads
    .flatMap((one) => one.closedOn ?? [])
    .toSorted()
    .at(-1);
  return { closedOn, heads };
}

const Classed = z.looseObject({
  documentClass: RetentionClass,
  documentAt: Instant,
  serviceTasks: z.array(ServiceTask),
});

/**
 * What the documents of a case say of its keeping: those that the annex keeps by a row of their own (permits and denials,
 * decisions on fees, copies of statements) with their events, and the service tasks that any of them was written under.
 * They are sealed under the case, which is therefore kept until the last of them is due.
 */
export async function ownRowsOf(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  caseId: CaseId,
): Promise<{
  classes: RetentionClass[];
  events: Partial<Record<RetentionEvent, LocalDate>>;
  serviceTasks: ServiceTask[];
}> {
  const documents = await queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi4',
      pk: indexKeys.documentsOfCase(controller, clientId, caseId),
      only: [['documentClass'], ['documentAt'], ['serviceTasks']],
    },
    Classed,
  );
  const own = documents.filter(({ documentClass }) => documentClass !== 'document');
  const last = own
    .map(({ documentAt }) => helsinkiDateOf(documentAt))
    .toSorted()
    .at(-1);
  return {
    serviceTasks: [...new Set(documents.flatMap(({ serviceTasks }) => serviceTasks))],
    classes: own.map(({ documentClass }) => documentClass),
    events: last === undefined ? {} : { drawnUp: last, messageDated: last },
  };
}
