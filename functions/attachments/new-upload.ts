import type { Plan } from '../../shared/act.ts';
import { type Announced, announcedUpload } from '../../shared/domain/attachments/announced.ts';
import type { UploadContent } from '../../shared/domain/attachments/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { UploadBegun } from './begin-upload.ts';

/** An upload that begins now, and what is written of it. */
export async function newUpload(
  context: ClientContext,
  announced: Announced,
  content: UploadContent,
): Promise<{ plan: Plan<UploadBegun> }> {
  const upload = await announcedUpload(context, ringOf(context), announced, content);
  const { uploadId, clientId, attachmentId, serviceTasks } = upload;
  return {
    plan: {
      changes: [{ put: upload, when: 'absent' }],
      line: {
        clients: [clientId],
        resources: [
          { kind: 'upload', id: uploadId, version: 1, serviceTasks },
          { kind: 'attachment', id: attachmentId, serviceTasks },
        ],
        dataGroups: ['attachments'],
        changedFields: ['upload'],
      },
      answer: {
        body: { uploadId, attachmentId, version: 1 },
        version: 1,
        location: `/v1/attachments/clients/${clientId}/uploads/${uploadId}/form`,
      },
    },
  };
}
