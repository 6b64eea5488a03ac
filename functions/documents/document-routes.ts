import * as z from 'zod';
import { DOCUMENT_ACTIONS } from '../../shared/access/actions/documents.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { DocumentView } from '../../shared/domain/documents/view.ts';
import { type Route, readOfClient } from '../../shared/http/route.ts';
import { ClientId, DocumentId } from '../../shared/kernel/id.ts';
import { DocumentPage, DocumentsQuery, listDocuments } from './list-documents.ts';
import { readDocument } from './read-document.ts';
import { DocumentVersions, readVersions } from './read-versions.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OneDocument = OfClient.extend({ documentId: DocumentId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

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
    path: '/v1/documents/clients/{clientId}/documents/{documentId}/versions',
    action: DOCUMENT_ACTIONS.readVersions,
    event: 'SupersededDocumentsRead',
    summary: 'Opens the versions of a document that corrections replaced.',
    params: OneDocument,
    returns: DocumentVersions,
    refusals: [CLIENT_REFUSALS.merged, DOCUMENT_REFUSALS.noDefinition],
    client: ofPath,
    handle: readVersions,
  }),
];
