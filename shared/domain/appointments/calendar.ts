import type { ActContext, Answer, Change } from '../../act.ts';
import { againWhen } from '../../again.ts';
import type {
  AppointmentId,
  CalendarHolderId,
  ClientId,
  ControllerId,
  ResourceId,
  UserId,
} from '../../kernel/id.ts';
import { epochMsOf, Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from '../../kernel/refusal.ts';
import type { Services } from '../../services.ts';
import { changed, created } from '../../table/item.ts';
import { calendarKeys } from '../../table/keys.ts';
import { batchGet, queryAll } from '../../table/read.ts';
import { CalendarDay, type CalendarEntry } from './model.ts';
import { APPOINTMENT_REFUSALS } from './refusals.ts';
import { daysOf, meets, type Time } from './rules.ts';

/**
 * No double booking: what a worker, a room or a client has on a day is one item, and every booking changes the
 * items of all its parties in its own commit, under the version it has read (docs/decisions/0049).
 */

type Where = Pick<ActContext, 'services' | 'actor'>;

export type Parties = {
  clients: readonly ClientId[];
  workerIds: readonly UserId[];
  resourceIds: readonly ResourceId[];
};
type Holder = CalendarHolderId;

export const holdersOf = ({ clients, workerIds, resourceIds }: Parties): Holder[] => [
  ...clients,
  ...workerIds,
  ...resourceIds,
];

/** Told only to ourselves: another booking changed a day meanwhile, so the days are read again. */
export const DAY_MOVED: RefusalDefinition = { ...COMMON_REFUSALS.conflict, code: 'appointment.dayMoved' };

/** Days of calendars of the past are of no use: the table takes them away after so long. */
const KEPT_SECONDS = 60 * 86_400;

export type Days = ReadonlyMap<string, CalendarDay>;
const nameOf = (holder: Holder, day: string): string => `${holder} ${day}`;

/** The days of these holders that the times touch, read strongly. */
export async function loadDays(
  { services, actor: { controller } }: Where,
  holders: readonly Holder[],
  times: readonly Time[],
): Promise<Days> {
  const days = [...new Set(times.flatMap(daysOf))];
  const keys = holders.flatMap((holder) => days.map((day) => calendarKeys.day(controller, holder, day)));
  const found = await batchGet(services.tables, controller, 'records', keys, CalendarDay);
  return new Map(found.map((item) => [nameOf(item.holderId, item.day), item]));
}

/** What one holder has booked from one moment to another, in order: strong, an item a day. */
export async function entriesOf(
  services: Services,
  controller: ControllerId,
  holder: Holder,
  time: Time,
): Promise<CalendarEntry[]> {
  // A time that began the day before may reach into the first day: it stands in both of its days.
  const days = daysOfSpan(time);
  const items = await queryAll(
    services.tables,
    controller,
    { table: 'records', pk: calendarKeys.partition(controller, holder), span: days },
    CalendarDay,
  );
  return entriesIn(items, time);
}

const daysOfSpan = (time: Time) => {
  const [first = '', last = first] = daysOf(time);
  return calendarKeys.spans.days(first, last);
};

/** Each appointment once, though it may stand in two days. */
export function entriesIn(items: readonly CalendarDay[], time: Time): CalendarEntry[] {
  const found = new Map(items.flatMap(({ entries }) => entries).map((entry) => [entry.appointmentId, entry]));
  return [...found.values()]
    .filter((entry) => meets(entry, time))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

export const orderOf = ({ startsAt, appointmentId }: CalendarEntry): string => `${startsAt} ${appointmentId}`;

/** @throws Refusal `appointment.taken`, naming whose time it is. */
export function mustBeFree(days: Days, parties: Parties, time: Time, own?: AppointmentId): void {
  const items = [...days.values()];
  const isTaken = (holder: Holder): boolean =>
    items.some(
      (item) =>
        item.holderId === holder &&
        item.entries.some((entry) => entry.appointmentId !== own && meets(entry, time)),
    );
  const taken = {
    clientIds: parties.clients.filter(isTaken),
    workerIds: parties.workerIds.filter(isTaken),
    resourceIds: parties.resourceIds.filter(isTaken),
  };
  if (Object.values(taken).every((ids) => ids.length === 0)) return;
  throw new Refusal(APPOINTMENT_REFUSALS.taken, { details: taken });
}

/** The days of the calendars with the appointment where it is to stand, and nowhere else. */
export function calendarChanges(
  { actor, now }: Pick<ActContext, 'actor' | 'now'>,
  days: Days,
  {
    appointmentId,
    before = [],
    after = [],
  }: {
    appointmentId: AppointmentId;
    /** Holders and times it is taken from, and those it is put to. */
    before?: readonly { holder: Holder; time: Time }[];
    after?: readonly { holder: Holder; entry: CalendarEntry }[];
  },
): Change[] {
  const wanted = new Map<string, { holder: Holder; day: string; entry: CalendarEntry | undefined }>();
  for (const { holder, time } of before) {
    for (const day of daysOf(time)) wanted.set(nameOf(holder, day), { holder, day, entry: undefined });
  }
  for (const { holder, entry } of after) {
    for (const day of daysOf(entry)) wanted.set(nameOf(holder, day), { holder, day, entry });
  }
  return [...wanted].flatMap(([name, { holder, day, entry }]): Change[] => {
    const item = days.get(name);
    const others = (item?.entries ?? []).filter((one) => one.appointmentId !== appointmentId);
    if (item === undefined && entry === undefined) return [];
    const head = item === undefined ? created(now, actor.userId) : changed(item, now, actor.userId);
    const put: CalendarDay = {
      ...calendarKeys.day(actor.controller, holder, day),
      entity: 'calendarDay',
      ...head,
      holderId: holder,
      day: LocalDate.parse(day),
      entries: entry === undefined ? others : [...others, entry],
      ttl: epochMsOf(Instant.parse(`${day}T00:00:00.000Z`)) / 1000 + KEPT_SECONDS,
    };
    const when = item === undefined ? ('absent' as const) : { version: item.version };
    return [{ put, when, otherwise: DAY_MOVED }];
  });
}

/**
 * Tries a booking on the days as they stand; when another booking changed one of them meanwhile, reads them again.
 * Whoever comes second meets the first one's time, or finds the rest of the day as free as before.
 */
export const inCalendars = <R>(attempt: () => Promise<Answer<R>>, tries?: number): Promise<Answer<R>> =>
  againWhen(DAY_MOVED, attempt, tries);
