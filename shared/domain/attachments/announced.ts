import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { UploadId } from '../../kernel/id.ts';
import { epochMsOf, plusMinutes } from '../../kernel/instant.ts';
import { newId } from '../../new-id.ts';
import { created } from '../../table/item.ts';
import { indexKeys, uploadKey } from '../../table/keys.ts';
import type { UploadContent, UploadItem } from './model.ts';
import { sealContent } from './store.ts';

/** So long a form may be asked for; each form is good for as much of it as is left. */
const OPEN_MINUTES = 15;
/** An upload is forgotten after so many days; what it brought is not. */
const DAYS = 30;

export type Announced = Pick<
  UploadItem,
  | 'attachmentId'
  | 'clientId'
  | 'caseId'
  | 'belongsTo'
  | 'serviceTasks'
  | 'socialServices'
  | 'sensitivity'
  | 'phase'
  | 'kind'
  | 'origin'
  | 'documentDate'
  | 'mediaType'
  | 'bytes'
  | 'replaces'
  | 'redacts'
>;

/** A file that is announced now. Nothing of it has come yet. */
export async function announcedUpload(
  { services, actor, now }: Pick<ActContext, 'services' | 'actor' | 'now'>,
  ring: KeyRing,
  announced: Announced,
  content: UploadContent,
): Promise<UploadItem> {
  const uploadId = UploadId.parse(newId(services));
  const key = uploadKey(actor.controller, uploadId);
  return {
    ...key,
    entity: 'upload',
    ...created(now, actor.userId),
    uploadId,
    ...announced,
    author: { userId: actor.userId, name: actor.name, post: actor.postTitle },
    state: 'awaited',
    closesAt: plusMinutes(now, OPEN_MINUTES),
    content: await sealContent(ring, announced.caseId, { key, version: 1 }, content),
    ttl: Math.floor(epochMsOf(now) / 1000) + DAYS * 86_400,
    g1pk: indexKeys.worker(actor.controller, actor.userId),
    g1sk: indexKeys.workerUpload(uploadId),
  };
}
