import * as z from 'zod';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { AttachmentHead } from '../../shared/domain/attachments/model.ts';
import { attachmentsOf, attachmentsOfOwner, openAttachment } from '../../shared/domain/attachments/store.ts';
import { AttachmentView } from '../../shared/domain/attachments/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';
import { CaseId, ClientId, DocumentId, NoteId } from '../../shared/kernel/id.ts';
import { clientKeys } from '../../shared/table/keys.ts';

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
  const { actor, today, file } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const owner = documentId ?? noteId ?? caseId;
  const question = `${clientId} ${owner ?? 'all'}`;
  const after = await openCursor(context, question, cursor);
  const { items: shown, lastKey } = await shownPage<AttachmentHead>(
    { limit, after },
    {
      ask: (asked) =>
        owner === undefined
          ? attachmentsOf(context, clientId, asked)
          : attachmentsOfOwner(context, clientId, owner, asked),
      isShown: (head) => mayUseDocument(actor, head, today),
      keyOf: ({ pk, sk, attachmentId }) => ({
        pk,
        sk:
          owner === undefined
            ? sk
            : clientKeys.attachmentOf(actor.controller, clientId, owner, attachmentId).sk,
      }),
    },
  );
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
      const [attachments, next] = await Promise.all([
        Promise.all(shown.map((head) => openAttachment(ring, head))),
        sealCursor(context, question, lastKey),
      ]);
      return { clientId, attachments, ...(next === undefined ? {} : { next }) };
    },
  };
}
