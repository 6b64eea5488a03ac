import * as z from 'zod';
import type { Answer, LinePart } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { draftFacts, indexedDraft } from '../../shared/domain/case-notes/drafts.ts';
import { DraftEntry, type DraftHead } from '../../shared/domain/case-notes/model.ts';
import { definitionOfEntry, judgeNationalForm } from '../../shared/domain/case-notes/national-form.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { newBody } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { ClientId, DraftId } from '../../shared/kernel/id.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { writableCase } from './judge-note.ts';

export const BeginDraft = z
  .strictObject({ clientId: ClientId, entry: DraftEntry })
  .meta({ id: 'BeginDraft' });

export const DraftSaved = z
  .strictObject({ draftId: DraftId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'DraftSaved' });
export type DraftSaved = z.infer<typeof DraftSaved>;

/** Saves a draft on the server: with its writer, sealed under the client, half thought as it may be. */
export async function beginDraft(
  context: ClientContext,
  { body: { entry } }: { body: z.infer<typeof BeginDraft> },
): Promise<Answer<DraftSaved>> {
  const { file, actor, services, now } = context;
  const { clientId } = file.head;
  writableCase(file, entry.caseId);
  const ring = ringOf(context);
  const findings = await judgeDraft(context, ring, entry);
  const body = await newBody(context, ring, { clientId, caseId: entry.caseId }, entry.content);
  const draftId = DraftId.parse(newId(services));
  const unitId = context.grant?.unitIds[0];
  const draft = indexedDraft(actor.controller, {
    ...userKeys.draft(actor.controller, actor.userId, draftId),
    entity: 'draft',
    ...created(now, actor.userId),
    draftId,
    writerId: actor.userId,
    clientId,
    ...draftFacts(entry),
    bodyId: body.bodyId,
    savedAt: now,
    ...(unitId === undefined ? {} : { unitId }),
  });
  return commit(context, {
    changes: [
      { put: draft, when: 'absent' },
      { put: body, when: 'absent' },
    ],
    line: lineOfDraft(draft, ['draft']),
    answer: {
      body: { draftId, version: 1, findings },
      version: 1,
      location: `/v1/case-notes/clients/${clientId}/drafts/${draftId}`,
    },
  });
}

/**
 * What there is of a draft has the form of its kind of entry; what is missing may be.
 * @returns the codes of what was remarked.
 */
export async function judgeDraft(
  context: ClientContext,
  ring: KeyRing,
  entry: DraftEntry,
): Promise<string[]> {
  const [base, defined] = await Promise.all([
    openBase(ring, context.file.head),
    definitionOfEntry(context.services, entry),
  ]);
  const facts = { client: base.data, author: context.actor, date: context.today };
  const findings = judgeNationalForm(entry, facts, 'draft', defined);
  refuseErrors(NOTE_REFUSALS.notValid, findings);
  return [...new Set(findings.map((finding) => finding.rule))];
}

export const lineOfDraft = (
  draft: Pick<DraftHead, 'clientId' | 'draftId' | 'version' | 'serviceTasks'>,
  changedFields: readonly string[],
): LinePart => ({
  clients: [draft.clientId],
  resources: [{ kind: 'draft', id: draft.draftId, version: draft.version, serviceTasks: draft.serviceTasks }],
  dataGroups: ['drafts'],
  changedFields,
});
