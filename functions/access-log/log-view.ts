import * as z from 'zod';
import type { Action } from '../../shared/access/action.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, LinePart } from '../../shared/act.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import { epochMsOf, type Instant, instantOf } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';
import type { LastKey, Page } from '../../shared/table/read.ts';
import { AccessEvent } from '../../shared/trail/event.ts';
import { DAYS_IN_TABLE } from '../../shared/trail/line.ts';
import { LineClass, WorkerClass } from '../../shared/trail/questions/line-class.ts';
import type { Moments } from '../../shared/trail/read.ts';
import { knownLines } from './known-lines.ts';
import { reportedLines } from './reported-lines.ts';

const DAYS = {
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  cursor: z.string().max(2000).optional(),
  /** What the controller's report of supervision shows of it (C-19), and no more. A page may then hold few lines, or none. */
  report: z.stringbool().optional(),
};
const areInOrder = ({ from, to }: { from?: LocalDate | undefined; to?: LocalDate | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;
const IN_ORDER = { message: 'the last day is not before the first', path: ['to'] };

/** Finnish calendar days, both included; without them all that lies in the table. Of one class where it is named. */
export const LogClassQuery = z
  .strictObject({ ...DAYS, class: LineClass.optional() })
  .refine(areInOrder, IN_ORDER);
/** Of one worker: of every class but the bases of everyday work. */
export const WorkerLogQuery = z
  .strictObject({ ...DAYS, class: WorkerClass.optional() })
  .refine(areInOrder, IN_ORDER);
export type LogQuery = z.infer<typeof LogClassQuery>;

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

export type Question = {
  services: Services;
  caller: Identity;
  action: Action;
  subject: string;
  query: LogQuery;
};

/** The cursor is bound to the subject, the days and the class asked. */
const textOf = ({ subject, query }: Question): string =>
  [subject, query.from, query.to, query.class, ...(query.report === true ? ['report'] : [])].join(' ');

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

/**
 * The page of a question that is about no single client: its line names every client shown, so that each sees this
 * look too. A line about a restricted file is shown to its named readers and to the data-protection officer alone.
 */
export async function readingOf(
  context: ActContext,
  question: Question,
  found: Found | undefined,
): Promise<{ line: LinePart; page: () => Promise<{ lines: LogLine[]; next?: string }> }> {
  if (found === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if ('refusal' in found) throw found.refusal;
  const { items, lastKey } = found.page;
  const shown = await reportedLines(context, question.query, await knownLines(context, items));
  const oldest = shown.at(-1);
  return {
    line: {
      clients: shown.flatMap((event) => event.clients),
      resources: [{ kind: 'accessLog', id: question.subject }],
      dataGroups: ['accessLog'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventTime }),
    },
    async page() {
      const next = await nextOf(question, lastKey);
      return { lines: shown.map(lineShown), ...(next === undefined ? {} : { next }) };
    },
  };
}

function momentsOf({ from, to }: LogQuery, now: Instant): Moments {
  const today = helsinkiDateOf(now);
  return {
    from: startOfDay(from ?? addDays(today, -DAYS_IN_TABLE)),
    to: instantOf(epochMsOf(startOfDay(addDays(to ?? today, 1))) - 1),
  };
}
