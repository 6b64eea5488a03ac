import type { ActContext } from '../../../act.ts';
import { type Chunks, openFile } from '../../attachments/open-file.ts';
import { loadAttachment, loadSuperseded, openContent } from '../../attachments/store.ts';
import { ringOfAsker } from '../../log-requests/store.ts';
import type { PackageFile, StoredItem } from './model.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/** The file of an item, where it has one. */
export type FileOfItem = { file: PackageFile; source: NonNullable<StoredItem['source']> };
export const fileOfItem = ({ file, source }: StoredItem): FileOfItem | undefined =>
  file === undefined || source === undefined ? undefined : { file, source };

/**
 * So many chunks of the file of an item, the one that stood when the package was put together: its checksum tells.
 * @returns undefined where it was removed from the file of the client since: what was erased is given to nobody.
 */
export async function openFileOfItem(
  where: Where,
  { file, source }: FileOfItem,
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
  return openFile(where, item, content, chunks);
}
