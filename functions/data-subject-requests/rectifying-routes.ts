import { RECTIFYING_ACTIONS } from '../../shared/access/actions/rectifying.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { DISPOSAL_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, readOfClient, write } from '../../shared/http/route.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { CarryOut, carryOut } from './carry-out.ts';
import { CHUNK } from './give-file.ts';
import {
  ClientStatements,
  KeepStatement,
  keepStatement,
  OfDocument,
  OfNote,
  statementsOfDocument,
  statementsOfNote,
} from './keep-statement.ts';
import { OneRequest, SubjectRequestChanged } from './known-request.ts';
import { LiftLimit, liftLimit } from './lift-limit.ts';
import { limitProcessing } from './limit-processing.ts';
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
import { listRecipients, Recipients, TellRecipients, tellRecipients } from './tell-recipients.ts';

const CLIENT = '/v1/data-subject-requests/clients/{clientId}';
const ONE = `${CLIENT}/requests/{requestId}`;
const CHANGES = {
  method: 'POST',
  writes: 'changes',
  params: OneRequest,
  returns: SubjectRequestChanged,
} as const;
const { notFound } = COMMON_REFUSALS;
const { notValid, notNow, identityPending } = SUBJECT_REQUEST_REFUSALS;
const AN_ID = '01KBN4PZ00000000000000000A';
const ofPath = ({ params }: { params: { clientId: ClientId } }) => ({ clientId: params.clientId });

/** What is put right, kept beside, restricted or removed at a person's demand, and who is told of it. */
export const rectifyingRoutes: readonly Route[] = [
  write({
    ...CHANGES,
    path: `${ONE}/carried-out`,
    action: RECTIFYING_ACTIONS.carryOut,
    event: 'SubjectRequestCarriedOut',
    summary: 'Records that entries and documents were corrected or removed as decided: each must have been.',
    body: CarryOut,
    refusals: [notFound, notNow, notValid, identityPending],
    example: { targets: [{ kind: 'caseNote', id: AN_ID }] },
    handle: carryOut,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/statements`,
    action: RECTIFYING_ACTIONS.keepStatement,
    event: 'ClientStatementKept',
    summary: 'Keeps what the client says of an entry or a document beside it.',
    body: KeepStatement,
    refusals: [notFound, notNow, identityPending],
    example: { target: { kind: 'caseNote', id: AN_ID }, words: 'En ollut silloin kotona.' },
    handle: keepStatement,
  }),
  readOfClient({
    method: 'GET',
    path: `${CLIENT}/notes/{noteId}/statements`,
    action: RECTIFYING_ACTIONS.statementsOfNote,
    event: 'StatementsOfNoteRead',
    summary: 'What the client has said of an entry.',
    params: OfNote,
    returns: ClientStatements,
    client: ofPath,
    handle: statementsOfNote,
  }),
  readOfClient({
    method: 'GET',
    path: `${CLIENT}/documents/{documentId}/statements`,
    action: RECTIFYING_ACTIONS.statementsOfDocument,
    event: 'StatementsOfDocumentRead',
    summary: 'What the client has said of a document.',
    params: OfDocument,
    returns: ClientStatements,
    client: ofPath,
    handle: statementsOfDocument,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/limit`,
    action: RECTIFYING_ACTIONS.limit,
    event: 'ProcessingLimited',
    summary: 'Marks what a granted request names: from now on it is kept, and neither read nor changed.',
    refusals: [notFound, notNow, notValid, identityPending, DISPOSAL_REFUSALS.begun],
    handle: limitProcessing,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/lift`,
    action: RECTIFYING_ACTIONS.lift,
    event: 'ProcessingLimitLifted',
    summary: 'Lifts a restriction of processing, of which the client was told before.',
    body: LiftLimit,
    refusals: [notFound, notNow, notValid],
    example: { toldOn: '2026-11-24' },
    handle: liftLimit,
  }),
  readOfClient({
    method: 'GET',
    path: `${CLIENT}/notes/{noteId}/limited`,
    action: RECTIFYING_ACTIONS.readLimitedNote,
    event: 'LimitedNoteRead',
    summary: 'An entry whose processing is restricted, read on a ground of (EU) 2016/679 art. 18(2).',
    params: OfNote,
    query: OnGround,
    returns: LimitedNote,
    client: ofPath,
    handle: readLimitedNote,
  }),
  readOfClient({
    method: 'GET',
    path: `${CLIENT}/documents/{documentId}/limited`,
    action: RECTIFYING_ACTIONS.readLimitedDocument,
    event: 'LimitedDocumentRead',
    summary: 'A document whose processing is restricted, read on a ground of (EU) 2016/679 art. 18(2).',
    params: OfDocument,
    query: OnGround,
    returns: LimitedDocument,
    client: ofPath,
    handle: readLimitedDocument,
  }),
  readOfClient({
    method: 'GET',
    path: `${CLIENT}/attachments/{attachmentId}/limited`,
    action: RECTIFYING_ACTIONS.readLimitedFile,
    event: 'LimitedFileRead',
    summary:
      'The file of an attachment of what is restricted, in pieces of 4 MB, on a ground of (EU) 2016/679 art. 18(2).',
    params: OfAttachment,
    query: ChunkOnGround,
    returns: FileAnswer,
    file: CHUNK,
    client: ofPath,
    handle: readLimitedFile,
  }),
  read({
    method: 'GET',
    path: `${ONE}/recipients`,
    action: RECTIFYING_ACTIONS.listRecipients,
    event: 'RecipientsListed',
    summary: 'To whom what a request is about was disclosed, and who of them has been told.',
    params: OneRequest,
    returns: Recipients,
    handle: listRecipients,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/recipients/told`,
    action: RECTIFYING_ACTIONS.tellRecipients,
    event: 'RecipientsTold',
    summary: 'Records that recipients of what was put right, removed or restricted were told (art. 19).',
    body: TellRecipients,
    refusals: [notFound, notNow, notValid],
    example: { disclosureIds: [AN_ID], toldOn: '2026-11-24' },
    handle: tellRecipients,
  }),
];
