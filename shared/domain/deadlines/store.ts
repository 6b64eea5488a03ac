import type { ActContext } from '../../act.ts';
import type { ClientId, DeadlineId } from '../../kernel/id.ts';
import { clientKeys, deadlineKeys, type PartitionKey } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { Deadline, type DeadlineSubject } from './model.ts';
import type { RuleKey } from './norms/norms.ts';

/** How the deadlines of a client, or of an intake matter, are found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Those that run or stand still: a handful, read beside the other reads of an act that meets one of them. */
export const loadOpenDeadlines = (where: Where, clientId: ClientId): Promise<Deadline[]> =>
  loadDeadlinesIn(where, clientKeys.partition(where.actor.controller, clientId));

/** The same of the partition of an intake matter. */
export const loadDeadlinesIn = (
  { services, actor: { controller } }: Where,
  pk: PartitionKey,
): Promise<Deadline[]> =>
  queryAll(services.tables, controller, { table: 'records', pk, span: deadlineKeys.spans.open }, Deadline);

/** Those of an intake matter that have ended: a handful. */
export const loadEndedIn = (
  { services, actor: { controller } }: Where,
  pk: PartitionKey,
): Promise<Deadline[]> =>
  queryAll(services.tables, controller, { table: 'records', pk, span: deadlineKeys.spans.ended }, Deadline);

/** Those of a client that have ended: some tens in a lifetime. Read where a day is put right on which they hang. */
export const loadEndedOfClient = (where: Where, clientId: ClientId): Promise<Deadline[]> =>
  loadEndedIn(where, clientKeys.partition(where.actor.controller, clientId));

/** A page of those that run, or of those that have ended, the latest begun first. */
export const deadlinesOfClient = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { ended, limit, after }: { ended: boolean; limit: number; after?: LastKey | undefined },
): Promise<Page<Deadline>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: ended ? deadlineKeys.spans.ended : deadlineKeys.spans.open,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    Deadline,
  );

/** One of a client, running or ended. */
export const loadDeadline = (
  where: Where,
  clientId: ClientId,
  deadlineId: DeadlineId,
): Promise<Deadline | undefined> =>
  loadDeadlineIn(where, clientKeys.partition(where.actor.controller, clientId), deadlineId);

/** The same of the partition of an intake matter. */
export async function loadDeadlineIn(
  { services, actor: { controller } }: Where,
  pk: PartitionKey,
  deadlineId: DeadlineId,
): Promise<Deadline | undefined> {
  const places = [deadlineKeys.open(pk, deadlineId), deadlineKeys.ended(pk, deadlineId)];
  const [open, ended] = await Promise.all(
    places.map((key) => getItem(services.tables, controller, 'records', key, Deadline)),
  );
  return open ?? ended;
}

/** The one that an act meets: of this rule and, where several run, of this subject. */
export const deadlineOf = (
  deadlines: readonly Deadline[],
  of: { rule: RuleKey; subject?: DeadlineSubject },
): Deadline | undefined =>
  deadlines.find(
    ({ rule, subject }) =>
      rule === of.rule &&
      (of.subject === undefined || (subject.kind === of.subject.kind && subject.id === of.subject.id)),
  );
