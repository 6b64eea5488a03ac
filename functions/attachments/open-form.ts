import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { UploadId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { findUpload } from './find-upload.ts';

/** A multipart form: these fields as they stand, then the file as the field `file`. */
export const UploadForm = z
  .strictObject({ url: z.string(), fields: z.record(z.string(), z.string()), until: Instant })
  .meta({ id: 'UploadForm' });
type UploadForm = z.infer<typeof UploadForm>;

/** Signs the form by which the announced file is sent: this one, of this type and length, for minutes. */
export async function openForm(
  context: ClientContext,
  { params }: { params: { uploadId: UploadId } },
): Promise<Reading<UploadForm>> {
  const { services, actor, now } = context;
  const upload = await findUpload(context, params.uploadId);
  const { uploadId, clientId, mediaType, bytes, closesAt, serviceTasks } = upload;
  if (upload.state !== 'awaited' || closesAt <= now) throw new Refusal(ATTACHMENT_REFUSALS.closed);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'upload', id: uploadId, version: upload.version, serviceTasks }],
      dataGroups: ['attachments'],
    },
    body: async () => {
      const { url, fields, until } = await services.inbox.sign(actor.controller, {
        uploadId,
        mediaType,
        bytes,
        until: closesAt,
      });
      return { url, fields: { ...fields }, until };
    },
  };
}
