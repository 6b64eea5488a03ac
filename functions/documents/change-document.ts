import { findDocument } from '../../shared/access/find-document.ts';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Doer, GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { DocumentChanged } from '../../shared/domain/documents/correct.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { DocumentId } from '../../shared/kernel/id.ts';
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
  mustBeWriters((await definitionOfDocument(context.services, document.definitionOid)).entry);
  const by = await whoMarks(context, { writtenBy: document.author.userId }, reason.presentUserId);
  return { document, by };
}

/** Commits what was done to a document, in the file of each of its clients. */
export function committed(
  context: ClientContext,
  { document, changes, findings }: DocumentChanged,
  changedFields: readonly string[],
): Promise<Answer<DocumentWritten>> {
  return commit(context, {
    changes,
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
