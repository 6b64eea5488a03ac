import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { newPieces } from '../../shared/domain/documents/body.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import {
  bodyIdOf,
  framed,
  indexedDocumentDraft,
  loadOwnDraft,
} from '../../shared/domain/documents/drafts.ts';
import { caseOfDocument } from '../../shared/domain/documents/final-of-draft.ts';
import type { DocumentDraft, DocumentPiece, DraftedDocument } from '../../shared/domain/documents/model.ts';
import { bodiesRemoved } from '../../shared/domain/documents/versions.ts';
import type { Outgoing } from '../../shared/events/envelope.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { DraftId } from '../../shared/kernel/id.ts';
import { changed } from '../../shared/table/item.ts';
import { type DocumentDraftSaved, lineOfDraft } from './begin-draft.ts';
import { judgeDraft } from './judge-draft.ts';

/** Saves a draft again, under the version of its definition in which it was begun. Who saved first, wins. */
export async function saveDraft(
  context: ClientContext,
  {
    params,
    body: drafted,
    version,
  }: { params: { draftId: DraftId }; body: DraftedDocument; version: number },
): Promise<Answer<DocumentDraftSaved>> {
  const { file } = context;
  const { draft: before, body } = await loadOwnDraft(context, params.draftId, file.head.clientId);
  expectVersion(before, version);
  caseOfDocument(file, drafted.caseId);
  const findings = judgeDraft(
    await definitionOfDocument(context.services, before.definitionOid),
    drafted.content,
  );
  const { draft, changes, events } = await savedAnew(context, before, body.pieces, drafted);
  return commit(context, {
    changes,
    events,
    line: lineOfDraft(draft, ['draft']),
    answer: { body: { draftId: draft.draftId, version: draft.version, findings }, version: draft.version },
  });
}

/** The draft with another content: its pieces take the place of the old ones. */
export async function savedAnew(
  context: ClientContext,
  before: DocumentDraft,
  old: readonly DocumentPiece[],
  drafted: DraftedDocument,
  definitionOid = before.definitionOid,
): Promise<{ draft: DocumentDraft; changes: Change[]; events: Outgoing[] }> {
  const { actor, now } = context;
  const head = changed(before, now, actor.userId);
  const {
    caseId: _case,
    sensitivity: _sensitivity,
    phase: _phase,
    documentAt: _at,
    long: _long,
    ...kept
  } = before;
  const made = await newPieces(
    context,
    ringOf(context),
    { clientId: before.clientId, caseId: drafted.caseId },
    { bodyId: bodyIdOf(before.draftId), saving: head.version },
    drafted.content,
  );
  const draft = indexedDocumentDraft(actor.controller, {
    ...kept,
    ...head,
    definitionOid,
    ...framed(drafted),
    saving: head.version,
    pieces: made.length,
    ...(made[0]?.long === undefined ? {} : { long: made[0].long }),
    savedAt: now,
  });
  const changes: Change[] = [
    { put: draft, when: { version: before.version } },
    ...made.map(
      (put, place): Change => ({ put, when: old[place] === undefined ? 'absent' : { version: 1 } }),
    ),
    ...old.slice(made.length).map((piece): Change => ({ remove: piece, when: { version: 1 } })),
  ];
  return { draft, changes, events: bodiesRemoved([before]) };
}
