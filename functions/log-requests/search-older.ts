import type * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { LogRequest } from '../../shared/domain/log-requests/model.ts';
import { searchOfOlder } from '../../shared/domain/log-requests/older.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId, LogRequestId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import type { LogRequestChanged } from './answer-request.ts';
import { knownRequest } from './known-request.ts';

/** Searches again for the oldest lines that an answer gives: what was found the first time is held for some weeks. */
export async function searchOlder(
  context: ActContext,
  { params, version }: { params: { clientId: ClientId; requestId: LogRequestId }; version: number },
): Promise<Answer<z.infer<typeof LogRequestChanged>>> {
  const { clientId, requestId } = params;
  const [request, head] = await Promise.all([knownRequest(context, params), knownClient(context, clientId)]);
  const concerns = [clientId];
  if (request.given === undefined) throw new Refusal(LOG_REQUEST_REFUSALS.nothingGiven, { concerns });
  expectVersion(request, version);
  const search = await searchOfOlder(context, head, request.given);
  if (search === undefined) throw new Refusal(LOG_REQUEST_REFUSALS.notOlder, { concerns });
  const put: LogRequest = {
    ...request,
    ...changed(request, context.now, context.actor.userId),
    older: search.searchId,
  };
  return commit(context, {
    changes: [
      { put, when: { version } },
      { put: search, when: 'absent' },
    ],
    line: {
      clients: concerns,
      resources: [
        { kind: 'logRequest', id: requestId, client: clientId, version: put.version },
        { kind: 'accessLog', id: search.searchId, client: clientId },
      ],
      dataGroups: ['accessLog'],
      changedFields: ['search'],
    },
    answer: { body: { requestId, version: put.version, withholdingIds: [] }, version: put.version },
  });
}
