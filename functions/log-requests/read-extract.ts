import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { extractOf, type LogExtract } from '../../shared/domain/log-requests/extract.ts';
import { olderOf } from '../../shared/domain/log-requests/older.ts';
import { pageForExtract } from '../../shared/domain/log-requests/page-for-extract.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import type { ClientId, LogRequestId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { expectMayBeTold, knownRequest } from './known-request.ts';

export const ExtractQuery = z.strictObject({ cursor: z.string().max(2000).optional() });

/** What an answered request gives: the lines of its days, with the proofs that they stand in the sealed log. */
export async function readExtract(
  context: ActContext,
  {
    params,
    query: { cursor },
  }: { params: { clientId: ClientId; requestId: LogRequestId }; query: z.infer<typeof ExtractQuery> },
): Promise<Reading<LogExtract>> {
  const { clientId, requestId } = params;
  const [after, request, head] = await Promise.all([
    openCursor(context, requestId, cursor),
    knownRequest(context, params),
    knownClient(context, clientId),
  ]);
  const { given } = request;
  if (given === undefined) throw new Refusal(LOG_REQUEST_REFUSALS.nothingGiven, { concerns: [clientId] });
  await expectMayBeTold(context, head, request);
  const older = await olderOf(context, request);
  const { page, about } = await pageForExtract(context, head, given, after, older);
  const oldest = page.lines.at(-1)?.event.eventTime;
  const next = await sealCursor(context, requestId, page.next);
  const extract = await extractOf(context, { ...about, ...(next === undefined ? {} : { next }) }, page);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'logRequest', id: requestId, client: clientId }],
      dataGroups: ['accessLog'],
      ...(oldest === undefined ? {} : { historyFrom: oldest }),
    },
    body: () => extract,
  };
}
