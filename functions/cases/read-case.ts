import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { openCases } from '../../shared/domain/cases/store.ts';
import { CaseView } from '../../shared/domain/cases/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { clientsOfCase } from './clients-of-case.ts';
import { findCase } from './find-case.ts';
import type { OneCase } from './one-case.ts';

export const OneCaseView = z
  .strictObject({
    clientId: ClientId,
    ...CaseView.shape,
    /** The others of a shared case whom the worker may know of. */
    otherClients: z.array(
      z.strictObject({
        clientId: ClientId,
        joinedAt: Instant,
        ...ClientLabel.omit({ former: true }).shape,
      }),
    ),
  })
  .meta({ id: 'OneCaseView' });

/** A case, active or closed, with the other clients of it. */
export async function readCase(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneCase> },
): Promise<Reading<z.infer<typeof OneCaseView>>> {
  const item = await findCase(context, params.caseId);
  const otherClients = await clientsOfCase(context, item);
  const { clientId, caseId, version, serviceTasks } = item;
  return {
    version,
    line: {
      clients: [clientId, ...otherClients.map((other) => other.clientId)],
      resources: [
        { kind: 'case', id: caseId, client: clientId, version, serviceTasks },
        ...otherClients.map((other) => ({ kind: 'client' as const, id: other.clientId })),
      ],
      dataGroups: ['case', ...(otherClients.length > 0 ? ['identity' as const] : [])],
    },
    body: async () => {
      const [view] = await openCases(ringOf(context), [item]);
      if (view === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      return { clientId, ...view, otherClients };
    },
  };
}
