import * as z from 'zod';
import { filesOf } from '../../shared/access/files-of.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { MOST_CLIENTS } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import { finalDocument } from '../../shared/domain/documents/final.ts';
import { caseOfDocument, mustBeOfCase } from '../../shared/domain/documents/final-of-draft.ts';
import { DefinitionOid, WrittenDocument } from '../../shared/domain/documents/model.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { type DocumentWritten, finalPlan } from './finalise-draft.ts';
import { mustBeWriters } from './must-be-writers.ts';

/** A document in THL's JSON form, under the version of the definition in which it was written. */
export const ImportDocument = z
  .strictObject({
    definitionOid: DefinitionOid,
    ...WrittenDocument.shape,
    alsoOf: z
      .array(ClientId)
      .max(MOST_CLIENTS - 1)
      .default([]),
  })
  .meta({ id: 'ImportDocument' });

/**
 * Takes in a document of another system as it is: nothing is completed, and one that is not valid, or that names
 * somebody else as its client, changes nothing. Every finding is told at once with its path.
 */
export async function importDocument(
  context: ClientContext,
  { body: { alsoOf, caseId, ...order } }: { body: z.infer<typeof ImportDocument> },
): Promise<Answer<DocumentWritten>> {
  const { entry } = await definitionOfDocument(context.services, order.definitionOid);
  mustBeWriters(entry);
  const ofCase = caseOfDocument(context.file, caseId);
  mustBeOfCase(alsoOf, ofCase);
  const files = await filesOf(context, alsoOf);
  const final = await finalDocument(context, { ...order, files, ofCase, imported: true });
  return commit(context, finalPlan(final));
}
