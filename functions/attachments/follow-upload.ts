import type { Reading } from '../../shared/act.ts';
import { viewOfUpload } from '../../shared/domain/attachments/uploads.ts';
import type { UploadView } from '../../shared/domain/attachments/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { UploadId } from '../../shared/kernel/id.ts';
import { findUpload } from './find-upload.ts';

/** How an upload of the worker's own fares: awaited, kept, refused and why, or expired. */
export async function followUpload(
  context: ClientContext,
  { params }: { params: { uploadId: UploadId } },
): Promise<Reading<UploadView>> {
  const upload = await findUpload(context, params.uploadId);
  const { uploadId, clientId, version, serviceTasks } = upload;
  return {
    version,
    line: {
      clients: [clientId],
      resources: [{ kind: 'upload', id: uploadId, version, serviceTasks }],
      dataGroups: ['attachments'],
    },
    body: () => viewOfUpload(upload, context.now),
  };
}
