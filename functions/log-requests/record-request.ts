import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { loadRelation } from '../../shared/domain/clients/network/store.ts';
import { AskedContent, AskedDays, Asker, RequestChannel } from '../../shared/domain/log-requests/model.ts';
import { recordRequest } from '../../shared/domain/log-requests/record-request.ts';
import { oldestFree } from '../../shared/domain/log-requests/rules.ts';
import { type ClientId, LogRequestId, RelationId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const RecordLogRequest = z
  .strictObject({
    receivedOn: LocalDate,
    channel: RequestChannel.exclude(['citizen']),
    asker: Asker,
    /** Which representative asks, as the client's file names the person. */
    relationId: RelationId.optional(),
    /** The two years before the request arrived, where the client names no days. */
    days: AskedDays.optional(),
    ...AskedContent.shape,
  })
  .meta({ id: 'RecordLogRequest' });

export const LogRequestRecorded = z
  .strictObject({
    requestId: LogRequestId,
    /** The last day of the two months. */
    dueOn: LocalDate,
    /** The answer in which some of the same was given already. */
    repeats: LogRequestId.optional(),
  })
  .meta({ id: 'LogRequestRecorded' });

/** A worker records a request for log data that came in writing. */
export async function recordLogRequest(
  context: ActContext,
  { params: { clientId }, body }: { params: { clientId: ClientId }; body: z.infer<typeof RecordLogRequest> },
): Promise<Answer<z.infer<typeof LogRequestRecorded>>> {
  const [, relation] = await Promise.all([
    knownClient(context, clientId),
    body.relationId === undefined ? undefined : loadRelation(context, clientId, body.relationId),
  ]);
  if (body.relationId !== undefined && relation === undefined) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  }
  const days = body.days ?? { from: oldestFree(body.receivedOn), to: body.receivedOn };
  return recordRequest(context, clientId, { ...body, days });
}
