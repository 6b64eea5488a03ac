import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Withholding } from '../../shared/domain/log-requests/model.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { loadWithholding } from '../../shared/domain/log-requests/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { type ClientId, WithholdingId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';

export const WithholdingLifted = z
  .strictObject({ withholdingId: WithholdingId, version: z.int() })
  .meta({ id: 'WithholdingLifted' });

/** The ground is gone: from now on the client sees what was kept back. */
export async function liftWithholding(
  context: ActContext,
  {
    params: { clientId, withholdingId },
    version,
  }: { params: { clientId: ClientId; withholdingId: WithholdingId }; version: number },
): Promise<Answer<z.infer<typeof WithholdingLifted>>> {
  const { actor, now, today } = context;
  const [, withholding] = await Promise.all([
    knownClient(context, clientId),
    loadWithholding(context, clientId, withholdingId),
  ]);
  const concerns = [clientId];
  if (withholding === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns });
  if (withholding.liftedOn !== undefined) throw new Refusal(LOG_REQUEST_REFUSALS.lifted, { concerns });
  expectVersion(withholding, version);
  const next: Withholding = {
    ...withholding,
    ...changed(withholding, now, actor.userId),
    liftedOn: today,
  };
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'logWithholding', id: withholdingId, client: clientId, version: next.version }],
      dataGroups: ['accessLog'],
      changedFields: ['liftedOn'],
    },
    answer: { body: { withholdingId, version: next.version }, version: next.version },
  });
}
