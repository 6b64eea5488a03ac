import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { ControllerId, UploadId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { indexKeys, uploadKey } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query } from '../../table/read.ts';
import { UploadContent, UploadItem } from './model.ts';
import { pick, placeOfContent } from './store.ts';
import { UploadView } from './view.ts';

/** What is stored of files on their way in. */

type Where = { services: ActContext['services']; actor: { controller: ControllerId } };

export const openUpload = (ring: KeyRing, upload: UploadItem): Promise<UploadContent> =>
  ring.open(upload.content, placeOfContent(upload), UploadContent);

export const loadUpload = (where: Where, uploadId: UploadId): Promise<UploadItem | undefined> =>
  getItem(
    where.services.tables,
    where.actor.controller,
    'records',
    uploadKey(where.actor.controller, uploadId),
    UploadItem,
  );

export const loadUploads = (where: Where, uploadIds: readonly UploadId[]): Promise<UploadItem[]> =>
  batchGet(
    where.services.tables,
    where.actor.controller,
    'records',
    uploadIds.map((uploadId) => uploadKey(where.actor.controller, uploadId)),
    UploadItem,
  );

/** What this worker has sent in, the latest first. */
export const uploadsOf = (
  where: Where,
  userId: UserId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<UploadItem>> =>
  query(
    where.services.tables,
    where.actor.controller,
    {
      table: 'records',
      index: 'gsi1',
      pk: indexKeys.worker(where.actor.controller, userId),
      span: indexKeys.spans.uploads,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    UploadItem,
  );

/** An upload that nothing came of while its form stood open has expired; nobody needs to write that. */
export const viewOfUpload = (upload: UploadItem, now: Instant): UploadView =>
  UploadView.parse({
    ...pick(upload, UploadView.keyof().options),
    begunAt: upload.createdAt,
    state: upload.state === 'awaited' && upload.closesAt < now ? 'expired' : upload.state,
  });
