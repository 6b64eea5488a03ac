import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { expectMayBeGiven } from '../../shared/domain/disclosures/store.ts';
import { type Bundled, bundleOf } from '../../shared/domain/prints/bundle-of.ts';
import { BUNDLE_DOCUMENTS, BUNDLE_PAGES } from '../../shared/domain/prints/rules.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { DocumentId, RelationId } from '../../shared/kernel/id.ts';
import { Provision, Purpose, RecipientKind } from '../../shared/trail/disclosure.ts';
import { attachmentsFound, lineWith, refuseTooMany } from './attachments-found.ts';
import { documentToPrint, lineOfDocuments } from './document-to-print.ts';
import { fileOfPrints } from './file-of-prints.ts';
import { notesPrinted } from './notes-printed.ts';
import { type EnclosedPages, openAttachments } from './open-attachments.ts';
import { type PrintQuery, refuseOnPage } from './print-query.ts';

export const BundleOrder = z
  .strictObject({
    /** In the order in which they are to stand, each once. */
    documentIds: z
      .array(DocumentId)
      .min(1)
      .max(BUNDLE_DOCUMENTS)
      .refine((ids) => new Set(ids).size === ids.length, 'each document once'),
    /** After each document its attachments: in a PDF only. */
    attachments: z.boolean().default(false),
    /** To whom it is handed out, where it leaves the controller: the line is then of the disclosure log. */
    givenTo: z
      .strictObject({
        recipient: RecipientKind,
        /** Which representative it is: asked where a minor has forbidden giving data to one. */
        relationId: RelationId.optional(),
        purpose: Purpose.extract(['courtProceedings', 'authorityTask', 'partyAccess']),
        provision: Provision,
      })
      .optional(),
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
  refuseOnPage({ form: query.form, attachments: order.attachments });
  const found = await Promise.all(
    order.documentIds.map(async (id) => ({
      ...(await documentToPrint(context, id)),
      heads: await attachmentsFound(context, id),
    })),
  );
  const heads = order.attachments ? found.flatMap((one) => one.heads) : [];
  refuseTooMany(heads);
  const { clientId } = context.file.head;
  const { givenTo } = order;
  if (givenTo?.recipient === 'representative') {
    const { relationId, purpose } = givenTo;
    const receiver = { kind: 'representative', relationId, asParty: purpose === 'partyAccess' } as const;
    const data = found.map(({ document: { documentId: id, serviceTasks } }) => ({
      kind: 'document' as const,
      id,
      serviceTasks,
    }));
    await expectMayBeGiven(context, clientId, receiver, data);
  }
  const line = lineWith(lineOfDocuments(found.map(({ document }) => document)), heads);
  return {
    line: {
      ...line,
      resources: [{ kind: 'client', id: clientId }, ...line.resources],
      dataGroups: ['identity', ...line.dataGroups],
      ...(givenTo === undefined
        ? {}
        : {
            disclosure: {
              on: context.today,
              client: clientId,
              recipient: {
                kind: givenTo.recipient,
                ...(givenTo.relationId === undefined ? {} : { reference: givenTo.relationId }),
              },
              purpose: givenTo.purpose,
              ground: { kind: 'provision', provision: givenTo.provision },
            },
          }),
    },
    body: async () => {
      const enclosed: EnclosedPages = new Map();
      const [facts, prints] = await Promise.all([
        notesPrinted(context, query.language ?? 'fi'),
        Promise.all(found.map(({ open }) => open(query.language))),
      ]);
      const bundled: Bundled[] = [];
      for (const [at, { document, heads: own }] of found.entries()) {
        const print = prints[at];
        if (print === undefined) continue;
        const attachments = order.attachments ? await openAttachments(context, own, enclosed) : own.length;
        bundled.push({ print, documentAt: document.documentAt, attachments });
      }
      const whole = bundleOf(bundled, facts);
      return fileOfPrints(whole.prints, whole.cover, {
        form: query.form,
        name: `nippu-${clientId}`,
        at: context.now,
        mostPages: BUNDLE_PAGES,
        enclosed,
      });
    },
  };
}
