import { findDocument } from '../../shared/access/find-document.ts';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Doer, GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { DocumentChanged } from '../../shared/domain/documents/correct.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import { finalisedBy } from '../../shared/domain/documents/document-kinds.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { DocumentId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { DocumentWritten } from './finalise-draft.ts';
import { mustBeWriters } from './must-be-writers.ts';
import { lineOfDocument } from './read-document.ts';

export type Changing<B> = { params: { documentId: DocumentId }; body: B; version: number };

/** The document in the version the worker saw, and who marks it. A decision is changed by its own module alone. */
export async function documentToChange(
  context: ClientContext,
  { params, body: { reason }, version }: Changing<{ reason: GivenReason }>,
): Promise<{ document: DocumentHead; by: Doer }> {
  const { document } = await findDocument(context, params.documentId);
  expectVersion(document, version);
  const { entry } = await definitionOfDocument(context.services, document.definitionOid);
  if (finalisedBy(entry) === 'decisions') {
    throw new Refusal(DOCUMENT_REFUSALS.ofDecision, { details: { acts: OF_DECISION } });
  }
  mustBeWriters(entry);
  const by = await whoMarks(context, { writtenBy: document.author.userId }, reason.presentUserId);
  return { document, by };
}

/** The acts by which a decision, and its document with it, is corrected (434/2003 51 §) or removed (50 §). */
const OF_DECISION = ['decisions.correct', 'decisions.revoke'];

/** Commits what was done to a document, in the file of each of its clients. */
export function committed(
  context: ClientContext,
  { document, changes, findings, events, facts = [] }: DocumentChanged,
  changedFields: readonly string[],
): Promise<Answer<DocumentWritten>> {
  return commit(context, {
    changes,
    events,
    facts,
    line: {
      ...lineOfDocument(document, changedFields),
      ...(document.reason === undefined ? {} : { reasonId: loggedReason(document.reason) }),
    },
    answer: {
      body: { documentId: document.documentId, version: document.version, findings },
      version: document.version,
    },
  });
}
