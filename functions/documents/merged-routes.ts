import { MERGED_DOCUMENT_ACTIONS } from '../../shared/access/actions/documents-of-merged.ts';
import { inMerged } from '../../shared/access/in-merged.ts';
import { DOCUMENT_REFUSALS, MARKING_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { CorrectDocument, correctDocument } from './correct-document.ts';
import { OneDocument, ofPath, reason, written } from './document-routes.ts';
import { DocumentWritten } from './finalise-draft.ts';
import { invalidateDocument, MarkDocument } from './invalidate-document.ts';
import { DocumentVersions, readVersions, VersionsQuery } from './read-versions.ts';
import { removeDocument } from './remove-document.ts';

const OneMerged = OneDocument.extend({ sourceId: ClientId });
const ONE = '/v1/documents/clients/{clientId}/merged/{sourceId}/documents/{documentId}';
const CHANGES = { method: 'POST', writes: 'changes', params: OneMerged, returns: DocumentWritten } as const;
const { notFound } = COMMON_REFUSALS;
const { notValid, classNotYours, tooManyVersions, noDefinition } = DOCUMENT_REFUSALS;

/** A document of a merged file is put right where it stands: nothing new is written there (docs/decisions/0145). */
export const mergedRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: `${ONE}/versions`,
    action: MERGED_DOCUMENT_ACTIONS.readVersions,
    event: 'SupersededMergedDocumentsRead',
    summary: 'Opens the versions of a document of a merged client that corrections replaced.',
    params: OneMerged,
    query: VersionsQuery,
    returns: DocumentVersions,
    refusals: [noDefinition],
    client: ofPath,
    handle: inMerged(readVersions),
  }),
  writeOfClient({
    ...CHANGES,
    path: `${ONE}/correct`,
    action: MERGED_DOCUMENT_ACTIONS.correct,
    event: 'MergedDocumentCorrected',
    summary:
      'Corrects a document of a client that was merged into this one; the old version is kept beside it.',
    body: CorrectDocument,
    longBody: true,
    refusals: [notFound, ...MARKING_REFUSALS, notValid, classNotYours, tooManyVersions],
    example: { document: written, reason },
    client: ofPath,
    handle: inMerged(correctDocument),
  }),
  writeOfClient({
    ...CHANGES,
    path: `${ONE}/invalidate`,
    action: MERGED_DOCUMENT_ACTIONS.invalidate,
    event: 'MergedDocumentInvalidated',
    summary:
      'Invalidates a document of a client that was merged into this one: it says that it does not hold.',
    body: MarkDocument,
    refusals: [notFound, ...MARKING_REFUSALS],
    example: { reason: { ...reason, words: 'Laadittu väärästä jaksosta.' } },
    client: ofPath,
    handle: inMerged(invalidateDocument),
  }),
  writeOfClient({
    ...CHANGES,
    path: `${ONE}/remove`,
    action: MERGED_DOCUMENT_ACTIONS.remove,
    event: 'MergedDocumentRemoved',
    summary: 'Removes an unneeded document of a client that was merged into this one: a mark stays.',
    body: MarkDocument,
    refusals: [notFound, ...MARKING_REFUSALS],
    example: { reason: { ...reason, ground: 'unnecessary', words: 'Ei kuulu asian hoitamiseen.' } },
    client: ofPath,
    handle: inMerged(removeDocument),
  }),
];
