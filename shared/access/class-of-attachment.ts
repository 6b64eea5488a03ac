import type { ActContext } from '../act.ts';
import type { AttachmentHead } from '../domain/attachments/model.ts';
import { loadNotes } from '../domain/case-notes/store.ts';
import { loadDocuments } from '../domain/documents/store.ts';
import type { Limited } from '../domain/limited.ts';
import type { ClientId, DocumentId, NoteId } from '../kernel/id.ts';
import type { OwnedClass } from './owned-class.ts';
import { mayUseDocument } from './visible-documents.ts';

/**
 * Whoever may use an entry or a document may use its attachments, and no one else: their class is read from it each
 * time. What stands on the attachment itself only makes lists, and follows a corrected owner a moment later.
 */
type Owned = Pick<AttachmentHead, 'clientId' | 'belongsTo'> & OwnedClass;

/** The class that each of these has now, in their order: its owner's, or its own where it has none any more. */
export const classesNow = async (
  context: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
  owned: readonly Owned[],
): Promise<OwnedClass[]> => (await ownersNow(context, clientId, owned)).map(classIn);

type OwnerNow = OwnedClass & { limited?: Limited | undefined };

async function ownersNow(
  context: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
  owned: readonly Owned[],
): Promise<OwnerNow[]> {
  const notes = new Set<NoteId>();
  const documents = new Set<DocumentId>();
  for (const { belongsTo } of owned) {
    if (belongsTo?.kind === 'caseNote') notes.add(belongsTo.id);
    if (belongsTo?.kind === 'document') documents.add(belongsTo.id);
  }
  const [ofNotes, ofDocuments] = await Promise.all([
    notes.size === 0 ? [] : loadNotes(context, clientId, [...notes]),
    documents.size === 0 ? [] : loadDocuments(context, clientId, [...documents]),
  ]);
  const owners = new Map<string, OwnerNow>([
    ...ofNotes
      .filter(({ state }) => state !== 'removed' && state !== 'moved')
      .map((note): [string, OwnerNow] => [note.noteId, { ...note, kind: 'caseNote' }]),
    ...ofDocuments
      .filter(({ state }) => state !== 'removed')
      .map((document): [string, OwnerNow] => [document.documentId, document]),
  ]);
  return owned.map((one) => owners.get(one.belongsTo?.id ?? '') ?? classIn(one));
}

const classIn = ({ serviceTasks, socialServices, sensitivity, phase, kind }: OwnedClass): OwnedClass => ({
  serviceTasks,
  socialServices,
  sensitivity,
  phase,
  kind,
});

/**
 * Those of the attachments that this worker may use, each with the class it has now. Of an entry or a document whose
 * processing is restricted the files are kept only, as it is itself, but on a ground of (EU) 2016/679 art. 18(2).
 */
export async function usableAttachments(
  context: Pick<ActContext, 'services' | 'actor' | 'today'>,
  clientId: ClientId,
  heads: readonly AttachmentHead[],
  { onGround = false }: { onGround?: boolean } = {},
): Promise<AttachmentHead[]> {
  const owners = await ownersNow(context, clientId, heads);
  return heads.flatMap((head, nth) => {
    const owner = owners[nth];
    if (owner === undefined || (owner.limited !== undefined && !onGround)) return [];
    const now = { ...head, ...classIn(owner) };
    return mayUseDocument(context.actor, now, context.today) ? [now] : [];
  });
}
