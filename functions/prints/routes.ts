import * as z from 'zod';
import { PRINT_ACTIONS } from '../../shared/access/actions/prints.ts';
import { inMerged } from '../../shared/access/in-merged.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, readOfClient } from '../../shared/http/route.ts';
import { ClientId, DocumentId, NoteId } from '../../shared/kernel/id.ts';
import { BundleOrder, printBundle } from './print-bundle.ts';
import { printDocument } from './print-document.ts';
import { OneForm, printForm } from './print-form.ts';
import { NarrativePrintQuery, printNarrative } from './print-narrative.ts';
import { printNote } from './print-note.ts';
import { PAGE_OR_PDF, PrintQuery, PrintWithQuery } from './print-query.ts';
import { printVersion } from './print-version.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OfMerged = OfClient.extend({ sourceId: ClientId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

/** Where a print may be handed to a representative. */
const OF_GIVING = [DISCLOSURE_REFUSALS.minorsBan];
/** In a merged file a representative may be named by the relation of one file and shut out in another. */
const OF_GIVING_MERGED = [...OF_GIVING, DISCLOSURE_REFUSALS.representativeUnnamed];
const ATTACHED = [PRINT_REFUSALS.tooLarge, PRINT_REFUSALS.attachmentsOnlyInPdf];
const OF_ATTACHMENTS = [CLIENT_REFUSALS.merged, ...ATTACHED];

export const routes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/prints/clients/{clientId}/documents/{documentId}',
    action: PRINT_ACTIONS.document,
    event: 'DocumentPrinted',
    discloses: true,
    summary:
      'One document as a page or, with accept: application/pdf, as a PDF, with its attachments where asked.',
    params: OfClient.extend({ documentId: DocumentId }),
    query: PrintWithQuery,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [...OF_GIVING, ...OF_ATTACHMENTS, DOCUMENT_REFUSALS.noDefinition],
    client: ofPath,
    handle: printDocument,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/prints/clients/{clientId}/merged/{sourceId}/documents/{documentId}',
    action: PRINT_ACTIONS.mergedDocument,
    event: 'MergedDocumentPrinted',
    discloses: true,
    summary: 'One document of a client that was merged into this one, as a page or as a PDF.',
    params: OfMerged.extend({ documentId: DocumentId }),
    query: PrintWithQuery,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [...OF_GIVING_MERGED, ...ATTACHED, DOCUMENT_REFUSALS.noDefinition],
    client: ofPath,
    handle: inMerged(printDocument),
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/prints/clients/{clientId}/documents/{documentId}/versions/{correction}',
    action: PRINT_ACTIONS.documentVersion,
    event: 'SupersededDocumentPrinted',
    summary:
      'A version of a document that a correction replaced, marked as superseded: of correction 0 the first one.',
    params: OfClient.extend({
      documentId: DocumentId,
      correction: z.coerce.number().int().min(0).max(100),
    }),
    query: PrintQuery,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [CLIENT_REFUSALS.merged, PRINT_REFUSALS.tooLarge, DOCUMENT_REFUSALS.noDefinition],
    client: ofPath,
    handle: printVersion,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/prints/clients/{clientId}/notes/{noteId}',
    action: PRINT_ACTIONS.note,
    event: 'CaseNotePrinted',
    discloses: true,
    summary:
      'One entry as a page or, with accept: application/pdf, as a PDF, with its attachments where asked.',
    params: OfClient.extend({ noteId: NoteId }),
    query: PrintWithQuery,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [...OF_GIVING, ...OF_ATTACHMENTS],
    client: ofPath,
    handle: printNote,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/prints/clients/{clientId}/merged/{sourceId}/notes/{noteId}',
    action: PRINT_ACTIONS.mergedNote,
    event: 'MergedNotePrinted',
    discloses: true,
    summary: 'One entry of a client that was merged into this one, as a page or as a PDF.',
    params: OfMerged.extend({ noteId: NoteId }),
    query: PrintWithQuery,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [...OF_GIVING_MERGED, ...ATTACHED],
    client: ofPath,
    handle: inMerged(printNote),
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/prints/clients/{clientId}/narrative',
    action: PRINT_ACTIONS.narrative,
    event: 'NarrativePrinted',
    discloses: true,
    summary: 'The entries of a period, the earliest event first, as a page or as a PDF.',
    params: OfClient,
    query: NarrativePrintQuery,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [...OF_GIVING, CLIENT_REFUSALS.merged, PRINT_REFUSALS.tooLarge],
    client: ofPath,
    handle: printNarrative,
  }),
  readOfClient({
    method: 'POST',
    path: '/v1/prints/clients/{clientId}/bundle',
    action: PRINT_ACTIONS.bundle,
    event: 'BundlePrinted',
    discloses: true,
    summary: 'Chosen documents with an index, and their attachments where asked, as one file: for a court.',
    params: OfClient,
    query: PrintQuery,
    body: BundleOrder,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [
      ...OF_ATTACHMENTS,
      ...OF_GIVING,
      DISCLOSURE_REFUSALS.representativeUnnamed,
      DOCUMENT_REFUSALS.noDefinition,
    ],
    example: { documentIds: ['01KBN4PZ00000000000000000A'], attachments: true },
    client: ofPath,
    handle: printBundle,
  }),
  read({
    method: 'GET',
    path: '/v1/prints/forms/{oid}',
    action: PRINT_ACTIONS.form,
    event: 'FormPrinted',
    summary: 'A kind of document as a form to be filled in by hand, as a page or as a PDF.',
    params: OneForm,
    query: PrintQuery,
    returns: FileAnswer,
    file: PAGE_OR_PDF,
    refusals: [PRINT_REFUSALS.tooLarge],
    handle: printForm,
  }),
];
