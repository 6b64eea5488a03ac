import * as z from 'zod';
import { Json } from '../../kernel/json.ts';

/**
 * The minimised copy, as it is sent and as it is kept: the client, the base data that were chosen, and each document and
 * entry without the places that are left out.
 */
export const DisclosedCopy = z
  .strictObject({
    client: z.strictObject({ family: z.string(), given: z.string() }),
    baseData: z.record(z.string(), Json),
    documents: z.array(
      z.strictObject({
        documentId: z.string(),
        version: z.int(),
        definition: z.string(),
        name: z.string(),
        documentAt: z.string(),
        content: z.record(z.string(), Json),
      }),
    ),
    notes: z.array(
      z.strictObject({
        noteId: z.string(),
        version: z.int(),
        entryType: z.string(),
        eventAt: z.string(),
        content: z.record(z.string(), Json),
      }),
    ),
  })
  .meta({ id: 'DisclosedCopy' });
export type DisclosedCopy = z.infer<typeof DisclosedCopy>;
