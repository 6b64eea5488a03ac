import * as z from 'zod';
import { loadAttachment } from '../domain/attachments/store.ts';
import { loadNote } from '../domain/case-notes/store.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import type { DocumentHead } from '../domain/documents/model.ts';
import { loadDocument } from '../domain/documents/store.ts';
import { AttachmentId, type CaseId, DocumentId, NoteId } from '../kernel/id.ts';
import { classesNow } from './class-of-attachment.ts';
import { mayUseDocument } from './visible-documents.ts';

/** What something may belong to in a client's file. */
export const Owning = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('caseNote'), id: NoteId }),
    z.strictObject({ kind: z.literal('document'), id: DocumentId }),
    z.strictObject({ kind: z.literal('attachment'), id: AttachmentId }),
  ])
  .meta({ id: 'Owning' });
export type Owning = z.infer<typeof Owning>;

export type OwnedClass = Pick<
  DocumentHead,
  'serviceTasks' | 'socialServices' | 'sensitivity' | 'phase' | 'kind'
>;

/**
 * The class and case of what a thing belongs to: whoever may use the one may use the other, and no one else.
 * @returns undefined where there is no such thing, where it was removed, or where the worker may not use it.
 */
export async function classOfOwner(
  context: ClientContext,
  owner: Owning,
): Promise<{ itsClass: OwnedClass; caseId?: CaseId } | undefined> {
  const found = await loadOwner(context, owner);
  if (found === undefined || found.state === 'removed' || found.state === 'moved') return undefined;
  const { serviceTasks, socialServices, sensitivity, phase, kind, caseId } = found;
  const itsClass = { serviceTasks, socialServices, sensitivity, phase, kind };
  if (!mayUseDocument(context.actor, itsClass, context.today)) return undefined;
  return { itsClass, ...(caseId === undefined ? {} : { caseId }) };
}

async function loadOwner(
  context: ClientContext,
  owner: Owning,
): Promise<(OwnedClass & { state: string; caseId?: CaseId | undefined }) | undefined> {
  const { clientId } = context.file.head;
  switch (owner.kind) {
    case 'caseNote': {
      const note = await loadNote(context, clientId, owner.id);
      return note === undefined ? undefined : { ...note, kind: 'caseNote' };
    }
    case 'document':
      return loadDocument(context, clientId, owner.id);
    case 'attachment': {
      const head = await loadAttachment(context, clientId, owner.id);
      if (head === undefined) return undefined;
      const [itsClass] = await classesNow(context, clientId, [head]);
      return { ...head, ...itsClass };
    }
    default:
      return owner satisfies never;
  }
}
