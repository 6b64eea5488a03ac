import type { Instant } from '../../kernel/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import type { Doer, Reason } from '../case-notes/model.ts';
import type { AttachmentHead, UploadFault, UploadItem } from './model.ts';
import { ATTACHMENT_REFUSALS } from './refusals.ts';

/** The moves of an upload and of an attachment. Each knows its prior state; the version is the race guard. */

/** Only a file still awaited is taken in or refused: delivered twice, it finds that it has ended. */
function ended(upload: UploadItem, now: Instant, by: string): UploadItem {
  if (upload.state !== 'awaited') throw new Refusal(ATTACHMENT_REFUSALS.closed);
  return { ...upload, ...changed(upload, now, by) };
}

/** awaited -> kept, under the name of the object that the attachment names. */
export const keepUpload = (upload: UploadItem, objectName: string, now: Instant, by: string): UploadItem => ({
  ...ended(upload, now, by),
  state: 'kept',
  objectName,
});

/** awaited -> refused, with why. */
export const refuseUpload = (
  upload: UploadItem,
  fault: UploadFault,
  now: Instant,
  by: string,
): UploadItem => ({
  ...ended(upload, now, by),
  state: 'refused',
  fault,
});

/** A removed one stays a mark, and of an invalidated one nothing more is changed but that it may be removed. */
export function refuseChanged(head: AttachmentHead): void {
  if (head.state === 'removed') throw new Refusal(ATTACHMENT_REFUSALS.isMark);
  if (head.state === 'invalidated') throw new Refusal(ATTACHMENT_REFUSALS.isInvalidated);
}

const next = (head: AttachmentHead, by: Doer): AttachmentHead => ({
  ...head,
  ...changed(head, by.at, by.userId),
});

/** The file that takes its place: what is of the file becomes the new one's, the place stays. */
export type NewFile = Pick<
  AttachmentHead,
  'mediaType' | 'bytes' | 'scanned' | 'objectName' | 'author' | 'uploadedAt' | 'keptAt' | 'origin'
> & { content: NonNullable<AttachmentHead['content']> } & Partial<
    Pick<AttachmentHead, 'pages' | 'documentDate'>
  >;

/** kept | corrected -> corrected: another file in its place. */
export function replaceFile(head: AttachmentHead, file: NewFile, reason: Reason, by: Doer): AttachmentHead {
  refuseChanged(head);
  const { pages: _pages, documentDate: _date, ...rest } = next(head, by);
  return {
    ...rest,
    ...file,
    state: 'corrected',
    correction: head.correction + 1,
    correctedBy: by,
    reason,
  };
}

/** kept | corrected -> invalidated: it stays readable, with the mark (mitätöinti). */
export function invalidateAttachment(head: AttachmentHead, reason: Reason, by: Doer): AttachmentHead {
  refuseChanged(head);
  return { ...next(head, by), state: 'invalidated', invalidatedBy: by, reason };
}

/** kept | corrected | invalidated -> removed: the key of the file goes, a mark of what, who, when and why stays. */
export function removeAttachment(head: AttachmentHead, reason: Reason, by: Doer): AttachmentHead {
  if (head.state === 'removed') throw new Refusal(ATTACHMENT_REFUSALS.isMark);
  const { content: _content, ...rest } = next(head, by);
  return { ...rest, state: 'removed', removedBy: by, reason };
}
