import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, LinePart } from '../../shared/act.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { loadSubjectRequest } from '../../shared/domain/data-subject-requests/store.ts';
import { ClientId, SubjectRequestId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const OneRequest = z.strictObject({ clientId: ClientId, requestId: SubjectRequestId });
export type OneRequest = z.infer<typeof OneRequest>;

export const SubjectRequestChanged = z
  .strictObject({ requestId: SubjectRequestId, version: z.int() })
  .meta({ id: 'SubjectRequestChanged' });
export type SubjectRequestChanged = z.infer<typeof SubjectRequestChanged>;

/** A request of a known client. @throws Refusal not found. */
export async function knownRequest(
  context: ActContext,
  { clientId, requestId }: OneRequest,
): Promise<SubjectRequest> {
  const [, request] = await Promise.all([
    knownClient(context, clientId),
    loadSubjectRequest(context, clientId, requestId),
  ]);
  if (request === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  return request;
}

export const lineOfRequest = ({ clientId, requestId, version }: SubjectRequest): LinePart => ({
  clients: [clientId],
  resources: [{ kind: 'subjectRequest', id: requestId, client: clientId, version }],
  dataGroups: ['dataRequests'],
  reasonId: requestId,
});
