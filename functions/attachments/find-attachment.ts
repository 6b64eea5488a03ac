import { usableAttachments } from '../../shared/access/class-of-attachment.ts';
import type { LinePart } from '../../shared/act.ts';
import type { AttachmentHead, SupersededAttachment } from '../../shared/domain/attachments/model.ts';
import { loadAttachment } from '../../shared/domain/attachments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import type { AttachmentId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/**
 * The attachment, where the worker's task covers it. Whose task does not learns no more than of one that never
 * was (457/2024 § 1).
 */
export async function findAttachment(
  context: ClientContext,
  attachmentId: AttachmentId,
): Promise<AttachmentHead> {
  refuseMergedItself(context);
  const { clientId } = context.file.head;
  const found = await loadAttachment(context, clientId, attachmentId);
  const [head] = found === undefined ? [] : await usableAttachments(context, clientId, [found]);
  if (head === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return head;
}

export const lineOfAttachment = (
  { clientId, attachmentId, version, serviceTasks }: AttachmentHead | SupersededAttachment,
  changedFields: readonly string[] = [],
): LinePart => ({
  clients: [clientId],
  resources: [{ kind: 'attachment', id: attachmentId, version, serviceTasks }],
  dataGroups: ['attachments'],
  changedFields,
});
