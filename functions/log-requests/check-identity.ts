import type * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import {
  type CheckIdentity,
  identityOf,
  judgeIdentity,
} from '../../shared/domain/data-subject-requests/identity.ts';
import type { LogRequest } from '../../shared/domain/log-requests/model.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId, LogRequestId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import type { LogRequestChanged } from './answer-request.ts';
import { knownRequest } from './known-request.ts';

/** Who asks has been identified, and how: no log data are given before that (C-22). Answered, it can still be done. */
export async function checkIdentity(
  context: ActContext,
  {
    params,
    body: { result },
    version,
  }: {
    params: { clientId: ClientId; requestId: LogRequestId };
    body: z.infer<typeof CheckIdentity>;
    version: number;
  },
): Promise<Answer<z.infer<typeof LogRequestChanged>>> {
  const { services, actor, now, today } = context;
  const [request, { dataSubjectRequests }] = await Promise.all([
    knownRequest(context, params),
    settingsOf(services, actor.controller),
  ]);
  const { requestId, clientId, state, identity } = request;
  const concerns = [clientId];
  // Over the citizens' door nobody comes who is not known, and who is known is not asked again.
  if (state === 'withdrawn' || request.channel === 'citizen' || identity?.state === 'checked') {
    throw new Refusal(LOG_REQUEST_REFUSALS.notOpen, { concerns });
  }
  expectVersion(request, version);
  const findings = judgeIdentity(result, dataSubjectRequests, '/result');
  if (findings.length > 0) throw new Refusal(LOG_REQUEST_REFUSALS.notValid, { findings, concerns });
  const next: LogRequest = {
    ...request,
    ...changed(request, now, actor.userId),
    identity: identityOf(result, { today, userId: actor.userId }),
    steps: [...request.steps, { step: 'identityChecked', at: now, by: actor.userId }],
  };
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'logRequest', id: requestId, client: clientId, version: next.version }],
      dataGroups: ['accessLog'],
      changedFields: ['identity'],
      reasonId: requestId,
      reasonCode: result,
    },
    answer: { body: { requestId, version: next.version, withholdingIds: [] }, version: next.version },
  });
}
