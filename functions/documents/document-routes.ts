import * as z from 'zod';
import { DOCUMENT_ACTIONS } from '../../shared/access/actions/documents.ts';
import { inMerged } from '../../shared/access/in-merged.ts';
import type { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import type { WrittenDocument } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS, MARKING_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { DocumentView } from '../../shared/domain/documents/view.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId, DocumentId } from '../../shared/kernel/id.ts';
import { CorrectDocument, correctDocument } from './correct-document.ts';
import { DocumentWritten } from './finalise-draft.ts';
import { ImportDocument, importDocument } from './import-document.ts';
import { invalidateDocument, MarkDocument } from './invalidate-document.ts';
import { DocumentPage, DocumentsQuery, listDocuments } from './list-documents.ts';
import { readDocument } from './read-document.ts';
import { NationalDocument, readNational } from './read-national.ts';
import { DocumentVersions, readVersions, VersionsQuery } from './read-versions.ts';
import { removeDocument } from './remove-document.ts';

const OfClient = z.strictObject({ clientId: ClientId });
export const OneDocument = OfClient.extend({ documentId: DocumentId });
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const written: z.input<typeof WrittenDocument> = {
  serviceTasks: ['families'],
  content: {
    sosiaalihuollon_yhteenveto: {
      asiakas: [{ sukunimi: 'Esimerkki', etunimet: 'Aino Maria' }],
      johtopaatokset: 'Perhetyö päättyy.',
      laatija: [{ sukunimi: 'Laaja', etunimet: 'Leena', tehtavanimike: 'sosiaalityöntekijä' }],
    },
  },
};
export const reason: z.input<typeof GivenReason> = {
  ground: 'erroneous',
  initiator: 'ownInitiative',
  words: 'Päivä oli väärä.',
};

export const documentRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/documents/clients/{clientId}/documents',
    action: DOCUMENT_ACTIONS.list,
    event: 'DocumentsListed',
    summary: "A page of a client's documents, the latest first: by service task, document type or case.",
    params: OfClient,
    query: DocumentsQuery,
    returns: DocumentPage,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listDocuments,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/documents/clients/{clientId}/documents/{documentId}',
    action: DOCUMENT_ACTIONS.read,
    event: 'DocumentRead',
    summary: 'Opens one document.',
    params: OneDocument,
    returns: DocumentView,
    refusals: [CLIENT_REFUSALS.merged, DOCUMENT_REFUSALS.noDefinition],
    client: ofPath,
    handle: readDocument,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/documents/clients/{clientId}/merged/{sourceId}/documents/{documentId}',
    action: DOCUMENT_ACTIONS.readMerged,
    event: 'MergedDocumentRead',
    summary: 'Opens a document of a client that was merged into this one.',
    params: OneDocument.extend({ sourceId: ClientId }),
    returns: DocumentView,
    refusals: [DOCUMENT_REFUSALS.noDefinition],
    client: ofPath,
    handle: inMerged(readDocument),
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/documents/clients/{clientId}/documents/{documentId}/versions',
    action: DOCUMENT_ACTIONS.readVersions,
    event: 'SupersededDocumentsRead',
    summary: 'Opens the versions of a document that corrections replaced.',
    params: OneDocument,
    query: VersionsQuery,
    returns: DocumentVersions,
    refusals: [CLIENT_REFUSALS.merged, DOCUMENT_REFUSALS.noDefinition],
    client: ofPath,
    handle: readVersions,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/documents/clients/{clientId}/documents/{documentId}/correct',
    action: DOCUMENT_ACTIONS.correct,
    event: 'DocumentCorrected',
    summary: 'Corrects a document; the old version is kept beside the new one.',
    writes: 'changes',
    params: OneDocument,
    body: CorrectDocument,
    longBody: true,
    returns: DocumentWritten,
    refusals: [
      ...MARKING_REFUSALS,
      DOCUMENT_REFUSALS.notValid,
      DOCUMENT_REFUSALS.classNotYours,
      DOCUMENT_REFUSALS.tooManyVersions,
    ],
    example: { document: written, reason },
    client: ofPath,
    handle: correctDocument,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/documents/clients/{clientId}/documents/{documentId}/invalidate',
    action: DOCUMENT_ACTIONS.invalidate,
    event: 'DocumentInvalidated',
    summary: 'Invalidates a document: it stays readable and says that it does not hold.',
    writes: 'changes',
    params: OneDocument,
    body: MarkDocument,
    returns: DocumentWritten,
    refusals: MARKING_REFUSALS,
    example: { reason: { ...reason, words: 'Laadittu väärästä jaksosta.' } },
    client: ofPath,
    handle: invalidateDocument,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/documents/clients/{clientId}/documents/{documentId}/remove',
    action: DOCUMENT_ACTIONS.remove,
    event: 'DocumentRemoved',
    summary: 'Removes an unneeded document: the content goes, a mark stays.',
    writes: 'changes',
    params: OneDocument,
    body: MarkDocument,
    returns: DocumentWritten,
    refusals: MARKING_REFUSALS,
    example: { reason: { ...reason, ground: 'unnecessary', words: 'Ei kuulu asian hoitamiseen.' } },
    client: ofPath,
    handle: removeDocument,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/documents/clients/{clientId}/documents/{documentId}/national',
    action: DOCUMENT_ACTIONS.readNational,
    event: 'NationalDocumentRead',
    summary: "The document in THL's JSON form.",
    params: OneDocument,
    returns: NationalDocument,
    refusals: [CLIENT_REFUSALS.merged, DOCUMENT_REFUSALS.noDefinition, DOCUMENT_REFUSALS.isMark],
    client: ofPath,
    handle: readNational,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/documents/clients/{clientId}/import',
    action: DOCUMENT_ACTIONS.import,
    event: 'DocumentImported',
    summary: "Takes in a final document of another system in THL's JSON form, as it is.",
    writes: 'creates',
    params: OfClient,
    body: ImportDocument,
    longBody: true,
    returns: DocumentWritten,
    refusals: [
      DOCUMENT_REFUSALS.noDefinition,
      DOCUMENT_REFUSALS.notValid,
      DOCUMENT_REFUSALS.classNotYours,
      DOCUMENT_REFUSALS.byAct,
      DOCUMENT_REFUSALS.noCase,
      DOCUMENT_REFUSALS.notOfCase,
    ],
    example: { definitionOid: '1.2.246.537.6.1506.16009.2022.6.28', ...written },
    client: ofPath,
    handle: importDocument,
  }),
];
