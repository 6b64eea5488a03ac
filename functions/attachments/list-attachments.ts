import * as z from 'zod';
import { usableAttachments } from '../../shared/access/class-of-attachment.ts';
import { mayUseDocument, readableDocuments } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { AttachmentHead } from '../../shared/domain/attachments/model.ts';
import { attachmentsOf, attachmentsOfOwner, openAttachment } from '../../shared/domain/attachments/store.ts';
import { AttachmentView } from '../../shared/domain/attachments/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { KEPT_KINDS } from '../../shared/domain/documents/document-class.ts';
import { loadSpecialMarks } from '../../shared/domain/special-categories.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';
import { AttachmentId, CaseId, ClientId, DocumentId, NoteId } from '../../shared/kernel/id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import type { LastKey } from '../../shared/table/read.ts';

/** Of the whole file, or of one document, one entry or one case. */
export const AttachmentsQuery = PageQuery.extend({
  caseId: CaseId.optional(),
  noteId: NoteId.optional(),
  documentId: DocumentId.optional(),
});
type AttachmentsQuery = z.infer<typeof AttachmentsQuery>;

export const AttachmentPage = z
  .strictObject({
    clientId: ClientId,
    attachments: z.array(AttachmentView).max(PAGE),
    next: z.string().optional(),
  })
  .meta({ id: 'AttachmentPage' });
type AttachmentPage = z.infer<typeof AttachmentPage>;

/** A page of a client's attachments, the latest first: those whose class the worker may use. */
export async function listAttachments(
  context: ClientContext,
  { query: { cursor, limit = PAGE, caseId, noteId, documentId } }: { query: AttachmentsQuery },
): Promise<Reading<AttachmentPage>> {
  const { file } = context;
  const { clientId } = file.head;
  refuseMergedItself(context);
  const owner = documentId ?? noteId ?? caseId;
  const question = `${clientId} ${owner ?? 'all'}`;
  const opened = await openCursor(context, question, cursor);
  const page =
    owner === undefined
      ? await byClass(context, limit, opened)
      : await byOwner(context, owner, limit, opened);
  const shown = page.items;
  const oldest = shown.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...shown.map(({ attachmentId, serviceTasks }) => ({
          kind: 'attachment' as const,
          id: attachmentId,
          serviceTasks,
        })),
      ],
      dataGroups: ['attachments'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.uploadedAt }),
    },
    body: async () => {
      const ring = ringOf(context);
      const special = await loadSpecialMarks(context);
      const [attachments, next] = await Promise.all([
        Promise.all(shown.map((head) => openAttachment(ring, head, special))),
        sealCursor(context, question, page.next),
      ]);
      return { clientId, attachments, ...(next === undefined ? {} : { next }) };
    },
  };
}

type Found = { items: AttachmentHead[]; next?: LastKey };

const Before = z.strictObject({ before: AttachmentId });

/** Of the whole file: what stands in the classes that the worker may read. */
async function byClass(context: ClientContext, limit: number, opened: LastKey | undefined): Promise<Found> {
  const { actor, today, file } = context;
  const { items, next } = await attachmentsOf(context, {
    clientId: file.head.clientId,
    ...readableDocuments(actor, today, {}, KEPT_KINDS),
    isShown: (head) => mayUseDocument(actor, head, today),
    limit,
    before: opened === undefined ? undefined : Before.parse(opened).before,
  });
  // What its owner has become since is asked of the owner.
  const usable = await usableAttachments(context, file.head.clientId, items);
  return next === undefined ? { items: usable } : { items: usable, next: { before: next } };
}

/** Of an entry, a document or a case: what it tells does not say how much lies hidden between. */
async function byOwner(
  context: ClientContext,
  owner: string,
  limit: number,
  after: LastKey | undefined,
): Promise<Found> {
  const { actor, file } = context;
  const { clientId } = file.head;
  const { items, lastKey } = await shownPage<AttachmentHead>(
    { limit, after },
    {
      async ask(asked) {
        const page = await attachmentsOfOwner(context, clientId, owner, asked);
        return { ...page, items: await usableAttachments(context, clientId, page.items) };
      },
      isShown: () => true,
      keyOf: ({ pk, attachmentId }) => ({
        pk,
        sk: clientKeys.attachmentOf(actor.controller, clientId, owner, attachmentId).sk,
      }),
    },
  );
  return lastKey === undefined ? { items } : { items, next: lastKey };
}
