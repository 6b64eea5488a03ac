import * as z from 'zod';
import { DOCUMENT_ACTIONS } from '../../shared/access/actions/documents.ts';
import { DraftHandedOver, HandOverDraft } from '../../shared/access/hand-over-draft.ts';
import { UnitDraftPage, UnitDraftsQuery } from '../../shared/access/unit-drafts.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DraftedDocument } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS, FINAL_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, readOfClient, write, writeOfClient } from '../../shared/http/route.ts';
import { ClientId, DraftId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { BeginDocument, beginDraft, DocumentDraftSaved } from './begin-draft.ts';
import { DocumentDraftDiscarded, discardDraft } from './discard-draft.ts';
import { DocumentWritten, FinaliseDocument, finaliseDraft } from './finalise-draft.ts';
import { handOverDraft } from './hand-over-draft.ts';
import { DocumentDraftPage, listDrafts } from './list-drafts.ts';
import { listUnitDrafts } from './list-unit-drafts.ts';
import { OpenedDocument, openDraft } from './open-draft.ts';
import { Prefilled, PrefillQuery, prefillDocument } from './prefill-document.ts';
import { saveDraft } from './save-draft.ts';
import { DefinitionUpdated, updateDefinition } from './update-definition.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OneDraft = z.strictObject({ draftId: DraftId });
const OneUnit = z.strictObject({ unitId: UnitId });
const DraftOfClient = OfClient.extend({ draftId: DraftId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

const drafted: z.input<typeof DraftedDocument> = {
  serviceTasks: ['families'],
  content: { sosiaalihuollon_yhteenveto: { johtopaatokset: 'Perhetyö jatkuu kevääseen.' } },
};

const DRAFTING_REFUSALS = [
  DOCUMENT_REFUSALS.noDefinition,
  DOCUMENT_REFUSALS.noCase,
  DOCUMENT_REFUSALS.notValid,
  DOCUMENT_REFUSALS.tooLong,
  COMMON_REFUSALS.conflict,
];

export const draftRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/documents/clients/{clientId}/prefill',
    action: DOCUMENT_ACTIONS.prefill,
    event: 'DocumentPrefilled',
    summary: 'What the file already knows for a new document of a definition: an offer to its writer.',
    params: OfClient,
    query: PrefillQuery,
    returns: Prefilled,
    refusals: [
      CLIENT_REFUSALS.merged,
      DOCUMENT_REFUSALS.noDefinition,
      DOCUMENT_REFUSALS.staleDefinition,
      DOCUMENT_REFUSALS.byAct,
      DOCUMENT_REFUSALS.noCase,
    ],
    client: ofPath,
    handle: prefillDocument,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/documents/clients/{clientId}/drafts',
    action: DOCUMENT_ACTIONS.beginDraft,
    event: 'DocumentDraftBegun',
    summary: 'Begins a draft of a document of the newest version of a definition.',
    writes: 'creates',
    params: OfClient,
    body: BeginDocument,
    longBody: true,
    returns: DocumentDraftSaved,
    refusals: [...DRAFTING_REFUSALS, DOCUMENT_REFUSALS.staleDefinition, DOCUMENT_REFUSALS.byAct],
    example: { definitionOid: '1.2.246.537.6.1506.16009.2022.6.28', ...drafted },
    client: ofPath,
    handle: beginDraft,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/documents/clients/{clientId}/drafts/{draftId}',
    action: DOCUMENT_ACTIONS.openDraft,
    event: 'DocumentDraftOpened',
    summary: 'Opens a draft of a document of one’s own, on any machine.',
    params: DraftOfClient,
    returns: OpenedDocument,
    refusals: [COMMON_REFUSALS.conflict],
    client: ofPath,
    handle: openDraft,
  }),
  writeOfClient({
    method: 'PUT',
    path: '/v1/documents/clients/{clientId}/drafts/{draftId}',
    action: DOCUMENT_ACTIONS.saveDraft,
    event: 'DocumentDraftSaved',
    summary: 'Saves a draft of a document again.',
    writes: 'changes',
    params: DraftOfClient,
    body: DraftedDocument,
    longBody: true,
    returns: DocumentDraftSaved,
    refusals: DRAFTING_REFUSALS,
    example: drafted,
    client: ofPath,
    handle: saveDraft,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/documents/clients/{clientId}/drafts/{draftId}/finalise',
    action: DOCUMENT_ACTIONS.finalise,
    event: 'DocumentFinalised',
    summary: 'Makes a draft a final document: locked and hashed.',
    writes: 'creates',
    params: DraftOfClient,
    body: FinaliseDocument,
    returns: DocumentWritten,
    refusals: [
      ...FINAL_REFUSALS,
      DOCUMENT_REFUSALS.byAct,
      DOCUMENT_REFUSALS.noCase,
      DOCUMENT_REFUSALS.notOfCase,
      DOCUMENT_REFUSALS.noRelationship,
    ],
    example: { draftVersion: 3 },
    client: ofPath,
    handle: finaliseDraft,
  }),
  read({
    method: 'GET',
    path: '/v1/documents/drafts',
    action: DOCUMENT_ACTIONS.listDrafts,
    event: 'DocumentDraftsListed',
    summary: "The worker's own drafts of documents.",
    query: PageQuery,
    returns: DocumentDraftPage,
    handle: listDrafts,
  }),
  write({
    method: 'DELETE',
    path: '/v1/documents/drafts/{draftId}',
    action: DOCUMENT_ACTIONS.discardDraft,
    event: 'DocumentDraftDiscarded',
    summary: 'Throws a draft of a document of one’s own away.',
    writes: 'changes',
    params: OneDraft,
    returns: DocumentDraftDiscarded,
    handle: discardDraft,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/documents/clients/{clientId}/drafts/{draftId}/update-definition',
    action: DOCUMENT_ACTIONS.updateDefinition,
    event: 'DocumentDraftDefinitionUpdated',
    summary: 'Moves a draft to the newest version of its definition, keeping what fits.',
    writes: 'changes',
    params: DraftOfClient,
    returns: DefinitionUpdated,
    refusals: [
      DOCUMENT_REFUSALS.notNewer,
      DOCUMENT_REFUSALS.noDefinition,
      DOCUMENT_REFUSALS.staleDefinition,
      COMMON_REFUSALS.conflict,
    ],
    client: ofPath,
    handle: updateDefinition,
  }),
  read({
    method: 'GET',
    path: '/v1/documents/units/{unitId}/drafts',
    action: DOCUMENT_ACTIONS.listUnitDrafts,
    event: 'UnitDocumentDraftsListed',
    summary: "A unit's stale drafts of documents, or all of one of its writers: whose and since when.",
    params: OneUnit,
    query: UnitDraftsQuery,
    returns: UnitDraftPage,
    handle: listUnitDrafts,
  }),
  write({
    method: 'POST',
    path: '/v1/documents/drafts/{draftId}/hand-over',
    action: DOCUMENT_ACTIONS.handOverDraft,
    event: 'DocumentDraftHandedOver',
    summary: "Hands a leaver's draft of a document to a named successor.",
    writes: 'changes',
    params: OneDraft,
    body: HandOverDraft,
    returns: DraftHandedOver,
    refusals: [
      NOTE_REFUSALS.successorCannot,
      DOCUMENT_REFUSALS.draftOfDecision,
      DOCUMENT_REFUSALS.noDefinition,
    ],
    example: { writerId: '01KBN4PZ00000000000000000A', successorId: '01KBN4PZ00000000000000000B' },
    handle: handOverDraft,
  }),
];
