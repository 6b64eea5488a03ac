import * as z from 'zod';
import { ATTACHMENT_ACTIONS } from '../../shared/access/actions/attachments.ts';
import { ReplacementOrder, UploadOrder } from '../../shared/domain/attachments/model.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import { UploadForm } from '../../shared/domain/attachments/upload-form.ts';
import { UploadView } from '../../shared/domain/attachments/view.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { AttachmentId, ClientId, UploadId } from '../../shared/kernel/id.ts';
import { beginUpload, UploadBegun } from './begin-upload.ts';
import { followUpload } from './follow-upload.ts';
import { listUploads, UploadPage } from './list-uploads.ts';
import { openForm } from './open-form.ts';
import { replaceAttachment } from './replace-attachment.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OneUpload = OfClient.extend({ uploadId: UploadId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

const said = {
  title: 'Lääkärintodistus',
  fileName: 'todistus.pdf',
  origin: 'scanned',
  documentDate: '2026-11-20',
  mediaType: 'application/pdf',
  bytes: 48_213,
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
} as const;
const order: z.input<typeof UploadOrder> = { ...said, kind: 'other', serviceTasks: ['families'] };
const replacement: z.input<typeof ReplacementOrder> = {
  ...said,
  reason: { ground: 'incomplete', initiator: 'ownInitiative', words: 'Toinen sivu puuttui skannauksesta.' },
};

export const uploadRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/attachments/clients/{clientId}/uploads',
    action: ATTACHMENT_ACTIONS.beginUpload,
    event: 'AttachmentUploadBegun',
    summary: 'Announces a file; the form by which it is sent is read after this.',
    writes: 'creates',
    params: OfClient,
    body: UploadOrder,
    returns: UploadBegun,
    refusals: [
      ATTACHMENT_REFUSALS.noRelationship,
      ATTACHMENT_REFUSALS.noCase,
      ATTACHMENT_REFUSALS.noOwner,
      ATTACHMENT_REFUSALS.notValid,
      ATTACHMENT_REFUSALS.classNotYours,
    ],
    example: order,
    client: ofPath,
    handle: beginUpload,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/uploads/{uploadId}/form',
    action: ATTACHMENT_ACTIONS.openForm,
    event: 'AttachmentUploadFormOpened',
    summary: 'The signed form by which the announced file is posted, good for minutes.',
    params: OneUpload,
    returns: UploadForm,
    refusals: [ATTACHMENT_REFUSALS.closed],
    client: ofPath,
    handle: openForm,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/uploads/{uploadId}',
    action: ATTACHMENT_ACTIONS.followUpload,
    event: 'AttachmentUploadFollowed',
    summary: 'How an upload of one’s own fares, and why a file was refused.',
    params: OneUpload,
    returns: UploadView,
    client: ofPath,
    handle: followUpload,
  }),
  read({
    method: 'GET',
    path: '/v1/attachments/uploads',
    action: ATTACHMENT_ACTIONS.listUploads,
    event: 'OwnUploadsListed',
    summary: 'What the worker has sent in of late, the latest first.',
    query: PageQuery,
    returns: UploadPage,
    handle: listUploads,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/attachments/clients/{clientId}/attachments/{attachmentId}/replace',
    action: ATTACHMENT_ACTIONS.replace,
    event: 'AttachmentReplacementBegun',
    summary: 'Announces a file that takes the place of another; the old one is kept beside it.',
    writes: 'changes',
    params: OfClient.extend({ attachmentId: AttachmentId }),
    body: ReplacementOrder,
    returns: UploadBegun,
    refusals: [
      CLIENT_REFUSALS.merged,
      NOTE_REFUSALS.notTheAuthor,
      NOTE_REFUSALS.presenceNeeded,
      ATTACHMENT_REFUSALS.notValid,
      ATTACHMENT_REFUSALS.isMark,
      ATTACHMENT_REFUSALS.isInvalidated,
      ATTACHMENT_REFUSALS.tooManyVersions,
    ],
    example: replacement,
    client: ofPath,
    handle: replaceAttachment,
  }),
];
