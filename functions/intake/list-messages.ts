import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import {
  MESSAGE_WORDS,
  messagesOfUnit,
  NotifierMessage,
  openReceiver,
  Receiver,
} from '../../shared/domain/intake/notifier-message.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { MatterId, MessageId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { batchGet } from '../../shared/table/read.ts';
import { grantFor } from './find-matter.ts';

const Row = z.strictObject({
  ...NotifierMessage.pick({
    messageId: true,
    matterId: true,
    about: true,
    channel: true,
    dueAt: true,
    version: true,
  }).shape,
  receiver: Receiver,
  /** What the message says: nothing of the client. */
  words: z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() }),
});

export const NotifierMessages = z
  .strictObject({ messages: z.array(Row).max(PAGE), next: z.string().optional() })
  .meta({ id: 'NotifierMessages' });
type NotifierMessages = z.infer<typeof NotifierMessages>;

export const OneUnitOfMessages = z.strictObject({ unitId: UnitId });
export const OneMessage = z.strictObject({ matterId: MatterId, messageId: MessageId });

/** What waits to be sent to those who notified a unit: to whom, by what, and the words. Whom the matter concerns is not told. */
export async function listMessages(
  context: ActContext,
  {
    params: { unitId },
    query,
  }: { params: z.infer<typeof OneUnitOfMessages>; query: z.infer<typeof PageQuery> },
): Promise<Reading<NotifierMessages>> {
  const { services, actor, action } = context;
  const grant = grantFor(actor, action, { unitId, serviceTasks: [] });
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
  const question = `${unitId} messages`;
  const after = await openCursor(context, question, query.cursor);
  const page = await messagesOfUnit(context, unitId, { limit: query.limit ?? PAGE, after });
  const stored = await batchGet(services.tables, actor.controller, 'records', page.items, NotifierMessage);
  const waiting = page.items.flatMap(({ messageId }) =>
    stored.filter(
      (one) =>
        one.messageId === messageId &&
        one.state === 'waiting' &&
        one.unitId === unitId &&
        grantFor(actor, action, one) !== undefined,
    ),
  );
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'unit', id: unitId },
        ...waiting.map(({ messageId }) => ({ kind: 'message' as const, id: messageId })),
      ],
      dataGroups: ['intake'],
    },
    body: async () => {
      const [next, rows] = await Promise.all([
        sealCursor(context, question, page.lastKey),
        Promise.all(waiting.map(async (message) => rowOf(message, await openReceiver(context, message)))),
      ]);
      return { messages: rows, ...(next === undefined ? {} : { next }) };
    },
  };
}

function rowOf(message: NotifierMessage, receiver: Receiver | undefined): z.infer<typeof Row> {
  if (receiver === undefined) throw new Error('A message that waits has its receiver.');
  const { messageId, matterId, about, channel, dueAt, version } = message;
  return { messageId, matterId, about, channel, dueAt, version, receiver, words: MESSAGE_WORDS[about] };
}
