import type { ActContext } from '../../act.ts';
import {
  type CalendarHolderId,
  type ControllerId,
  formatId,
  HoursId,
  type ResourceId,
  type UnitId,
} from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { calendarKeys, indexKeys, type Key } from '../../table/keys.ts';
import { type Asked, rowsOfUnit } from '../../table/lists.ts';
import { batchGet, getItem, type Page, queryAll } from '../../table/read.ts';
import { BookingResource, OpenHours } from './model.ts';
import { meets, type Time } from './rules.ts';

/** Published hours, and the rooms and equipment of a unit. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Published hours are a day long at most, so that those which began a day before may still reach in. */
const DAY = 86_400_000;

const idAt = (epochMs: number, fill: 0 | 255): HoursId =>
  HoursId.parse(formatId(epochMs, new Uint8Array(10).fill(fill)));

/** Whose hours they are: a worker's, or those of the first thing of the unit that is named. */
export function holderOfHours({
  workerId,
  resourceIds,
}: Pick<OpenHours, 'workerId' | 'resourceIds'>): CalendarHolderId {
  const holder = workerId ?? resourceIds[0];
  if (holder === undefined) throw new Error('Hours are those of a worker or of a room.');
  return holder;
}

/** The published hours of a worker or a room that meet the time, the earliest first. */
export async function hoursOf(
  { services, actor: { controller } }: Where,
  holder: CalendarHolderId,
  time: Time,
): Promise<OpenHours[]> {
  const from = idAt(epochMsOf(time.startsAt) - DAY, 0);
  const to = idAt(epochMsOf(time.endsAt), 255);
  const found = await queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: calendarKeys.partition(controller, holder),
      span: calendarKeys.spans.hours(from, to),
    },
    OpenHours,
  );
  return found.filter((hours) => meets(hours, time));
}

export const findHours = (
  { services, actor }: Where,
  holder: CalendarHolderId,
  hoursId: HoursId,
): Promise<OpenHours | undefined> =>
  getItem(
    services.tables,
    actor.controller,
    'records',
    calendarKeys.hours(actor.controller, holder, hoursId),
    OpenHours,
  );

/** The hours that the workers of a unit have published, by the moment they begin. */
export const hoursOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  { startsAt, endsAt }: Time,
  asked: Asked,
): Promise<Page<OpenHours>> => {
  const span = indexKeys.unitMoments('f', startsAt, endsAt);
  return rowsOfUnit(services, controller, unitId, { span, ...asked }, OpenHours);
};

/** The hours as they stand: an index is a moment behind. */
export const loadHours = (
  { services, actor: { controller } }: Where,
  rows: readonly Pick<OpenHours, 'workerId' | 'resourceIds' | 'hoursId'>[],
): Promise<OpenHours[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    rows.map((row): Key => calendarKeys.hours(controller, holderOfHours(row), row.hoursId)),
    OpenHours,
  );

/** Everything a unit can book: a handful. */
export const loadResources = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
): Promise<BookingResource[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: calendarKeys.ofUnit(controller, unitId),
      span: calendarKeys.spans.resources,
    },
    BookingResource,
  );

export const findResources = (
  { services, actor: { controller } }: Where,
  named: readonly { unitId: UnitId; resourceId: ResourceId }[],
): Promise<BookingResource[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    named.map(({ unitId, resourceId }): Key => calendarKeys.resource(controller, unitId, resourceId)),
    BookingResource,
  );
