import { MERGED_RECTIFYING_ACTIONS } from '../../shared/access/actions/rectifying-merged.ts';
import { inMerged } from '../../shared/access/in-merged.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, readOfClient } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { CHUNK } from './give-file.ts';
import {
  ClientStatements,
  OfDocument,
  OfNote,
  statementsOfDocument,
  statementsOfNote,
} from './keep-statement.ts';
import {
  ChunkOnGround,
  LimitedDocument,
  LimitedNote,
  OfAttachment,
  OnGround,
  readLimitedDocument,
  readLimitedFile,
  readLimitedNote,
} from './read-limited.ts';

const FILE = '/v1/data-subject-requests/clients/{clientId}/merged/{sourceId}';
const READS = {
  method: 'GET',
  client: ({ params }: { params: { clientId: ClientId } }) => ({ clientId: params.clientId }),
} as const;
const merged = { sourceId: ClientId };
const onNote = { ...READS, params: OfNote.extend(merged) };
const onDocument = { ...READS, params: OfDocument.extend(merged) };

/** What the client said of what stands in a merged file, and what of it is kept only (docs/decisions/0145). */
export const mergedRoutes: readonly Route[] = [
  readOfClient({
    ...onNote,
    path: `${FILE}/notes/{noteId}/statements`,
    action: MERGED_RECTIFYING_ACTIONS.statementsOfNote,
    event: 'StatementsOfMergedNoteRead',
    summary: 'What the client has said of an entry of a client that was merged into this one.',
    returns: ClientStatements,
    handle: inMerged(statementsOfNote),
  }),
  readOfClient({
    ...onDocument,
    path: `${FILE}/documents/{documentId}/statements`,
    action: MERGED_RECTIFYING_ACTIONS.statementsOfDocument,
    event: 'StatementsOfMergedDocumentRead',
    summary: 'What the client has said of a document of a client that was merged into this one.',
    returns: ClientStatements,
    handle: inMerged(statementsOfDocument),
  }),
  readOfClient({
    ...onNote,
    path: `${FILE}/notes/{noteId}/limited`,
    action: MERGED_RECTIFYING_ACTIONS.readLimitedNote,
    event: 'LimitedMergedNoteRead',
    summary: 'An entry of a merged client whose processing is restricted, read on a ground of art. 18(2).',
    query: OnGround,
    returns: LimitedNote,
    handle: inMerged(readLimitedNote),
  }),
  readOfClient({
    ...onDocument,
    path: `${FILE}/documents/{documentId}/limited`,
    action: MERGED_RECTIFYING_ACTIONS.readLimitedDocument,
    event: 'LimitedMergedDocumentRead',
    summary: 'A document of a merged client whose processing is restricted, read on a ground of art. 18(2).',
    query: OnGround,
    returns: LimitedDocument,
    handle: inMerged(readLimitedDocument),
  }),
  readOfClient({
    ...READS,
    path: `${FILE}/attachments/{attachmentId}/limited`,
    action: MERGED_RECTIFYING_ACTIONS.readLimitedFile,
    event: 'LimitedMergedFileRead',
    summary: 'The file of an attachment of a merged client, of what is restricted, in pieces of 4 MB.',
    params: OfAttachment.extend(merged),
    query: ChunkOnGround,
    returns: FileAnswer,
    file: CHUNK,
    handle: inMerged(readLimitedFile),
  }),
];
