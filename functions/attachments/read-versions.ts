import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { loadSuperseded, openVersion } from '../../shared/domain/attachments/store.ts';
import { AttachmentVersionView } from '../../shared/domain/attachments/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { loadSpecialMarks } from '../../shared/domain/special-categories.ts';
import { AttachmentId } from '../../shared/kernel/id.ts';
import { findAttachment, lineOfAttachment } from './find-attachment.ts';

export const AttachmentVersions = z
  .strictObject({ attachmentId: AttachmentId, versions: z.array(AttachmentVersionView) })
  .meta({ id: 'AttachmentVersions' });
type AttachmentVersions = z.infer<typeof AttachmentVersions>;

/** The versions of an attachment whose place another file took, the first one first. */
export async function readVersions(
  context: ClientContext,
  { params }: { params: { attachmentId: AttachmentId } },
): Promise<Reading<AttachmentVersions>> {
  const head = await findAttachment(context, params.attachmentId);
  const versions = await loadSuperseded(context, head.clientId, head.attachmentId);
  const oldest = versions[0] ?? head;
  return {
    line: { ...lineOfAttachment(head), historyFrom: oldest.uploadedAt },
    body: async () => {
      const special = await loadSpecialMarks(context);
      const ring = ringOf(context);
      return {
        attachmentId: head.attachmentId,
        versions: await Promise.all(versions.map((version) => openVersion(ring, version, special))),
      };
    },
  };
}
