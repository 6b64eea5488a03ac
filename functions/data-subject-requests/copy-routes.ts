import { REDACTED_COPY_ACTIONS } from '../../shared/access/actions/redacted-copies.ts';
import { RedactionOrder } from '../../shared/domain/attachments/model.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import { UploadForm } from '../../shared/domain/attachments/upload-form.ts';
import { UploadView } from '../../shared/domain/attachments/view.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { OneFile } from './give-file.ts';
import { beginRedaction, followCopy, OneCopy, openCopyForm, RedactionBegun } from './redact-file.ts';

const COPIES =
  '/v1/data-subject-requests/clients/{clientId}/requests/{requestId}/package/parts/{part}/files/{place}/copies';
const ONE = `${COPIES}/{copyId}`;
const { notFound } = COMMON_REFUSALS;
const { notNow, fileGone } = SUBJECT_REQUEST_REFUSALS;

/** Redacted copies of the files of a package: announced, sent as attachments are, and followed. */
export const copyRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: COPIES,
    action: REDACTED_COPY_ACTIONS.redactFile,
    event: 'InspectionPackageCopyBegun',
    summary: 'Announces a copy of an attached file without what is others’, to be given in its place.',
    writes: 'creates',
    params: OneFile,
    body: RedactionOrder,
    returns: RedactionBegun,
    refusals: [notFound, notNow, fileGone, ATTACHMENT_REFUSALS.notValid],
    example: {
      mediaType: 'application/pdf',
      bytes: 48_213,
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
    handle: beginRedaction,
  }),
  read({
    method: 'GET',
    path: `${ONE}/form`,
    action: REDACTED_COPY_ACTIONS.openCopyForm,
    event: 'InspectionPackageCopyFormOpened',
    summary: 'The signed form by which the announced copy is posted, good for minutes.',
    params: OneCopy,
    returns: UploadForm,
    refusals: [notFound, ATTACHMENT_REFUSALS.closed],
    handle: openCopyForm,
  }),
  read({
    method: 'GET',
    path: ONE,
    action: REDACTED_COPY_ACTIONS.followCopy,
    event: 'InspectionPackageCopyFollowed',
    summary: 'How an announced copy fares, and why it was refused.',
    params: OneCopy,
    returns: UploadView,
    refusals: [notFound],
    handle: followCopy,
  }),
];
