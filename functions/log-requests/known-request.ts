import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext } from '../../shared/act.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { expectMayBeGivenOfPerson } from '../../shared/domain/disclosures/of-person.ts';
import type { LogRequest } from '../../shared/domain/log-requests/model.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
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
 * @throws Refusal where a minor has forbidden giving data to the representative who asks, or may be the one who asks, in
 *   whichever file of the person.
 */
export async function expectMayBeTold(
  context: Pick<ActContext, 'services' | 'actor'>,
  head: ClientHead,
  { asker, relationId }: LogRequest,
): Promise<void> {
  if (asker === 'client') return;
  const files = await filesOf(context.services, context.actor.controller, head);
  const receiver = { kind: 'representative', relationId } as const;
  await expectMayBeGivenOfPerson(context, files, { receiver, namedIn: head.clientId });
}
