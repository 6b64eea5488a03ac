import type { Answer, Change } from '../../shared/act.ts';
import { loadSuperseded } from '../../shared/domain/attachments/store.ts';
import { removeAttachment as removed } from '../../shared/domain/attachments/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type AttachmentMarked, type MarkInput, markAttachment } from './mark-attachment.ts';

/**
 * Removes an attachment that was unneeded: the keys of its file go, in every version, and a mark stays of what was
 * removed, by whom, when and why (L-11.10). The sealed files, which nothing opens then, are taken away after it.
 */
export const removeAttachment = (
  context: ClientContext,
  input: MarkInput,
): Promise<Answer<AttachmentMarked>> =>
  markAttachment(context, input, removed, {
    fields: ['content', 'state'],
    async besides({ clientId, attachmentId, objectName }) {
      const kept = await loadSuperseded(context, clientId, attachmentId);
      return {
        changes: kept.map((item): Change => ({ remove: item, when: { version: item.version } })),
        events: [
          {
            type: 'AttachmentRemoved',
            clientId,
            attachmentId,
            objectNames: [objectName, ...kept.map((item) => item.objectName)],
          },
        ],
      };
    },
  });
