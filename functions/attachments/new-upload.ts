import type { Plan } from '../../shared/act.ts';
import type { UploadContent, UploadItem } from '../../shared/domain/attachments/model.ts';
import { sealContent } from '../../shared/domain/attachments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { UploadId } from '../../shared/kernel/id.ts';
import { epochMsOf, plusMinutes } from '../../shared/kernel/instant.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { indexKeys, uploadKey } from '../../shared/table/keys.ts';
import type { UploadBegun } from './begin-upload.ts';

/** So long a form may be asked for; each form is good for as much of it as is left. */
const OPEN_MINUTES = 15;
/** An upload is forgotten after so many days; what it brought is not. */
const DAYS = 30;

type Announced = Pick<
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
>;

/** An upload that begins now, and what is written of it. */
export async function newUpload(
  context: ClientContext,
  announced: Announced,
  content: UploadContent,
): Promise<{ plan: Plan<UploadBegun> }> {
  const { services, actor, now } = context;
  const uploadId = UploadId.parse(newId(services));
  const key = uploadKey(actor.controller, uploadId);
  const upload: UploadItem = {
    ...key,
    entity: 'upload',
    ...created(now, actor.userId),
    uploadId,
    ...announced,
    author: { userId: actor.userId, name: actor.name, post: actor.postTitle },
    state: 'awaited',
    closesAt: plusMinutes(now, OPEN_MINUTES),
    content: await sealContent(ringOf(context), announced.caseId, { key, version: 1 }, content),
    ttl: Math.floor(epochMsOf(now) / 1000) + DAYS * 86_400,
    g1pk: indexKeys.worker(actor.controller, actor.userId),
    g1sk: indexKeys.workerUpload(uploadId),
  };
  const { clientId, attachmentId, serviceTasks } = upload;
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
