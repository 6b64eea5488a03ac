import type { ActContext } from '../../act.ts';
import { chunksOf, openChunks, sealedRange } from '../../crypto/sealed-object.ts';
import type { ControllerId } from '../../kernel/id.ts';
import type { AttachmentContent, AttachmentHead } from './model.ts';

type Where = { services: ActContext['services']; actor: { controller: ControllerId } };
type Item = Pick<AttachmentHead, 'objectName' | 'bytes'>;
export type Chunks = { first: number; count: number };

/**
 * So many chunks of the file of an attachment; all of them where none are named.
 * @throws when the object is gone, which nothing but disposal may bring about.
 */
export async function openFile(
  { services, actor }: Where,
  item: Item,
  content: Pick<AttachmentContent, 'fileKey'>,
  chunks: Chunks = { first: 0, count: chunksOf(item.bytes) },
): Promise<Uint8Array<ArrayBuffer>> {
  const file = { name: `${actor.controller}/${item.objectName}`, bytes: item.bytes };
  const range = sealedRange(file, chunks.first, chunks.count);
  const sealed = await services.documents.getRange(actor.controller, item.objectName, range);
  if (sealed === undefined) throw new Error('The sealed file of an attachment is gone.');
  return openChunks(Buffer.from(content.fileKey, 'base64'), file, chunks, sealed);
}
