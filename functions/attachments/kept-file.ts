import { classesNow } from '../../shared/access/class-of-attachment.ts';
import type { ActContext, Change, LinePart } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type {
  AttachmentHead,
  UploadContent,
  UploadFault,
  UploadItem,
} from '../../shared/domain/attachments/model.ts';
import {
  indexedAttachment,
  loadAttachment,
  rowsOf,
  sealContent,
} from '../../shared/domain/attachments/store.ts';
import { type NewFile, replaceFile } from '../../shared/domain/attachments/transitions.ts';
import { supersede } from '../../shared/domain/attachments/versions.ts';
import { loggedReason, sealReason } from '../../shared/domain/case-notes/texts.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';

export type Sealing = {
  pages: number | undefined;
  scanned: boolean;
  fileKey: Uint8Array;
  objectName: string;
};
/** What is written of a file, and of the attachment that it is or is a copy of what the line names. */
export type Kept = Partial<Pick<AttachmentHead, 'version'>> &
  Pick<AttachmentHead, 'serviceTasks'> & { changes: Change[]; reason: Pick<LinePart, 'reasonId'> };

/** The attachment that a file becomes: a new one, or the next version of the one whose place it takes. */
export async function keptFile(
  context: ActContext,
  ring: KeyRing,
  upload: UploadItem,
  content: UploadContent,
  sealing: Sealing,
): Promise<Kept | { fault: UploadFault }> {
  const { actor, now } = context;
  const { attachmentId, clientId, caseId, belongsTo, replaces } = upload;
  const key = clientKeys.attachment(actor.controller, clientId, attachmentId);
  if (replaces !== undefined) return replaced(context, ring, upload, content, sealing);
  const { author } = upload;
  // Its owner may have been corrected since it was announced.
  const [itsClass = upload] = await classesNow(context, clientId, [upload]);
  const { serviceTasks, socialServices, sensitivity, phase, kind } = itsClass;
  const head = await indexedAttachment(context, {
    ...key,
    entity: 'attachment',
    ...created(now, author.userId),
    attachmentId,
    clientId,
    ...(caseId === undefined ? {} : { caseId }),
    ...(belongsTo === undefined ? {} : { belongsTo }),
    serviceTasks,
    socialServices,
    sensitivity,
    phase,
    kind,
    documentClass: 'document',
    ...(await fileOf(context, ring, upload, content, sealing, 1)),
    state: 'kept',
    correction: 0,
  });
  return {
    version: head.version,
    serviceTasks,
    changes: [
      { put: head, when: 'absent' },
      ...rowsOf(actor.controller, head, { now, userId: author.userId }),
    ],
    reason: {},
  };
}

async function replaced(
  context: ActContext,
  ring: KeyRing,
  upload: UploadItem,
  content: UploadContent,
  sealing: Sealing,
): Promise<Kept | { fault: UploadFault }> {
  const { attachmentId, clientId, caseId, replaces } = upload;
  const head = await loadAttachment(context, clientId, attachmentId);
  if (head === undefined || replaces === undefined || head.version !== replaces.version) {
    return { fault: 'changedMeanwhile' };
  }
  const version = head.version + 1;
  const [file, reason, before] = await Promise.all([
    fileOf(context, ring, upload, content, sealing, version),
    sealReason(
      ring,
      { clientId, caseId },
      { key: head, version },
      {
        ...replaces,
        words: content.reason ?? '',
      },
    ),
    supersede(context, ring, head),
  ]);
  const next = replaceFile(head, file, reason, replaces.by);
  return {
    version: next.version,
    serviceTasks: next.serviceTasks,
    changes: [
      { put: next, when: { version: head.version } },
      { put: before, when: 'absent' },
    ],
    reason: { reasonId: loggedReason(reason) },
  };
}

/** What is of the file: its object, and the key of it sealed with its title at the place of the head. */
async function fileOf(
  context: ActContext,
  ring: KeyRing,
  upload: UploadItem,
  { title, fileName, sha256 }: UploadContent,
  { pages, scanned, fileKey, objectName }: Sealing,
  version: number,
): Promise<NewFile> {
  const { attachmentId, clientId, caseId, mediaType, bytes, origin, documentDate, author } = upload;
  const key = clientKeys.attachment(context.actor.controller, clientId, attachmentId);
  const content = await sealContent(
    ring,
    caseId,
    { key, version },
    {
      title,
      ...(fileName === undefined ? {} : { fileName }),
      sha256,
      fileKey: Buffer.from(fileKey).toString('base64'),
    },
  );
  return {
    mediaType,
    bytes,
    ...(pages === undefined ? {} : { pages }),
    origin,
    ...(documentDate === undefined ? {} : { documentDate }),
    scanned,
    objectName,
    author,
    uploadedAt: upload.createdAt,
    keptAt: context.now,
    content,
  };
}
