import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext } from '../../shared/act.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { factsOfAsker } from '../../shared/domain/data-subject-requests/facts-of-asker.ts';
import { judgeStanding } from '../../shared/domain/data-subject-requests/standing.ts';
import { expectMayBeGivenOfPerson } from '../../shared/domain/disclosures/of-person.ts';
import { asksForOneself, isIdentified, type LogRequest } from '../../shared/domain/log-requests/model.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { loadLogRequest } from '../../shared/domain/log-requests/store.ts';
import type { ClientId, LogRequestId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** A request of a known client. @throws Refusal not found. */
export async function knownRequest(
  context: ActContext,
  { clientId, requestId }: { clientId: ClientId; requestId: LogRequestId },
): Promise<LogRequest> {
  const [, request] = await Promise.all([
    knownClient(context, clientId),
    loadLogRequest(context, clientId, requestId),
  ]);
  if (request === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  return request;
}

/**
 * Whatever log data leave pass here: who asks has been identified (C-22), the right to act for the client still stands,
 * and no minor has forbidden giving data to the representative who asks, or may be the one who asks, in whichever file of
 * the person. Custody ends and a child comes of age between the request and the answer, and after it.
 * @throws Refusal
 */
export async function expectMayBeTold(
  context: ActContext,
  head: ClientHead,
  request: LogRequest,
): Promise<void> {
  const concerns = [head.clientId];
  if (!isIdentified(request)) throw new Refusal(LOG_REQUEST_REFUSALS.identityPending, { concerns });
  const { asker, relationId } = request;
  if (asksForOneself(asker)) return;
  const facts = await factsOfAsker(context, head, request);
  if (judgeStanding({ asker, ...facts }, context.today).length > 0) {
    throw new Refusal(LOG_REQUEST_REFUSALS.rightEnded, { concerns });
  }
  const files = await filesOf(context.services, context.actor.controller, head);
  const receiver = { kind: 'representative', relationId } as const;
  await expectMayBeGivenOfPerson(context, files, { receiver, namedIn: head.clientId });
}
