import type { Reading } from '../../shared/act.ts';
import {
  expectOpenUpload,
  signedForm,
  type UploadForm,
} from '../../shared/domain/attachments/upload-form.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { UploadId } from '../../shared/kernel/id.ts';
import { findUpload } from './find-upload.ts';

/** The form by which the announced file is sent. */
export async function openForm(
  context: ClientContext,
  { params }: { params: { uploadId: UploadId } },
): Promise<Reading<UploadForm>> {
  const upload = await findUpload(context, params.uploadId);
  const { uploadId, clientId, serviceTasks } = upload;
  expectOpenUpload(upload, context);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'upload', id: uploadId, version: upload.version, serviceTasks }],
      dataGroups: ['attachments'],
    },
    body: () => signedForm(context, upload),
  };
}
