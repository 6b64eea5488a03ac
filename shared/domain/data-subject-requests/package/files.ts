import type { ActContext } from '../../../act.ts';
import { type Chunks, openFile } from '../../attachments/open-file.ts';
import { loadAttachment, loadSuperseded, openContent } from '../../attachments/store.ts';
import { ringOfAsker } from '../../log-requests/store.ts';
import type { KeptReview, PackageFile, StoredItem } from './model.ts';
import { type CopyOf, loadCopy, openCopy } from './redacted.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

type File = { file: PackageFile; source: NonNullable<StoredItem['source']> };
/** A file as it is opened: the one of the item, or the copy that is given in its place. */
export type FileOfItem = File & { copy?: CopyOf & { file: PackageFile } };

/** The file of an item, where it has one. */
export const fileOfItem = ({ file, source }: StoredItem): File | undefined =>
  file === undefined || source === undefined ? undefined : { file, source };

/** The file of an item as whoever went through it lets it be given. */
export function fileGivenOf(
  item: StoredItem,
  { files }: KeptReview,
  { clientId, requestId }: Omit<CopyOf, 'copyId'>,
): FileOfItem | undefined {
  const found = fileOfItem(item);
  const redacted = files.find(({ place }) => place === item.place)?.redacted;
  if (found === undefined || redacted === undefined) return found;
  const { copyId, file } = redacted;
  return { ...found, copy: { clientId, requestId, copyId, file } };
}

/**
 * So many chunks of the file of an item, the one that stood when the package was put together: its checksum tells.
 * @returns undefined where it was removed from the file of the client since: what was erased is given to nobody, nor is
 * a copy of it.
 */
export async function openFileOfItem(
  where: Where,
  { file, source, copy }: FileOfItem,
  chunks: Chunks,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { clientId, attachmentId, correction } = source;
  const [ring, head] = await Promise.all([
    ringOfAsker(where, clientId),
    loadAttachment(where, clientId, attachmentId),
  ]);
  const item =
    head === undefined || head.correction === correction
      ? head
      : (await loadSuperseded(where, clientId, attachmentId)).find((one) => one.correction === correction);
  const content = item === undefined ? undefined : await openContent(ring, item);
  if (item === undefined || content?.sha256 !== file.sha256) return undefined;
  return copy === undefined ? openFile(where, item, content, chunks) : openCopyFile(where, copy, chunks);
}

async function openCopyFile(
  where: Where,
  copy: NonNullable<FileOfItem['copy']>,
  chunks: Chunks,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [ring, item] = await Promise.all([ringOfAsker(where, copy.clientId), loadCopy(where, copy)]);
  const content = item === undefined ? undefined : await openCopy(ring, item);
  if (item === undefined || content?.sha256 !== copy.file.sha256) return undefined;
  return openFile(where, item, content, chunks);
}
