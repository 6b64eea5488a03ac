import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { findMessage } from '../../shared/domain/appointments/reminders.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ClientId, MessageId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { messageKeys } from '../../shared/table/keys.ts';

export const OneReminder = z.strictObject({ clientId: ClientId, messageId: MessageId });
export const ReminderSent = z.strictObject({ dueAt: Instant }).meta({ id: 'ReminderSent' });
export const ReminderMarked = z
  .strictObject({ messageId: MessageId, version: z.int() })
  .meta({ id: 'ReminderMarked' });

/** Marks that a reminder was sent, by whoever or whatever sent it, so that nobody sends it again. */
export async function markReminderSent(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneReminder>; body: z.infer<typeof ReminderSent>; version: number },
): Promise<Answer<z.infer<typeof ReminderMarked>>> {
  const { services, actor, now } = context;
  const key = messageKeys.message(actor.controller, body.dueAt, params.messageId);
  const item = await findMessage(services, actor.controller, key);
  if (item?.clientId !== params.clientId) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(item, version);
  const put = { ...item, ...changed(item, now, actor.userId), state: 'sent' as const, sentAt: now };
  return commit(context, {
    changes: [{ put, when: { version } }],
    line: {
      clients: [params.clientId],
      resources: [{ kind: 'message', id: params.messageId, version: put.version }],
      dataGroups: ['appointments'],
      changedFields: ['state'],
    },
    answer: { body: { messageId: params.messageId, version: put.version }, version: put.version },
  });
}
