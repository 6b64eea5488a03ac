import * as z from 'zod';
import { findDocument } from '../../shared/access/find-document.ts';
import { openedTexts } from '../../shared/access/opened-texts.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { DefinitionOid, DocumentContent } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { lineOfDocument } from './read-document.ts';

export const NationalDocument = z
  .strictObject({
    documentId: DocumentId,
    /** OID of the definition, with its version: the schema by which the content is read. */
    definitionOid: DefinitionOid,
    /** In THL's JSON form. */
    content: DocumentContent,
    /** Where something is left out for a safety ban, so that the whole is not taken for whole. */
    hidden: z.array(z.string()),
  })
  .meta({ id: 'NationalDocument' });

/** The document in THL's JSON form, under the version of its definition in which it was written. */
export async function readNational(
  context: ClientContext,
  { params }: { params: { documentId: DocumentId } },
): Promise<Reading<z.infer<typeof NationalDocument>>> {
  const { document, isBanned } = await findDocument(context, params.documentId);
  if (document.bodyId === undefined) throw new Refusal(DOCUMENT_REFUSALS.isMark);
  const { documentId, definitionOid, version } = document;
  return {
    version,
    line: lineOfDocument(document, []),
    body: async () => {
      const { content = {}, hidden } = await openedTexts(context, document, isBanned);
      return { documentId, definitionOid, content, hidden };
    },
  };
}
