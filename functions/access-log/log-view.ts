import * as z from 'zod';
import type { Action } from '../../shared/access/action.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import { epochMsOf, type Instant, instantOf } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';
import type { LastKey, Page } from '../../shared/table/read.ts';
import { AccessEvent } from '../../shared/trail/event.ts';
import { DAYS_IN_TABLE } from '../../shared/trail/line.ts';
import type { Moments } from '../../shared/trail/read.ts';

/** Finnish calendar days, both included; without them all that lies in the table. */
export const LogQuery = z
  .strictObject({
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    cursor: z.string().max(2000).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'the last day is not before the first',
    path: ['to'],
  });
export type LogQuery = z.infer<typeof LogQuery>;

/** A line without what only the machinery needs. It holds ids and codes: never a client's name. */
export const LogLine = AccessEvent.omit({
  eventVersion: true,
  controller: true,
  keys: true,
  userAgent: true,
  awsRegion: true,
}).meta({ id: 'LogLine' });
type LogLine = z.infer<typeof LogLine>;

export function lineShown(event: AccessEvent): LogLine {
  const { eventVersion: _version, controller: _own, keys: _keys, ...told } = event;
  const { userAgent: _agent, awsRegion: _region, ...shown } = told;
  return shown;
}

/** A page found before it may be used, or the refusal its question deserves: told only to who may ask. */
export type Found = { page: Page<AccessEvent> } | { refusal: Refusal };

type Question = { services: Services; caller: Identity; action: Action; subject: string; query: LogQuery };

/** The cursor is bound to the subject and the days asked. */
const textOf = ({ subject, query }: Question): string => [subject, query.from, query.to].join(' ');

export async function findLines(
  question: Question,
  read: (moments: Moments, after: LastKey | undefined) => Promise<Page<AccessEvent>>,
): Promise<Found> {
  const { services, caller, action, query } = question;
  try {
    const asker = { services, actor: caller, action };
    const after = await openCursor(asker, textOf(question), query.cursor);
    return { page: await read(momentsOf(query, services.clock.now()), after) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { refusal: thrown };
    throw thrown;
  }
}

export const nextOf = (question: Question, lastKey: LastKey | undefined): Promise<string | undefined> =>
  sealCursor(
    { services: question.services, actor: question.caller, action: question.action },
    textOf(question),
    lastKey,
  );

function momentsOf({ from, to }: LogQuery, now: Instant): Moments {
  const today = helsinkiDateOf(now);
  return {
    from: startOfDay(from ?? addDays(today, -DAYS_IN_TABLE)),
    to: instantOf(epochMsOf(startOfDay(addDays(to ?? today, 1))) - 1),
  };
}
