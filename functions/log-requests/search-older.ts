import type * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { withNewSearch } from '../../shared/domain/log-requests/older.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId, LogRequestId } from '../../shared/kernel/id.ts';
import type { LogRequestChanged } from './answer-request.ts';
import { knownRequest } from './known-request.ts';

/** Searches again for the oldest lines that an answer gives: what was found the first time is held for some weeks. */
export async function searchOlder(
  context: ActContext,
  { params, version }: { params: { clientId: ClientId; requestId: LogRequestId }; version: number },
): Promise<Answer<z.infer<typeof LogRequestChanged>>> {
  const { clientId, requestId } = params;
  const [request, head] = await Promise.all([knownRequest(context, params), knownClient(context, clientId)]);
  expectVersion(request, version);
  const { put, search } = await withNewSearch(context, head, request);
  return commit(context, {
    changes: [
      { put, when: { version } },
      { put: search, when: 'absent' },
    ],
    line: {
      clients: [clientId],
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
