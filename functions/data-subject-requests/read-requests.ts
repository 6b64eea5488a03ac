import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { loadSubjectRequests } from '../../shared/domain/data-subject-requests/store.ts';
import {
  headOf,
  openRequest,
  SubjectRequestHead,
  SubjectRequestView,
} from '../../shared/domain/data-subject-requests/view.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { knownRequest, lineOfRequest, type OneRequest } from './known-request.ts';

export const SubjectRequestsOfClient = z
  .strictObject({ clientId: ClientId, requests: z.array(SubjectRequestHead) })
  .meta({ id: 'SubjectRequestsOfClient' });

/** What has been asked of a client's data, without a word of it. */
export async function readSubjectRequests(
  context: ActContext,
  { params: { clientId } }: { params: { clientId: ClientId } },
): Promise<Reading<z.infer<typeof SubjectRequestsOfClient>>> {
  const [, requests] = await Promise.all([
    knownClient(context, clientId),
    loadSubjectRequests(context, clientId),
  ]);
  return {
    line: {
      clients: [clientId],
      resources: requests.map(({ requestId }) => ({
        kind: 'subjectRequest',
        id: requestId,
        client: clientId,
      })),
      dataGroups: ['dataRequests'],
    },
    body: () => ({ clientId, requests: requests.map(headOf) }),
  };
}

export const SubjectRequestRead = z
  .strictObject({ clientId: ClientId, ...SubjectRequestView.shape })
  .meta({ id: 'SubjectRequestRead' });

/** One request with its words, what was decided and why. */
export async function readSubjectRequest(
  context: ActContext,
  { params }: { params: OneRequest },
): Promise<Reading<z.infer<typeof SubjectRequestRead>>> {
  const request = await knownRequest(context, params);
  const { clientId } = params;
  return {
    version: request.version,
    line: lineOfRequest(request),
    body: async () => ({ clientId, ...(await openRequest(await ringOfAsker(context, clientId), request)) }),
  };
}
