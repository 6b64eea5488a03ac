import * as z from 'zod';
import { CASE_NOTE_ACTIONS } from '../../shared/access/actions/case-notes.ts';
import { DraftHandedOver, HandOverDraft } from '../../shared/access/hand-over-draft.ts';
import { UnitDraftPage, UnitDraftsQuery } from '../../shared/access/unit-drafts.ts';
import { DraftEntry } from '../../shared/domain/case-notes/model.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { type Route, read, readOfClient, write, writeOfClient } from '../../shared/http/route.ts';
import { ClientId, DraftId, UnitId } from '../../shared/kernel/id.ts';
import { BeginDraft, beginDraft, DraftSaved } from './begin-draft.ts';
import { DraftDiscarded, discardDraft } from './discard-draft.ts';
import { FinaliseDraft, finaliseDraft } from './finalise-draft.ts';
import { handOverDraft } from './hand-over-draft.ts';
import { DraftPage, DraftsQuery, listDrafts } from './list-drafts.ts';
import { listUnitDrafts } from './list-unit-drafts.ts';
import { NoteWritten } from './new-note.ts';
import { WRITING_REFUSALS } from './note-routes.ts';
import { OpenedDraft, openDraft } from './open-draft.ts';
import { saveDraft } from './save-draft.ts';

const OneDraft = z.strictObject({ draftId: DraftId });
const DraftOfClient = z.strictObject({ clientId: ClientId, draftId: DraftId });
const OneUnit = z.strictObject({ unitId: UnitId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

const entry: z.input<typeof DraftEntry> = {
  entryType: 'other',
  serviceTasks: ['families'],
  content: { text: 'Äiti soitti ja' },
};
const ID = '01KBN4PZ00000000000000000A';

export const draftRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/case-notes/drafts',
    action: CASE_NOTE_ACTIONS.beginDraft,
    event: 'DraftBegun',
    summary: 'Saves a draft of an entry with its writer.',
    writes: 'creates',
    body: BeginDraft,
    returns: DraftSaved,
    refusals: WRITING_REFUSALS,
    example: { clientId: ID, entry },
    client: ({ body }) => ({ clientId: body.clientId }),
    handle: beginDraft,
  }),
  read({
    method: 'GET',
    path: '/v1/case-notes/drafts',
    action: CASE_NOTE_ACTIONS.listDrafts,
    event: 'DraftsListed',
    summary: "The worker's own drafts, all or the stale ones.",
    query: DraftsQuery,
    returns: DraftPage,
    handle: listDrafts,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/case-notes/clients/{clientId}/drafts/{draftId}',
    action: CASE_NOTE_ACTIONS.openDraft,
    event: 'DraftOpened',
    summary: 'Opens a draft of one’s own, on any machine.',
    params: DraftOfClient,
    returns: OpenedDraft,
    client: ofPath,
    handle: openDraft,
  }),
  writeOfClient({
    method: 'PUT',
    path: '/v1/case-notes/clients/{clientId}/drafts/{draftId}',
    action: CASE_NOTE_ACTIONS.saveDraft,
    event: 'DraftSaved',
    summary: 'Saves a draft again.',
    writes: 'changes',
    params: DraftOfClient,
    body: DraftEntry,
    returns: DraftSaved,
    refusals: WRITING_REFUSALS,
    example: entry,
    client: ofPath,
    handle: saveDraft,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/case-notes/clients/{clientId}/drafts/{draftId}/finalise',
    action: CASE_NOTE_ACTIONS.finaliseDraft,
    event: 'CaseNoteFinalised',
    summary: 'Makes a draft a final entry.',
    writes: 'creates',
    params: DraftOfClient,
    body: FinaliseDraft,
    returns: NoteWritten,
    refusals: WRITING_REFUSALS,
    example: { draftVersion: 3 },
    client: ofPath,
    handle: finaliseDraft,
  }),
  write({
    method: 'DELETE',
    path: '/v1/case-notes/drafts/{draftId}',
    action: CASE_NOTE_ACTIONS.discardDraft,
    event: 'DraftDiscarded',
    summary: 'Throws a draft of one’s own away.',
    writes: 'changes',
    params: OneDraft,
    returns: DraftDiscarded,
    handle: discardDraft,
  }),
  read({
    method: 'GET',
    path: '/v1/case-notes/units/{unitId}/drafts',
    action: CASE_NOTE_ACTIONS.listUnitDrafts,
    event: 'UnitDraftsListed',
    summary: "A unit's stale drafts, or all drafts of one of its writers: whose and since when.",
    params: OneUnit,
    query: UnitDraftsQuery,
    returns: UnitDraftPage,
    handle: listUnitDrafts,
  }),
  write({
    method: 'POST',
    path: '/v1/case-notes/drafts/{draftId}/hand-over',
    action: CASE_NOTE_ACTIONS.handOverDraft,
    event: 'DraftHandedOver',
    summary: "Hands a leaver's draft to a named successor.",
    writes: 'changes',
    params: OneDraft,
    body: HandOverDraft,
    returns: DraftHandedOver,
    refusals: [NOTE_REFUSALS.successorCannot],
    example: { writerId: ID, successorId: '01KBN4PZ00000000000000000B' },
    handle: handOverDraft,
  }),
];
