import type { ActContext } from '../../act.ts';
import {
  type ControllerId,
  formatId,
  HoursId,
  type ResourceId,
  type UnitId,
  type UserId,
} from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { calendarKeys, indexKeys, type Key } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { BookingResource, OpenHours } from './model.ts';
import { meets, type Time } from './rules.ts';

/** Published hours, and the rooms and equipment of a unit. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Published hours are a day long at most, so that those which began a day before may still reach in. */
const DAY = 86_400_000;

const idAt = (epochMs: number, fill: 0 | 255): HoursId =>
  HoursId.parse(formatId(epochMs, new Uint8Array(10).fill(fill)));

/** The hours a worker has published that meet the time, the earliest first. */
export async function hoursOfWorker(
  { services, actor: { controller } }: Where,
  workerId: UserId,
  time: Time,
): Promise<OpenHours[]> {
  const from = idAt(epochMsOf(time.startsAt) - DAY, 0);
  const to = idAt(epochMsOf(time.endsAt), 255);
  const found = await queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: calendarKeys.partition(controller, workerId),
      span: calendarKeys.spans.hours(from, to),
    },
    OpenHours,
  );
  return found.filter((hours) => meets(hours, time));
}

export const findHours = ({ services, actor }: Where, hoursId: HoursId): Promise<OpenHours | undefined> =>
  getItem(
    services.tables,
    actor.controller,
    'records',
    calendarKeys.hours(actor.controller, actor.userId, hoursId),
    OpenHours,
  );

/** The hours that the workers of a unit have published, by the moment they begin. */
export const hoursOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  { startsAt, endsAt }: Time,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<OpenHours>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: indexKeys.unit(controller, unitId),
      span: indexKeys.unitMoments('f', startsAt, endsAt),
      limit,
      ...(after === undefined ? {} : { after }),
    },
    OpenHours,
  );

/** The hours as they stand: an index is a moment behind. */
export const loadHours = (
  { services, actor: { controller } }: Where,
  rows: readonly Pick<OpenHours, 'workerId' | 'hoursId'>[],
): Promise<OpenHours[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    rows.map(({ workerId, hoursId }): Key => calendarKeys.hours(controller, workerId, hoursId)),
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
