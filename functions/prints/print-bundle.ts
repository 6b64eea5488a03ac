import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { coverOfBundle } from '../../shared/domain/prints/cover-of-bundle.ts';
import { BUNDLE_DOCUMENTS, BUNDLE_PAGES } from '../../shared/domain/prints/rules.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { documentToPrint, lineOfDocuments } from './document-to-print.ts';
import { fileOfPrints } from './file-of-prints.ts';
import { notesPrinted } from './notes-printed.ts';
import type { PrintQuery } from './print-query.ts';

export const BundleOrder = z
  .strictObject({
    /** In the order in which they are to stand, each once. */
    documentIds: z
      .array(DocumentId)
      .min(1)
      .max(BUNDLE_DOCUMENTS)
      .refine((ids) => new Set(ids).size === ids.length, 'each document once'),
  })
  .meta({ id: 'BundleOrder' });
type BundleOrder = z.infer<typeof BundleOrder>;

/**
 * Chosen documents of one client as one file with an index: each as this reader may see it. One that the reader may
 * not read refuses the whole, so that no bundle is less than was asked for.
 */
export async function printBundle(
  context: ClientContext,
  { body: order, query }: { body: BundleOrder; query: PrintQuery },
): Promise<Reading<FileAnswer>> {
  const found = await Promise.all(order.documentIds.map((id) => documentToPrint(context, id)));
  const { clientId } = context.file.head;
  const line = lineOfDocuments(found.map(({ document }) => document));
  return {
    line: {
      ...line,
      resources: [{ kind: 'client', id: clientId }, ...line.resources],
      dataGroups: ['identity', ...line.dataGroups],
    },
    body: async () => {
      const [facts, ...prints] = await Promise.all([
        notesPrinted(context, query.language ?? 'fi'),
        ...found.map(async ({ document: { documentAt, attachmentIds }, open }) => ({
          print: await open(query.language),
          documentAt,
          attachments: attachmentIds.length,
        })),
      ]);
      const cover = coverOfBundle(prints, facts);
      return fileOfPrints([cover, ...prints.map(({ print }) => print)], cover, {
        form: query.form,
        name: `nippu-${clientId}`,
        at: context.now,
        mostPages: BUNDLE_PAGES,
      });
    },
  };
}
