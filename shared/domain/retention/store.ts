import * as z from 'zod';
import type { ClientId, ControllerId, RetentionHoldId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { indexKeys, retentionKeys, SHARDS } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { CaseHead } from '../cases/model.ts';
import { ClientHead } from '../clients/model.ts';
import { IntakeMatter } from '../intake/model.ts';
import { DisposalList, DisposalRow, RetentionHold } from './model.ts';

/** Disposal lists as they are stored, and what is due. No rule lives here. */

type Where = { services: Services; actor: { controller: ControllerId } };
type Asked = { limit: number; after?: LastKey | undefined };

/** Head of a disposal unit: what carries the due month. */
export const UnitHead = z.discriminatedUnion('entity', [ClientHead, CaseHead, IntakeMatter]);
export type UnitHead = z.infer<typeof UnitHead>;

/** What is due in a month, in one of its shards: of next year's as of today's. */
export const dueInMonth = (
  { services, actor: { controller } }: Where,
  { month, shard, limit, after }: Asked & { month: string; shard: number },
): Promise<Page<UnitHead>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi4',
      pk: indexKeys.dueMonth(controller, month, shard),
      limit,
      ...(after === undefined ? {} : { after }),
    },
    UnitHead,
  );

/** All that is due in a month, shard by shard: it reads what is due and nothing else. */
export async function* dueUnits(where: Where, month: string): AsyncGenerator<UnitHead> {
  for (let shard = 0; shard < SHARDS; shard += 1) {
    let after: LastKey | undefined;
    do {
      const page = await dueInMonth(where, { month, shard, limit: 100, after });
      yield* page.items;
      after = page.lastKey;
    } while (after !== undefined);
  }
}

export const loadDisposalList = (
  { services, actor: { controller } }: Where,
  month: string,
): Promise<DisposalList | undefined> =>
  getItem(services.tables, controller, 'records', retentionKeys.list(controller, month), DisposalList);

/** Every list of the controller, the latest first: twelve a year. */
export const loadDisposalLists = ({ services, actor: { controller } }: Where): Promise<DisposalList[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: retentionKeys.lists(controller), descending: true },
    DisposalList,
  );

/** Rows of a list: those with which something is still to be done, or those that are finished. */
export const disposalRows = (
  { services, actor: { controller } }: Where,
  month: string,
  { limit, after, open }: Asked & { open: boolean },
): Promise<Page<DisposalRow>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: retentionKeys.rows(controller, month),
      span: open ? retentionKeys.spans.openRows : retentionKeys.spans.finishedRows,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    DisposalRow,
  );

/** The same, all of them, page by page. */
export async function* allDisposalRows(
  where: Where,
  month: string,
  open: boolean,
): AsyncGenerator<DisposalRow> {
  let after: LastKey | undefined;
  do {
    const page = await disposalRows(where, month, { limit: 100, after, open });
    yield* page.items;
    after = page.lastKey;
  } while (after !== undefined);
}

/** Which of these units stand on one of these lists. */
export const loadDisposalRows = (
  { services, actor: { controller } }: Where,
  asked: readonly { month: string; unitId: string }[],
): Promise<DisposalRow[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    asked.flatMap(({ month, unitId }) =>
      [true, false].map((open) => retentionKeys.row(controller, month, unitId, open)),
    ),
    DisposalRow,
  );

/** What holds back disposal of a client, lifted or not. */
export const loadHolds = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
): Promise<RetentionHold[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: retentionKeys.holds(controller, clientId), span: retentionKeys.spans.holds },
    RetentionHold,
  );

export const loadHold = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  holdId: RetentionHoldId,
): Promise<RetentionHold | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    retentionKeys.hold(controller, clientId, holdId),
    RetentionHold,
  );

/** Whose a matter is, as far as it is known: nobody's when no person of it is a client. */
export const clientsOfMatter = ({ subjects }: Pick<IntakeMatter, 'subjects'>): ClientId[] => [
  ...new Set(subjects.flatMap(({ clientId }) => clientId ?? [])),
];
