import type { Answer } from '../../shared/act.ts';
import { invalidateAttachment as invalidated } from '../../shared/domain/attachments/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type AttachmentMarked, type MarkInput, markAttachment } from './mark-attachment.ts';

/** Marks an attachment as of no force: it stays readable, with who, when and why. */
export const invalidateAttachment = (
  context: ClientContext,
  input: MarkInput,
): Promise<Answer<AttachmentMarked>> => markAttachment(context, input, invalidated, { fields: ['state'] });
