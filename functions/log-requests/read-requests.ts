import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { DoorPermitShown, permitShown } from '../../shared/domain/citizens/door-permit.ts';
import { loadDoorPermits } from '../../shared/domain/citizens/door-permit-store.ts';
import { loadMisuses } from '../../shared/domain/log-requests/misuse-store.ts';
import { MisuseHead, misuseHead } from '../../shared/domain/log-requests/misuse-view.ts';
import { ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import {
  loadLogRequests,
  loadWithholdings,
  loadWithholdingsOf,
  ringOfAsker,
} from '../../shared/domain/log-requests/store.ts';
import {
  headOf,
  LogRequestHead,
  LogRequestView,
  openRequest,
  openWithholding,
  WithholdingView,
  withholdingView,
} from '../../shared/domain/log-requests/view.ts';
import { ClientId, LogRequestId } from '../../shared/kernel/id.ts';
import { knownRequest } from './known-request.ts';

export const LogRequestsOfClient = z
  .strictObject({
    clientId: ClientId,
    requests: z.array(LogRequestHead),
    withholdings: z.array(WithholdingView),
    misuse: z.array(MisuseHead),
    /** A minor's permits to the citizens' door. */
    doorPermits: z.array(DoorPermitShown),
  })
  .meta({ id: 'LogRequestsOfClient' });

/**
 * What a client has asked of the log, without a word of it, and what is kept back: in files that were merged into this
 * one too, for it is kept back of the person’s log in all of them.
 */
export async function readLogRequests(
  context: ActContext,
  { params: { clientId } }: { params: { clientId: ClientId } },
): Promise<Reading<z.infer<typeof LogRequestsOfClient>>> {
  const { services, actor } = context;
  const [files, requests, misuses, permits] = await Promise.all([
    knownClient(context, clientId).then((head) => filesOf(services, actor.controller, head)),
    loadLogRequests(context, clientId),
    loadMisuses(context, clientId),
    loadDoorPermits(services.tables, actor.controller, clientId),
  ]);
  const withholdings = await loadWithholdingsOf(context, files);
  return {
    line: {
      clients: [...new Set([clientId, ...withholdings.map((one) => one.clientId)])],
      resources: requests.map(({ requestId }) => ({ kind: 'logRequest', id: requestId, client: clientId })),
      dataGroups: ['accessLog'],
    },
    body: () => ({
      clientId,
      requests: requests.map(headOf),
      withholdings: withholdings.map(withholdingView),
      misuse: misuses.map(misuseHead),
      doorPermits: permits.map(permitShown),
    }),
  };
}

export const LogRequestRead = z
  .strictObject({
    clientId: ClientId,
    ...LogRequestView.shape,
    withheld: z.array(WithholdingView.extend({ words: ReasonWords })),
  })
  .meta({ id: 'LogRequestRead' });

/** One request with its words, its answer and what that answer kept back. */
export async function readLogRequest(
  context: ActContext,
  { params }: { params: { clientId: ClientId; requestId: LogRequestId } },
): Promise<Reading<z.infer<typeof LogRequestRead>>> {
  const { clientId, requestId } = params;
  const [request, withholdings] = await Promise.all([
    knownRequest(context, params),
    loadWithholdings(context, clientId),
  ]);
  return {
    version: request.version,
    line: {
      clients: [clientId],
      resources: [{ kind: 'logRequest', id: requestId, client: clientId, version: request.version }],
      dataGroups: ['accessLog'],
      reasonId: requestId,
    },
    body: async () => {
      const ring = await ringOfAsker(context, clientId);
      const own = withholdings.filter((one) => one.requestId === requestId);
      return {
        clientId,
        ...(await openRequest(ring, request)),
        withheld: await Promise.all(own.map((one) => openWithholding(ring, one))),
      };
    },
  };
}
