import * as z from 'zod';
import { usableAttachments } from '../../shared/access/class-of-attachment.ts';
import { findDocument } from '../../shared/access/find-document.ts';
import { findNote } from '../../shared/access/find-note.ts';
import { textsOnGround } from '../../shared/access/opened-texts.ts';
import type { LinePart, Reading } from '../../shared/act.ts';
import { chunksOf } from '../../shared/crypto/sealed-object.ts';
import { openFile } from '../../shared/domain/attachments/open-file.ts';
import { loadAttachment, openContent, PART_CHUNKS } from '../../shared/domain/attachments/store.ts';
import { NoteContent } from '../../shared/domain/case-notes/model.ts';
import { openNotesOnGround } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { DocumentContent } from '../../shared/domain/documents/model.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { AttachmentId, ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { OfDocument, OfNote } from './keep-statement.ts';

/** What is kept only is read on one of the grounds of (EU) 2016/679 art. 18(2), by whoever may read the thing itself. */

export const OnGround = z.strictObject({
  /** (EU) 2016/679 art. 18(2): on what ground what is limited is read. */
  ground: z.enum(['consent', 'legalClaims', 'rightsOfOthers', 'publicInterest']),
});
type OnGround = z.infer<typeof OnGround>;

export const LimitedNote = z.strictObject({ content: NoteContent.optional() }).meta({ id: 'LimitedNote' });
export const LimitedDocument = z
  .strictObject({ content: DocumentContent.optional() })
  .meta({ id: 'LimitedDocument' });

const GROUPS = { caseNote: 'caseNotes', document: 'documents', attachment: 'attachments' } as const;

const lineOn = (
  context: ClientContext,
  { kind, id }: { kind: keyof typeof GROUPS; id: string },
  { ground }: Pick<OnGround, 'ground'>,
): LinePart => ({
  clients: [context.file.head.clientId],
  resources: [{ kind, id, client: context.file.head.clientId }],
  dataGroups: [GROUPS[kind]],
  reasonCode: ground,
});

/** An entry whose processing is restricted, read on a ground of the law, which stands in the line. */
export async function readLimitedNote(
  context: ClientContext,
  { params, query }: { params: z.infer<typeof OfNote>; query: OnGround },
): Promise<Reading<z.infer<typeof LimitedNote>>> {
  const note = await findNote(context, params.noteId);
  return {
    line: lineOn(context, { kind: 'caseNote', id: note.noteId }, query),
    body: async () => {
      const [view] = await openNotesOnGround(context, ringOf(context), [note]);
      return view?.content === undefined ? {} : { content: view.content };
    },
  };
}

/** A document whose processing is restricted, read on a ground of the law, which stands in the line. */
export async function readLimitedDocument(
  context: ClientContext,
  { params, query }: { params: z.infer<typeof OfDocument>; query: OnGround },
): Promise<Reading<z.infer<typeof LimitedDocument>>> {
  const { document, isBanned } = await findDocument(context, params.documentId);
  return {
    line: lineOn(context, { kind: 'document', id: document.documentId }, query),
    body: async () => {
      const { content } = await textsOnGround(context, document, isBanned);
      return content === undefined ? {} : { content };
    },
  };
}

export const OfAttachment = z.strictObject({ clientId: ClientId, attachmentId: AttachmentId });
export const ChunkOnGround = OnGround.extend({ chunk: z.coerce.number().int().min(1).max(100).default(1) });

/** A piece of the file of an attachment of what is restricted: kept as its owner is, and read as it is. */
export async function readLimitedFile(
  context: ClientContext,
  { params, query }: { params: z.infer<typeof OfAttachment>; query: z.infer<typeof ChunkOnGround> },
): Promise<Reading<FileAnswer>> {
  refuseMergedItself(context);
  const { clientId } = context.file.head;
  const found = await loadAttachment(context, clientId, params.attachmentId);
  const [head] =
    found === undefined ? [] : await usableAttachments(context, clientId, [found], { onGround: true });
  const chunks = { first: (query.chunk - 1) * PART_CHUNKS, count: PART_CHUNKS };
  if (head?.content === undefined || chunks.first >= chunksOf(head.bytes)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return {
    line: lineOn(context, { kind: 'attachment', id: head.attachmentId }, query),
    body: async () => {
      const content = await openContent(ringOf(context), head);
      if (content === undefined) throw new Error('The sealed file of an attachment is gone.');
      const bytes = await openFile(context, head, content, chunks);
      return { kind: 'application/octet-stream', bytes, name: `${head.attachmentId}-${query.chunk}.bin` };
    },
  };
}
