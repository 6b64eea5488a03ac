import * as z from 'zod';
import type { ActContext } from '../../../act.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { recordPlace } from '../../../crypto/place.ts';
import { Sealed } from '../../../crypto/sealed.ts';
import { CaseId, ClientId, SubjectRequestId, UploadId } from '../../../kernel/id.ts';
import { storedItem } from '../../../table/item.ts';
import { type Key, subjectRequestKeys } from '../../../table/keys.ts';
import { getItem, queryAll } from '../../../table/read.ts';
import { AttachmentContent, AttachmentHead, FileVersion } from '../../attachments/model.ts';

/**
 * Peitetty jäljennös: a copy of an attached file without what is others', which goes in the place of the file in a
 * package. It belongs to the request and ends with it; where the file is of a case, the key of the case opens it, so that
 * it opens no longer than the file itself.
 */
export const RedactedFile = storedItem('redactedFile', {
  copyId: UploadId,
  requestId: SubjectRequestId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  /** The file, in the version that stood when the package was put together. */
  of: FileVersion,
  ...AttachmentHead.pick({
    mediaType: true,
    bytes: true,
    pages: true,
    scanned: true,
    objectName: true,
    author: true,
  }).shape,
  content: Sealed,
});
export type RedactedFile = z.infer<typeof RedactedFile>;

const CopyContent = AttachmentContent.pick({ sha256: true, fileKey: true });
type CopyContent = z.infer<typeof CopyContent>;

type Where = Pick<ActContext, 'services' | 'actor'>;
const place = (key: Key) => recordPlace(key, 'content');

export const sealCopy = (
  ring: KeyRing,
  caseId: CaseId | undefined,
  key: Key,
  content: CopyContent,
): Promise<Sealed> => ring.seal(caseId, place(key), 1, content);

export const openCopy = (ring: KeyRing, item: RedactedFile): Promise<CopyContent> =>
  ring.open(item.content, place(item), CopyContent);

/** The copies that were made for a request: as many as its package has such files. */
export const loadCopies = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  requestId: SubjectRequestId,
): Promise<RedactedFile[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: subjectRequestKeys.partition(controller, clientId),
      span: subjectRequestKeys.spans.copies(requestId),
    },
    RedactedFile,
  );

export type CopyOf = Pick<RedactedFile, 'clientId' | 'requestId' | 'copyId'>;

/** One of them. */
export const loadCopy = (
  { services, actor: { controller } }: Where,
  { clientId, requestId, copyId }: CopyOf,
): Promise<RedactedFile | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    subjectRequestKeys.copy(controller, clientId, requestId, copyId),
    RedactedFile,
  );

export const isCopyOf = ({ of }: RedactedFile, source: z.infer<typeof FileVersion>): boolean =>
  of.clientId === source.clientId &&
  of.attachmentId === source.attachmentId &&
  of.correction === source.correction;
