import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  AttachmentId,
  CaseId,
  ClientId,
  DocumentId,
  NoteId,
  SubjectRequestId,
  UploadId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { Doer, GivenReason, Reason } from '../case-notes/model.ts';
import { DocumentKind, ProcessPhase, Sensitivity } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';
import { MediaType, MOST_BYTES } from './media-type.ts';

/** How it came: a paper that was scanned (K-10.5), a file that somebody sent, or one made here. */
const Origin = z.enum(['scanned', 'received', 'made']).meta({ id: 'AttachmentOrigin' });

/** What it belongs to: an entry of the narrative or a document, whose class it then has. */
const Owner = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('caseNote'), id: NoteId }),
    z.strictObject({ kind: z.literal('document'), id: DocumentId }),
  ])
  .meta({ id: 'AttachmentOwner' });

/** What decree 457/2024 asks before it says who may use it. */
const AttachmentClass = z.strictObject({
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  socialServices: z.array(SocialService).max(10),
  sensitivity: Sensitivity,
  phase: ProcessPhase,
  kind: DocumentKind,
});

const placeShape = {
  attachmentId: AttachmentId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  belongsTo: Owner.optional(),
  ...AttachmentClass.shape,
  origin: Origin,
  /** Of the paper or file itself, where it bears one. */
  documentDate: LocalDate.optional(),
  mediaType: MediaType,
  bytes: z.int().positive().max(MOST_BYTES),
};

/** A file in one of its versions. */
export const FileVersion = z.strictObject({
  clientId: ClientId,
  attachmentId: AttachmentId,
  correction: z.int().nonnegative(),
});

/** Who sent it in. */
const Author = z.strictObject({ userId: UserId, name: z.string(), post: z.string() });

/** What is sealed of an upload: what the uploader says of the file. */
export const UploadContent = z.strictObject({
  title: z.string(),
  fileName: z.string().optional(),
  sha256: z.string(),
  /** The words of the ground, where it takes another's place. */
  reason: z.string().optional(),
});
export type UploadContent = z.infer<typeof UploadContent>;

/** Why a file was not taken in. The uploader sees the code; nothing of the file is kept. */
export const UploadFault = z
  .enum([
    'wrongLength',
    'wrongChecksum',
    'wrongType',
    'notReadable',
    'infected',
    'notScannable',
    'caseGone',
    'fileMerged',
    'changedMeanwhile',
  ])
  .meta({ id: 'UploadFault' });
export type UploadFault = z.infer<typeof UploadFault>;

/**
 * Lähetys: a file on its way in. It lies apart from the client's file, under a random id that also names the
 * object in the inbox, and is forgotten a month after it was begun.
 */
export const UploadItem = storedItem('upload', {
  uploadId: UploadId,
  ...placeShape,
  author: Author,
  state: z.enum(['awaited', 'kept', 'refused']),
  fault: UploadFault.optional(),
  /** After this moment no form is given. */
  closesAt: Instant,
  /** The attachment whose place it takes, as it stood when the upload was begun. */
  replaces: z
    .strictObject({ version: z.int().positive(), by: Doer, ...Reason.omit({ words: true }).shape })
    .optional(),
  /** The file of a package that it is a redacted copy of: then it becomes no attachment, and belongs to the request. */
  redacts: z.strictObject({ requestId: SubjectRequestId, of: FileVersion }).optional(),
  /** The sealed object that an attachment names: any other of this upload is an orphan. */
  objectName: z.string().optional(),
  content: Sealed,
  ttl: z.int(),
  ...inIndexes(1),
});
export type UploadItem = z.infer<typeof UploadItem>;

/** What is sealed of an attachment, with the key of its file: without this nothing opens the object. */
export const AttachmentContent = z.strictObject({
  title: z.string(),
  fileName: z.string().optional(),
  sha256: z.string(),
  /** 32 bytes in base 64. */
  fileKey: z.string(),
});
export type AttachmentContent = z.infer<typeof AttachmentContent>;

const fileShape = {
  ...placeShape,
  documentClass: z.literal('document'),
  /** Pages of a PDF, images of a TIFF, one for a picture; a text has none. */
  pages: z.int().positive().optional(),
  /** False where no scanner was configured when it was taken in. */
  scanned: z.boolean(),
  objectName: z.string(),
  author: Author,
  uploadedAt: Instant,
  keptAt: Instant,
  /** How many times another file took its place; the earlier ones are kept beside it. */
  correction: z.int().nonnegative(),
  correctedBy: Doer.optional(),
  reason: Reason.optional(),
  content: Sealed.optional(),
};

/**
 * Liite: a file of a client's documents (703/2023 §§ 3, 22): a scanned paper, a certificate, a picture. Kept
 * sealed outside the table, in chunks; this head says what it is and holds, sealed, the key of its file. It is
 * immutable: another file in its place is a new version, and the old one stays beside it.
 */
export const AttachmentHead = storedItem('attachment', {
  ...fileShape,
  /** `invalidated`: readable, with its mark. `removed`: a mark without the file. */
  state: z.enum(['kept', 'corrected', 'invalidated', 'removed']),
  invalidatedBy: Doer.optional(),
  removedBy: Doer.optional(),
  ...inIndexes(1, 2, 3),
});
export type AttachmentHead = z.infer<typeof AttachmentHead>;

/** A version whose place another file took: readable with a right of its own. */
export const SupersededAttachment = storedItem('supersededAttachment', fileShape);
export type SupersededAttachment = z.infer<typeof SupersededAttachment>;

/** Says of an entry or a case that an attachment is its own. */
export const AttachmentRow = storedItem('attachmentRow', {
  clientId: ClientId,
  attachmentId: AttachmentId,
});
export type AttachmentRow = z.infer<typeof AttachmentRow>;

const Said = {
  title: z.string().trim().min(1).max(200),
  fileName: z.string().trim().min(1).max(200).optional(),
  origin: Origin,
  documentDate: LocalDate.optional(),
  mediaType: MediaType,
  bytes: z.int().positive(),
  /** Of the whole file, in hexadecimal digits: what came in is compared with it. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 hexadecimal digits')
    .meta({ examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'] }),
};

/** A file as it is announced. Of what belongs to an entry the class is the entry's; of all else it is named. */
export const UploadOrder = z
  .strictObject({
    ...Said,
    caseId: CaseId.optional(),
    belongsTo: Owner.optional(),
    kind: DocumentKind.default('other'),
    serviceTasks: z.array(ServiceTask).max(7).default([]),
    socialServices: z.array(SocialService).max(10).default([]),
    sensitivity: Sensitivity.default('ordinary'),
    /** By default that of the worker's role. */
    phase: ProcessPhase.optional(),
  })
  .meta({ id: 'UploadOrder' });
export type UploadOrder = z.infer<typeof UploadOrder>;

/** A copy of a file of a package without what is others', which is given in its place. The file itself stays. */
export const RedactionOrder = z
  .strictObject({ ...Said })
  .omit({ title: true, fileName: true, origin: true, documentDate: true })
  .meta({ id: 'RedactionOrder' });
export type RedactionOrder = z.infer<typeof RedactionOrder>;

/** A file in the place of another, which stays beside it with the ground. Its place and class are the other's. */
export const ReplacementOrder = z
  .strictObject({ ...Said, reason: GivenReason })
  .meta({ id: 'ReplacementOrder' });
export type ReplacementOrder = z.infer<typeof ReplacementOrder>;
