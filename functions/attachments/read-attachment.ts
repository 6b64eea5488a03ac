import type { Reading } from '../../shared/act.ts';
import { openAttachment } from '../../shared/domain/attachments/store.ts';
import type { AttachmentView } from '../../shared/domain/attachments/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { loadSpecialMarks } from '../../shared/domain/special-categories.ts';
import type { AttachmentId } from '../../shared/kernel/id.ts';
import { findAttachment, lineOfAttachment } from './find-attachment.ts';

/** What an attachment is: its title, type, length, pages, parts and checksum. */
export async function readAttachment(
  context: ClientContext,
  { params }: { params: { attachmentId: AttachmentId } },
): Promise<Reading<AttachmentView>> {
  const head = await findAttachment(context, params.attachmentId);
  return {
    version: head.version,
    line: { ...lineOfAttachment(head), historyFrom: head.uploadedAt },
    body: async () => openAttachment(ringOf(context), head, await loadSpecialMarks(context)),
  };
}
