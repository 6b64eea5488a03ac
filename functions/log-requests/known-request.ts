import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext } from '../../shared/act.ts';
import { expectMayBeGiven } from '../../shared/domain/disclosures/store.ts';
import type { LogRequest } from '../../shared/domain/log-requests/model.ts';
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

/** @throws Refusal where a minor has forbidden giving data to the representative who asks, or may be the one who asks. */
export const expectMayBeTold = (
  context: Pick<ActContext, 'services' | 'actor'>,
  { clientId, asker, relationId }: LogRequest,
): Promise<void> =>
  expectMayBeGiven(
    context,
    clientId,
    asker === 'client' ? { kind: 'client' } : { kind: 'representative', relationId },
  );
