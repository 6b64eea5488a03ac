import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import {
  ReceiptContent,
  receiptFacts,
  SourceContent,
  SourceRequest,
  sourceFacts,
} from '../../shared/domain/disclosures/source-request.ts';
import { loadSourceRequests, openReceipt, openSource } from '../../shared/domain/disclosures/source-store.ts';
import { ClientId } from '../../shared/kernel/id.ts';

const shown = {
  sourceRequestId: SourceRequest.shape.sourceRequestId,
  version: SourceRequest.shape.version,
  state: SourceRequest.shape.state,
  ...sourceFacts,
  provision: SourceRequest.shape.provision,
};
/** What of an item may be shown: all else falls away. */
const Shown = z.object(shown);
const ReceiptShown = z.object(receiptFacts);

const SourceRequestView = z
  .strictObject({
    ...shown,
    /** Who asked, or recorded what came. */
    askedBy: z.string(),
    content: SourceContent,
    receipt: z.strictObject({ ...receiptFacts, by: z.string(), content: ReceiptContent }).optional(),
  })
  .meta({ id: 'SourceRequestView' });

export const SourcesOfClient = z
  .strictObject({ clientId: ClientId, requests: z.array(SourceRequestView) })
  .meta({ id: 'SourcesOfClient' });

/** What was asked of others about the client and what came: of whom, when, by whom, on which ground and for what. */
export async function listSources(context: ClientContext): Promise<Reading<z.infer<typeof SourcesOfClient>>> {
  const { clientId } = context.file.head;
  const items = await loadSourceRequests(context, clientId);
  return {
    line: {
      clients: [clientId],
      resources: items.map(({ sourceRequestId: id, version }) => ({
        kind: 'sourceRequest',
        id,
        client: clientId,
        version,
      })),
      dataGroups: ['disclosures'],
    },
    body: async () => {
      const ring = ringOf(context);
      const requests = await Promise.all(
        items.map(async (item) => {
          const [content, receipt] = await Promise.all([openSource(ring, item), openReceipt(ring, item)]);
          return {
            ...Shown.parse(item),
            askedBy: item.createdBy,
            content,
            ...(receipt === undefined || item.receipt === undefined
              ? {}
              : { receipt: { ...ReceiptShown.parse(item.receipt), by: item.receipt.by, content: receipt } }),
          };
        }),
      );
      return { clientId, requests };
    },
  };
}
