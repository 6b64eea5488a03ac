import { findDocument } from '../../shared/access/find-document.ts';
import { openedTexts } from '../../shared/access/opened-texts.ts';
import type { LinePart } from '../../shared/act.ts';
import type { Print, PrintLanguage } from '../../shared/documents/render/layout.ts';
import { type PrintedHead, printOfDocument } from '../../shared/documents/render/print-of-document.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import { resourceOf } from '../../shared/domain/documents/final.ts';
import type { DocumentHead, SupersededDocument } from '../../shared/domain/documents/model.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { DocumentId } from '../../shared/kernel/id.ts';

/** A document that was found and may be printed: still sealed until it is opened. */
export type DocumentToPrint = { document: DocumentHead; open: (language?: PrintLanguage) => Promise<Print> };

/** @throws Refusal as reading the document does. */
export async function documentToPrint(
  context: ClientContext,
  documentId: DocumentId,
): Promise<DocumentToPrint> {
  const { document, isBanned } = await findDocument(context, documentId);
  return {
    document,
    open: (asked) => openPrint(context, document, { state: document.state, isBanned, asked }),
  };
}

/** A document, or a version of it, as this reader may see it today. */
export async function openPrint(
  context: ClientContext,
  document: DocumentHead | SupersededDocument,
  {
    isBanned,
    asked,
    ...said
  }: Pick<PrintedHead, 'state' | 'replacedBy'> & { isBanned: boolean; asked: PrintLanguage | undefined },
): Promise<Print> {
  const language = asked ?? document.language;
  const [{ definition, find }, { content, hidden, specialCategories }, { unit }] = await Promise.all([
    definitionOfDocument(context.services, document.definitionOid),
    openedTexts(context, document, isBanned),
    officeOf(context.services, context.actor.controller, document.unitId),
  ]);
  return printOfDocument(
    {
      definition,
      content,
      hidden: hidden.map((at) => ({ at, because: 'safetyBan' })),
      head: { ...document, ...said, unit: unit?.name, specialGround: specialCategories?.ground },
    },
    { language, find, printedAt: context.now },
  );
}

/** Every client of the documents, and each document in the file of each. */
export const lineOfDocuments = (documents: readonly DocumentHead[]): LinePart => ({
  clients: [...new Set(documents.flatMap(({ clients }) => clients))],
  resources: documents.flatMap((document) =>
    document.clients.map((clientId) => resourceOf({ ...document, clientId })),
  ),
  dataGroups: ['documents'],
  ...(documents.length === 0
    ? {}
    : { historyFrom: documents.map(({ documentAt }) => documentAt).sort()[0] ?? '' }),
});
