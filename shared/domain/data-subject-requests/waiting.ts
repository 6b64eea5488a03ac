import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import { AwaitedId, ClientId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { created, storedItem } from '../../table/item.ts';
import { subjectRequestKeys } from '../../table/keys.ts';
import { type LastKey, type Page, query, queryAll } from '../../table/read.ts';

/**
 * The one queue of what persons wait for an answer to: requests of this desk, requests for log data and suspicions of
 * misuse. A row says what waits, of whom, and until when; it is put with what waits and taken away with the answer.
 */
export const WaitingRow = storedItem('logRequestWaiting', {
  kind: z.enum(['logRequest', 'misuse', 'subjectRequest']),
  id: AwaitedId,
  clientId: ClientId,
  /** Left out of the oldest rows: then the day on which the row was put. */
  receivedOn: LocalDate.optional(),
  dueOn: LocalDate,
});
export type WaitingRow = z.infer<typeof WaitingRow>;

type Waits = Pick<WaitingRow, 'kind' | 'id' | 'clientId' | 'receivedOn' | 'dueOn'>;
type Writer = Pick<ActContext, 'actor' | 'now'>;

export const waitingRow = ({ actor: { controller, userId }, now }: Writer, waits: Waits): WaitingRow => ({
  ...subjectRequestKeys.waiting(controller, waits.dueOn, waits.id),
  entity: 'logRequestWaiting',
  ...created(now, userId),
  ...waits,
});

/** Takes a row away: its day is part of its key. */
export const noLongerWaits = (
  { actor: { controller } }: Pick<ActContext, 'actor'>,
  { dueOn, id }: { dueOn: LocalDate; id: AwaitedId },
): Change => ({ remove: subjectRequestKeys.waiting(controller, dueOn, id), when: { version: 1 } });

type Where = Pick<ActContext, 'services' | 'actor'>;

/** What waits for an answer in the whole organisation, the earliest due first. */
export const waitingRequests = (
  { services, actor: { controller } }: Where,
  { limit, after }: { limit: number; after: LastKey | undefined },
): Promise<Page<WaitingRow>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: subjectRequestKeys.queue(controller),
      limit,
      ...(after === undefined ? {} : { after }),
    },
    WaitingRow,
  );

/** All that waits: for the list by age, whose order is not that of the keys. */
export const allWaiting = ({ services, actor: { controller } }: Where): Promise<WaitingRow[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: subjectRequestKeys.queue(controller) },
    WaitingRow,
  );
