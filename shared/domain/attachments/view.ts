import * as z from 'zod';
import { Reason } from '../case-notes/model.ts';
import { SecrecyMark } from '../secrecy.ts';
import { SpecialCategoryMark } from '../special-categories.ts';
import { AttachmentHead, SupersededAttachment, UploadItem } from './model.ts';

const ReasonView = z.strictObject({ ...Reason.omit({ words: true }).shape, words: z.string() });

const shown = {
  attachmentId: true,
  clientId: true,
  caseId: true,
  belongsTo: true,
  serviceTasks: true,
  socialServices: true,
  sensitivity: true,
  phase: true,
  kind: true,
  origin: true,
  documentDate: true,
  mediaType: true,
  bytes: true,
  pages: true,
  scanned: true,
  author: true,
  uploadedAt: true,
  keptAt: true,
  correction: true,
  correctedBy: true,
} as const;

const texts = {
  title: z.string().optional(),
  fileName: z.string().optional(),
  /** Of the whole file: whoever has put its parts together compares. */
  sha256: z.string().optional(),
  /** How many parts the content is read in, numbered from 1. A removed one has none. */
  parts: z.int().nonnegative(),
  reason: ReasonView.optional(),
  secrecy: SecrecyMark,
  specialCategories: SpecialCategoryMark.optional(),
};

/** An attachment as it is read. A removed one shows its mark and no title. */
export const AttachmentView = z
  .strictObject({
    ...AttachmentHead.pick({ ...shown, state: true, invalidatedBy: true, removedBy: true, version: true })
      .shape,
    ...texts,
  })
  .meta({ id: 'AttachmentView' });
export type AttachmentView = z.infer<typeof AttachmentView>;

/** A version whose place another file took. */
export const AttachmentVersionView = z
  .strictObject({
    ...SupersededAttachment.pick(shown).shape,
    supersededAt: SupersededAttachment.shape.createdAt,
    ...texts,
  })
  .meta({ id: 'AttachmentVersionView' });
export type AttachmentVersionView = z.infer<typeof AttachmentVersionView>;

/** An upload as its uploader follows it. `expired`: nothing came while it was awaited. */
export const UploadView = z
  .strictObject({
    ...UploadItem.pick({
      uploadId: true,
      clientId: true,
      attachmentId: true,
      mediaType: true,
      bytes: true,
      fault: true,
      closesAt: true,
    }).shape,
    begunAt: UploadItem.shape.createdAt,
    state: z.enum(['awaited', 'kept', 'refused', 'expired']),
  })
  .meta({ id: 'UploadView' });
export type UploadView = z.infer<typeof UploadView>;
