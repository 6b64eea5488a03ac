import type * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { noLongerWaits } from '../../shared/domain/data-subject-requests/waiting.ts';
import type { LogRequest } from '../../shared/domain/log-requests/model.ts';
import type { ClientId, LogRequestId } from '../../shared/kernel/id.ts';
import { changed } from '../../shared/table/item.ts';
import { expectOpen, type LogRequestChanged } from './answer-request.ts';
import { knownRequest } from './known-request.ts';

/** The client no longer asks: the request stays on record and leaves the queue. */
export async function withdrawLogRequest(
  context: ActContext,
  { params, version }: { params: { clientId: ClientId; requestId: LogRequestId }; version: number },
): Promise<Answer<z.infer<typeof LogRequestChanged>>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectOpen(request, version);
  const { requestId, clientId } = request;
  const next: LogRequest = {
    ...request,
    ...changed(request, now, actor.userId),
    state: 'withdrawn',
    steps: [...request.steps, { step: 'withdrawn', at: now, by: actor.userId }],
  };
  return commit(context, {
    changes: [
      { put: next, when: { version: request.version } },
      noLongerWaits(context, { dueOn: request.dueOn, id: requestId }),
    ],
    line: {
      clients: [clientId],
      resources: [{ kind: 'logRequest', id: requestId, client: clientId, version: next.version }],
      dataGroups: ['accessLog'],
      changedFields: ['state'],
    },
    facts: [{ kind: 'logRequestWithdrawn', on: today, code: request.channel }],
    answer: { body: { requestId, version: next.version, withholdingIds: [] }, version: next.version },
  });
}
