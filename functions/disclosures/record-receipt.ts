import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { SOURCE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { sourceFinding } from '../../shared/domain/disclosures/source-finding.ts';
import {
  ReceiptContent,
  receiptFacts,
  type SourceRequest,
} from '../../shared/domain/disclosures/source-request.ts';
import { loadSourceRequest, sealReceipt } from '../../shared/domain/disclosures/source-store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { SourceRequestId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { changed } from '../../shared/table/item.ts';
import type { SourceRequestChanged } from './ask-source.ts';
import { OneClient } from './one-client.ts';

export const OneSourceRequest = OneClient.extend({ sourceRequestId: SourceRequestId });

export const RecordReceipt = z
  .strictObject({ ...receiptFacts, ...ReceiptContent.shape })
  .meta({ id: 'RecordReceipt' });

/** The entry of what came (703/2023 § 39): what, from whom, when; who asked and on which ground stands with the request. */
export async function recordReceipt(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneSourceRequest>; body: z.infer<typeof RecordReceipt>; version: number },
): Promise<Answer<z.infer<typeof SourceRequestChanged>>> {
  const { file, actor, now, today } = context;
  const { clientId } = file.head;
  const item = await loadSourceRequest(context, clientId, params.sourceRequestId);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (item.state !== 'open') throw new Refusal(SOURCE_REFUSALS.answered);
  expectVersion(item, version);
  refuseErrors(SOURCE_REFUSALS.notValid, [
    ...(body.on > today ? [sourceFinding('byToday', '/body/on')] : []),
    ...(body.on < item.on ? [sourceFinding('receiptLater', '/body/on')] : []),
  ]);
  const { received, givenBy, ...facts } = body;
  const head = changed(item, now, actor.userId);
  const content = ReceiptContent.parse({ received, givenBy });
  const next: SourceRequest = {
    ...item,
    ...head,
    state: 'answered',
    receipt: {
      ...facts,
      at: now,
      by: actor.userId,
      content: await sealReceipt(ringOf(context), item, head.version, content),
    },
  };
  const { sourceRequestId } = item;
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'sourceRequest', id: sourceRequestId, client: clientId, version: next.version }],
      dataGroups: ['disclosures'],
      changedFields: ['receipt'],
      reasonId: sourceRequestId,
      reasonCode: body.outcome,
    },
    answer: { body: { sourceRequestId, version: next.version, state: 'answered' }, version: next.version },
  });
}
