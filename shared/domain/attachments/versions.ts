import type { KeyRing } from '../../crypto/key-ring.ts';
import { created } from '../../table/item.ts';
import { clientKeys } from '../../table/keys.ts';
import { openReason, sealReason, type TextContext } from '../case-notes/texts.ts';
import { type AttachmentHead, SupersededAttachment } from './model.ts';
import { openContent, sealContent } from './store.ts';

const FIELDS = SupersededAttachment.keyof().options;

/**
 * The version that stands now, put beside its successor. Its file stays where it is; what is sealed in the item, the
 * key of the file among it, is sealed anew at the new place.
 */
export async function supersede(
  context: TextContext,
  ring: KeyRing,
  head: AttachmentHead,
): Promise<SupersededAttachment> {
  const { attachmentId, clientId, caseId, correction } = head;
  const key = clientKeys.supersededAttachment(context.actor.controller, clientId, attachmentId, correction);
  const at = { key, version: 1 };
  const [content, reason] = await Promise.all([openContent(ring, head), openReason(ring, head)]);
  const { reason: _reason, content: _content, ...rest } = head;
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([field]) => FIELDS.some((one) => one === field)),
  );
  return SupersededAttachment.parse({
    ...kept,
    ...key,
    entity: 'supersededAttachment',
    ...created(context.now, context.actor.userId),
    ...(content === undefined ? {} : { content: await sealContent(ring, caseId, at, content) }),
    ...(reason === undefined ? {} : { reason: await sealReason(ring, { clientId, caseId }, at, reason) }),
  });
}
