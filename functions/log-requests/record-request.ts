import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { factsOfAsker } from '../../shared/domain/data-subject-requests/facts-of-asker.ts';
import {
  IdentityResult,
  identityOf,
  judgeIdentity,
} from '../../shared/domain/data-subject-requests/identity.ts';
import { judgeStanding } from '../../shared/domain/data-subject-requests/standing.ts';
import { AskedContent, AskedDays, Asker, RequestChannel } from '../../shared/domain/log-requests/model.ts';
import { recordRequest } from '../../shared/domain/log-requests/record-request.ts';
import { oldestFree } from '../../shared/domain/log-requests/rules.ts';
import { type ClientId, LogRequestId, RelationId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

export const RecordLogRequest = z
  .strictObject({
    receivedOn: LocalDate,
    channel: RequestChannel.exclude(['citizen']),
    asker: Asker,
    /** Which representative asks, as the client's file names the person. */
    relationId: RelationId.optional(),
    /** How who asks was identified, where that was done as the request came. */
    identity: IdentityResult.optional(),
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

/** A worker records a request for log data that came in writing, with who asks and by what right. */
export async function recordLogRequest(
  context: ActContext,
  { params: { clientId }, body }: { params: { clientId: ClientId }; body: z.infer<typeof RecordLogRequest> },
): Promise<Answer<z.infer<typeof LogRequestRecorded>>> {
  const { services, actor, today } = context;
  const { identity: result, asker, ...made } = body;
  const [head, { dataSubjectRequests }] = await Promise.all([
    knownClient(context, clientId),
    settingsOf(services, actor.controller),
  ]);
  const facts = await factsOfAsker(context, head, body);
  const days = body.days ?? { from: oldestFree(body.receivedOn), to: body.receivedOn };
  const identity =
    result === undefined
      ? { state: 'pending' as const }
      : identityOf(result, { today, userId: actor.userId });
  return recordRequest(context, clientId, { ...made, asker, identity, days }, [
    ...judgeStanding({ asker, ...facts }, today),
    ...(result === undefined ? [] : judgeIdentity(result, dataSubjectRequests, '/identity')),
  ]);
}
