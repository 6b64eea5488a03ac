import type { UploadItem } from '../../shared/domain/attachments/model.ts';
import { loadUpload } from '../../shared/domain/attachments/uploads.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { UploadId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** An upload of the worker's own into this client's file: nobody else follows it. */
export async function findUpload(context: ClientContext, uploadId: UploadId): Promise<UploadItem> {
  const upload = await loadUpload(context, uploadId);
  if (upload?.author.userId !== context.actor.userId || upload.clientId !== context.file.head.clientId) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return upload;
}
