import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { loadNotifierMessage, sentMessage } from '../../shared/domain/intake/notifier-message.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { MessageId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { grantFor } from './find-matter.ts';
import type { OneMessage } from './list-messages.ts';

export const MessageSent = z
  .strictObject({ messageId: MessageId, version: z.int() })
  .meta({ id: 'NotifierMessageSent' });

/** Marks that whoever notified has been told, by whoever or whatever sent it; to whom it went is kept no longer here. */
export async function markMessageSent(
  context: ActContext,
  { params: { matterId, messageId }, version }: { params: z.infer<typeof OneMessage>; version: number },
): Promise<Answer<z.infer<typeof MessageSent>>> {
  const { actor, action } = context;
  const message = await loadNotifierMessage(context, matterId, messageId);
  const grant = message === undefined ? undefined : grantFor(actor, action, message);
  if (message === undefined || grant === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  context.grant = grant;
  expectVersion(message, version);
  if (message.state === 'sent') throw new Refusal(COMMON_REFUSALS.notFound);
  const put = sentMessage(context, message);
  return commit(context, {
    changes: [{ put, when: { version } }],
    line: {
      clients: [],
      resources: [
        { kind: 'message', id: messageId, version: put.version },
        { kind: 'intakeMatter', id: matterId, serviceTasks: message.serviceTasks },
      ],
      dataGroups: ['intake'],
      changedFields: ['state'],
    },
    answer: { body: { messageId, version: put.version }, version: put.version },
  });
}
