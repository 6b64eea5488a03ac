import { findDocument } from '../../shared/access/find-document.ts';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { PrintedHead } from '../../shared/documents/render/print-of-document.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { DocumentHead, SupersededDocument } from '../../shared/domain/documents/model.ts';
import { loadSupersededDocuments } from '../../shared/domain/documents/store.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import type { DocumentId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { openPrint } from './document-to-print.ts';
import { fileOfPrint } from './file-of-prints.ts';
import type { PrintQuery } from './print-query.ts';

type Input = { params: { documentId: DocumentId; correction: number }; query: PrintQuery };

/**
 * A version of a document that a correction replaced, as it stood: marked on every page, with what took its place. Who
 * may read the version may print it (L-11.8).
 * @throws Refusal `request.notFound`, for a version that there is not too.
 */
export async function printVersion(
  context: ClientContext,
  { params, query }: Input,
): Promise<Reading<FileAnswer>> {
  const { document, isBanned } = await findDocument(context, params.documentId);
  const { clientId, documentId } = document;
  const kept = await loadSupersededDocuments(context, clientId, documentId);
  const version = kept.find(({ correction }) => correction === params.correction);
  if (
    version === undefined ||
    document.limited !== undefined ||
    !mayUseDocument(context.actor, version, context.today)
  ) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  const successor = kept.find(({ correction }) => correction === version.correction + 1) ?? document;
  return {
    line: {
      clients: version.clients,
      resources: version.clients.map((client) => ({
        kind: 'document',
        id: documentId,
        client,
        version: version.correction,
        serviceTasks: version.serviceTasks,
      })),
      dataGroups: ['documents'],
      historyFrom: version.documentAt,
    },
    body: async () => {
      const print = await openPrint(context, version, {
        state: 'superseded',
        ...replacedBy(successor),
        isBanned,
        asked: query.language,
      });
      const name = `asiakirja-${documentId}-v${version.correction + 1}`;
      return fileOfPrint(print, { form: query.form, name, at: context.now });
    },
  };
}

const replacedBy = ({
  correction,
  correctedBy,
}: DocumentHead | SupersededDocument): Pick<PrintedHead, 'replacedBy'> =>
  correctedBy === undefined ? {} : { replacedBy: { ...correctedBy, version: correction + 1 } };
