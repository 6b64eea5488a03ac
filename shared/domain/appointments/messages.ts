import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { Instant, plusMinutes } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { storedItem } from '../../table/item.ts';
import { messageKeys, workKeys } from '../../table/keys.ts';
import { getItem, queryAll } from '../../table/read.ts';
import { ReminderMessage } from './model.ts';

/** Messages by the moment they are due, over all units of a controller: what the run of the hour looks through. */

/** How far the messages were looked through: up to here, nothing waits that can be handed on. */
export const MessageRun = storedItem('messageRun', { until: Instant });
export type MessageRun = z.infer<typeof MessageRun>;

export const loadMessageRun = ({
  services,
  actor: { controller },
}: Pick<ActContext, 'services' | 'actor'>): Promise<MessageRun | undefined> =>
  getItem(services.tables, controller, 'records', workKeys.messageRun(controller), MessageRun);

/** The messages that are due in one hour, such as `2026-11-24T08`. */
export const messagesOfHour = (
  services: Services,
  controller: ControllerId,
  hour: string,
): Promise<ReminderMessage[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: messageKeys.hour(controller, hour) },
    ReminderMessage,
  );

/** What is older is of no use to anybody: nobody is reminded of what was a week ago. */
const MOST_HOURS = 7 * 24;
const hourOf = (moment: Instant): string => moment.slice(0, 13);

/**
 * The hours to look through: from that before the moment up to which all was looked through, for what was put there
 * in the moment of the look, up to the present one.
 */
export function hoursToLook(until: Instant | undefined, now: Instant): string[] {
  const first = until === undefined ? '' : hourOf(plusMinutes(until, -60));
  return Array.from({ length: MOST_HOURS + 1 }, (_, nth) => hourOf(plusMinutes(now, -60 * nth)))
    .filter((hour) => hour >= first)
    .toReversed();
}

/** Whether it goes out now: due, not yet handed on, and a reminder only while the time is still to come. */
export const isToHand = (
  { state, dueAt, about, startsAt }: Pick<ReminderMessage, 'state' | 'dueAt' | 'about' | 'startsAt'>,
  now: Instant,
): boolean => state === 'waiting' && dueAt <= now && (about === 'cancelled' || startsAt > now);
