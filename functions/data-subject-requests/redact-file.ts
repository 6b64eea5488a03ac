import * as z from 'zod';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { announcedUpload } from '../../shared/domain/attachments/announced.ts';
import type { RedactionOrder, UploadItem } from '../../shared/domain/attachments/model.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import { judgeFile } from '../../shared/domain/attachments/rules.ts';
import { loadAttachment } from '../../shared/domain/attachments/store.ts';
import {
  expectOpenUpload,
  signedForm,
  type UploadForm,
} from '../../shared/domain/attachments/upload-form.ts';
import { loadUpload, viewOfUpload } from '../../shared/domain/attachments/uploads.ts';
import type { UploadView } from '../../shared/domain/attachments/view.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { isCopyOf, loadCopies } from '../../shared/domain/data-subject-requests/package/redacted.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { UploadId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { fileToCheck, lineOfFile, OneFile } from './give-file.ts';

export const OneCopy = OneFile.extend({ copyId: UploadId });
type OneCopy = z.infer<typeof OneCopy>;

export const RedactionBegun = z
  .strictObject({ copyId: UploadId, version: z.int() })
  .meta({ id: 'RedactionBegun' });

/** So many copies are made of one file: who needs another uses what there is. */
const MOST_COPIES = 20;

/**
 * Announces a copy of a file of a package from which others' data were taken out: it comes in as attachments do, belongs
 * to the request, and is given in the place of the file where a check of the part says so. The file itself stays.
 */
export async function beginRedaction(
  context: ActContext,
  { params, body: order }: { params: OneFile; body: RedactionOrder },
): Promise<Answer<z.infer<typeof RedactionBegun>>> {
  const { services, actor, today } = context;
  const { clientId, requestId } = params;
  const { head, found } = await fileToCheck(context, params);
  const concerns = [clientId];
  const [{ attachments }, copies, ring, of] = await Promise.all([
    settingsOf(services, actor.controller),
    loadCopies(context, clientId, requestId),
    ringOfAsker(context, clientId),
    loadAttachment(context, found.source.clientId, found.source.attachmentId),
  ]);
  if (of === undefined) throw new Refusal(SUBJECT_REQUEST_REFUSALS.fileGone, { concerns });
  const made = copies.filter((copy) => isCopyOf(copy, found.source)).length;
  if (head.state !== 'assembled' || made >= MOST_COPIES) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  refuseErrors(ATTACHMENT_REFUSALS.notValid, judgeFile(order, attachments, today));
  const { serviceTasks, socialServices, sensitivity, phase, kind, caseId } = of;
  const { mediaType, bytes, sha256 } = order;
  const upload = await announcedUpload(
    context,
    ring,
    {
      attachmentId: of.attachmentId,
      clientId,
      // The keys of a case are with the file that it is in.
      ...(caseId === undefined || of.clientId !== clientId ? {} : { caseId }),
      serviceTasks,
      socialServices,
      sensitivity,
      phase,
      kind,
      origin: 'made',
      mediaType,
      bytes,
      redacts: { requestId, of: found.source },
    },
    { title: 'Peitetty jäljennös', sha256 },
  );
  const copyId = upload.uploadId;
  const { part, place } = params;
  return commit(context, {
    changes: [{ put: upload, when: 'absent' }],
    line: {
      ...lineOfCopy(params, upload),
      resources: [...lineOfCopy(params, upload).resources, ...lineOfFile(head, found).resources],
      changedFields: ['upload'],
    },
    answer: {
      body: { copyId, version: 1 },
      version: 1,
      location: `/v1/data-subject-requests/clients/${clientId}/requests/${requestId}/package/parts/${part}/files/${place}/copies/${copyId}/form`,
    },
  });
}

/** The form by which an announced copy is sent, for whoever announced it. */
export async function openCopyForm(
  context: ActContext,
  { params }: { params: OneCopy },
): Promise<Reading<UploadForm>> {
  const upload = await ownCopy(context, params);
  expectOpenUpload(upload, context);
  return { line: lineOfCopy(params, upload), body: () => signedForm(context, upload) };
}

/** How an announced copy fares, and why it was refused. */
export async function followCopy(
  context: ActContext,
  { params }: { params: OneCopy },
): Promise<Reading<UploadView>> {
  const upload = await ownCopy(context, params);
  return {
    version: upload.version,
    line: lineOfCopy(params, upload),
    body: () => viewOfUpload(upload, context.now),
  };
}

/** @throws Refusal where it is not a copy of this file, or another's. */
async function ownCopy(context: ActContext, params: OneCopy): Promise<UploadItem> {
  const [{ found }, upload] = await Promise.all([
    fileToCheck(context, params),
    loadUpload(context, params.copyId),
  ]);
  const { redacts } = upload ?? {};
  const isIt =
    redacts?.requestId === params.requestId &&
    redacts.of.attachmentId === found.source.attachmentId &&
    redacts.of.correction === found.source.correction;
  if (upload === undefined || !isIt || upload.author.userId !== context.actor.userId) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [params.clientId] });
  }
  return upload;
}

const lineOfCopy = (
  { clientId, requestId }: OneFile,
  { uploadId, version, serviceTasks }: UploadItem,
): Reading<never>['line'] => ({
  clients: [clientId],
  resources: [{ kind: 'upload', id: uploadId, version, serviceTasks }],
  dataGroups: ['dataRequests', 'attachments'],
  reasonId: requestId,
});
