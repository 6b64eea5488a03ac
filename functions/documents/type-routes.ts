import { DOCUMENT_ACTIONS } from '../../shared/access/actions/documents.ts';
import { type Route, read } from '../../shared/http/route.ts';
import { DocumentTypes, listTypes, TypeQuery } from './list-types.ts';
import { DocumentTypeView, OneType, readType, TypeVersion } from './read-type.ts';

/** Asiakirjatyypit: the national definitions, from which a front end builds its forms. */
export const typeRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/documents/types',
    action: DOCUMENT_ACTIONS.listTypes,
    event: 'DocumentTypesListed',
    summary: 'The national kinds of documents, by type, subject and service task.',
    query: TypeQuery,
    returns: DocumentTypes,
    handle: listTypes,
  }),
  read({
    method: 'GET',
    path: '/v1/documents/types/{oid}',
    action: DOCUMENT_ACTIONS.readType,
    event: 'DocumentTypeRead',
    summary: 'One kind of document: its fields, and JSON Schemas of its draft and its final form.',
    params: OneType,
    query: TypeVersion,
    returns: DocumentTypeView,
    handle: readType,
  }),
];
