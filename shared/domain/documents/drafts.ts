import type { KeyRing } from '../../crypto/key-ring.ts';
import { BodyId, type ControllerId, type DraftId, type UnitId, type UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import type { Services } from '../../services.ts';
import { outOfIndexes } from '../../table/item.ts';
import { indexKeys, userKeys } from '../../table/keys.ts';
import { getItem, type Page, query } from '../../table/read.ts';
import { loadBody, openPieces, type StoredBody } from './body.ts';
import { type DocumentContent, DocumentDraft, type DraftedDocument } from './model.ts';

/** What is stored of drafts: a head with the writer, a body sealed under the case or the client. */

type Where = { services: Services; actor: { controller: ControllerId; userId: UserId } };
type Asked = { limit: number; after?: Record<string, string> };

/** A draft and what is stored of its content: read side by side, for the body has the draft's own id. */
export type LoadedDraft = { draft: DocumentDraft; body: StoredBody };
/** A draft that was opened: what `finalDocument` takes. */
export type OpenedDocumentDraft = { draft: DocumentDraft; body: StoredBody; content: DocumentContent };

/** A draft's body has the id of the draft, so that it is found beside its head; it keeps it when it is final. */
export const bodyIdOf = (draftId: DraftId): BodyId => BodyId.parse(draftId);

export const loadDocumentDraft = (
  { services, actor }: Where,
  writerId: UserId,
  draftId: DraftId,
): Promise<DocumentDraft | undefined> =>
  getItem(
    services.tables,
    actor.controller,
    'records',
    userKeys.documentDraft(actor.controller, writerId, draftId),
    DocumentDraft,
  );

/**
 * The worker's own draft of this client with its content as it lies: one round. Another's is not there, whoever asks.
 * @throws Refusal `request.notFound`; `request.conflict` where it was saved between the two reads.
 */
export async function loadOwnDraft(where: Where, draftId: DraftId, clientId: string): Promise<LoadedDraft> {
  const [draft, body] = await Promise.all([
    loadDocumentDraft(where, where.actor.userId, draftId),
    loadBody(where, bodyIdOf(draftId)),
  ]);
  if (draft === undefined || draft.clientId !== clientId) throw new Refusal(COMMON_REFUSALS.notFound);
  const isWhole =
    body.pieces.length === draft.pieces && body.pieces.every(({ saving }) => saving === draft.saving);
  if (!isWhole) throw new Refusal(COMMON_REFUSALS.conflict);
  return { draft, body };
}

export const openDocumentDraft = async (
  ring: KeyRing,
  { draft, body }: LoadedDraft,
): Promise<OpenedDocumentDraft> => ({ draft, body, content: await openPieces(ring, body) });

/** A writer's drafts, the latest begun first. */
export const documentDraftsOfWriter = (
  { services, actor }: Where,
  writerId: UserId,
  asked: Asked,
): Promise<Page<DocumentDraft>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: userKeys.documentDraftPartition(actor.controller, writerId),
      descending: true,
      ...asked,
    },
    DocumentDraft,
  );

/** Drafts of a unit's writers that were last saved by the moment, the oldest first. */
export const documentDraftsOfUnit = (
  { services, actor }: Where,
  unitId: UnitId,
  savedBy: Instant,
  asked: Asked,
): Promise<Page<DocumentDraft>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: indexKeys.unit(actor.controller, unitId),
      span: indexKeys.unitDocumentDraftsSavedBy(savedBy),
      ...asked,
    },
    DocumentDraft,
  );

type Frame = Pick<
  DocumentDraft,
  'caseId' | 'serviceTasks' | 'socialServices' | 'sensitivity' | 'phase' | 'documentAt' | 'language'
>;

/** What of a document under way stands in the head: everything but its content. */
export function framed(drafted: Omit<DraftedDocument, 'content'>): Frame {
  const { caseId, serviceTasks, socialServices, sensitivity, phase, documentAt, language } = drafted;
  return {
    serviceTasks,
    socialServices,
    language,
    ...(caseId === undefined ? {} : { caseId }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(phase === undefined ? {} : { phase }),
    ...(documentAt === undefined ? {} : { documentAt }),
  };
}

/** A draft's place in its unit's list follows its last saving. */
export function indexedDocumentDraft(controller: ControllerId, draft: DocumentDraft): DocumentDraft {
  const rest = outOfIndexes(draft);
  if (draft.unitId === undefined) return rest;
  return {
    ...rest,
    g2pk: indexKeys.unit(controller, draft.unitId),
    g2sk: indexKeys.unitDocumentDraft(draft.savedAt, draft.draftId),
  };
}
