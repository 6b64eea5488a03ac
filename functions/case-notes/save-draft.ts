import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { draftFacts, indexedDraft } from '../../shared/domain/case-notes/drafts.ts';
import type { DraftEntry, DraftHead } from '../../shared/domain/case-notes/model.ts';
import { newBody } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { DraftId } from '../../shared/kernel/id.ts';
import { changed } from '../../shared/table/item.ts';
import { bodyKey } from '../../shared/table/keys.ts';
import { type DraftSaved, judgeDraft, lineOfDraft } from './begin-draft.ts';
import { findDraft } from './find-draft.ts';
import { writableCase } from './judge-note.ts';

/** Saves a draft again: a new body, the old one gone with it. Who saved on another machine first, wins. */
export async function saveDraft(
  context: ClientContext,
  { params, body: entry, version }: { params: { draftId: DraftId }; body: DraftEntry; version: number },
): Promise<Answer<DraftSaved>> {
  const { file, actor, now } = context;
  const { clientId } = file.head;
  const before = await findDraft(context, params.draftId, clientId);
  expectVersion(before, version);
  writableCase(file, entry.caseId);
  const ring = ringOf(context);
  const findings = await judgeDraft(context, ring, entry);
  const body = await newBody(context, ring, { clientId, caseId: entry.caseId }, entry.content);
  const draft = indexedDraft(actor.controller, {
    ...placeOf(before),
    ...changed(before, now, actor.userId),
    ...draftFacts(entry),
    bodyId: body.bodyId,
    savedAt: now,
  });
  return commit(context, {
    changes: [
      { put: draft, when: { version } },
      { put: body, when: 'absent' },
      { remove: bodyKey(actor.controller, before.bodyId), when: { version: 1 } },
    ],
    line: lineOfDraft(draft, ['draft']),
    answer: { body: { draftId: draft.draftId, version: draft.version, findings }, version: draft.version },
  });
}

/** What stays of a draft whatever is written in it. */
const placeOf = (
  draft: DraftHead,
): Pick<DraftHead, 'pk' | 'sk' | 'entity' | 'draftId' | 'writerId' | 'clientId'> &
  Partial<Pick<DraftHead, 'unitId' | 'takenOverFrom'>> => {
  const { pk, sk, entity, draftId, writerId, clientId, unitId, takenOverFrom } = draft;
  return {
    pk,
    sk,
    entity,
    draftId,
    writerId,
    clientId,
    ...(unitId === undefined ? {} : { unitId }),
    ...(takenOverFrom === undefined ? {} : { takenOverFrom }),
  };
};
