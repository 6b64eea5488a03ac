import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import { Sealed } from '../../crypto/sealed.ts';
import { CaseId, ClientId, TaskId, TransferId, UnitId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { indexKeys, type PartitionKey, transferKeys } from '../../table/keys.ts';
import { type Asked, rowsOfUnit } from '../../table/lists.ts';
import { batchGet, getItem, type Page } from '../../table/read.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Asian siirto toiseen yksikköön: proposed by the unit that has the case, accepted or returned by the other. While it
 * is at hand, and until its last day, the other unit may read this one case and answer (docs/decisions/0048).
 */
export const Transfer = storedItem('transfer', {
  transferId: TransferId,
  /** In whose file it lies: of a shared case, the client by whom it was proposed. */
  clientId: ClientId,
  caseId: CaseId,
  serviceTasks: z.array(ServiceTask).max(7),
  fromUnitId: UnitId,
  toUnitId: UnitId,
  proposedBy: UserId,
  proposedOn: LocalDate,
  until: LocalDate,
  state: z.enum(['proposed', 'accepted', 'returned', 'withdrawn']),
  endedOn: LocalDate.optional(),
  /** Why it is proposed, and why it was returned: sealed under the case. */
  reason: Sealed,
  returnReason: Sealed.optional(),
  /** The task by which its proposer was reminded that nobody has answered. */
  reminderId: TaskId.optional(),
  ...inIndexes(2),
});
export type Transfer = z.infer<typeof Transfer>;

export const TransferWords = z.string().trim().min(1).max(2000);

type Where = Pick<ActContext, 'services' | 'actor'>;
type Worded = { pk: PartitionKey; transferId: TransferId; caseId: CaseId };

/** A place of the transfer's own, which does not change when it is over and moves. */
const placeOf = ({ pk, transferId }: Omit<Worded, 'caseId'>, attribute: 'reason' | 'returnReason') =>
  recordPlace({ pk, sk: transferId }, attribute);

export const sealTransferWords = (
  ring: KeyRing,
  of: Worded,
  attribute: 'reason' | 'returnReason',
  words: string,
): Promise<Sealed> => ring.seal(of.caseId, placeOf(of, attribute), 1, words);

export const openTransferWords = (
  ring: KeyRing,
  transfer: Transfer,
  attribute: 'reason' | 'returnReason',
): Promise<string | undefined> => {
  const sealed = transfer[attribute];
  return sealed === undefined
    ? Promise.resolve(undefined)
    : ring.open(sealed, placeOf(transfer, attribute), TransferWords);
};

/** One of a client, at hand or over. */
export async function loadTransfer(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  transferId: TransferId,
): Promise<Transfer | undefined> {
  const [open, ended] = await Promise.all(
    [transferKeys.open, transferKeys.ended].map((keyOf) =>
      getItem(services.tables, controller, 'records', keyOf(controller, clientId, transferId), Transfer),
    ),
  );
  return open ?? ended;
}

/** What was proposed to a unit, the one that runs out first at the top. */
export const transfersToUnit = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<Transfer>> =>
  rowsOfUnit(services, controller, unitId, { span: indexKeys.spans.transfers, ...asked }, Transfer);

/** The same transfers as they stand. */
export const loadTransfers = (
  { services, actor: { controller } }: Where,
  rows: readonly Transfer[],
): Promise<Transfer[]> => batchGet(services.tables, controller, 'records', rows, Transfer);
