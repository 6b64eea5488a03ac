import * as z from 'zod';
import { MEETING } from '../../shared/access/actions/appointments.ts';
import { grantsOn } from '../../shared/access/actor.ts';
import { powersOf } from '../../shared/access/powers.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { holderOfHours, hoursOf } from '../../shared/domain/appointments/hours.ts';
import { OpenHours } from '../../shared/domain/appointments/model.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import type { Time } from '../../shared/domain/appointments/rules.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { yearsOfOwn } from '../../shared/domain/retention/own-records.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { HoursId, type UnitId, type UserId } from '../../shared/kernel/id.ts';
import { LocalDate, momentOn } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { calendarKeys, indexKeys } from '../../shared/table/keys.ts';
import { goesAfterDays } from '../../shared/table/time-to-live.ts';
import { bookingIn } from './booking-unit.ts';
import { mustHaveResources } from './judge-booking.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30');
const { unitId, workerId, slotMinutes, resourceIds } = OpenHours.shape;

/** So many days at once: a commit holds 25 items. */
const MOST_DAYS = 20;

const published = {
  dates: z.array(LocalDate).min(1).max(MOST_DAYS),
  from: ClockTime,
  to: ClockTime,
  slotMinutes,
  resourceIds: resourceIds.default([]),
};

/** The same hours of several days, by the clock in Finland. */
export const PublishHours = z.strictObject({ unitId, ...published }).meta({ id: 'PublishHours' });

/** Those of a worker of the unit, or without one those of a room or another thing of it. */
export const PublishHoursOfUnit = z
  .strictObject({ workerId, ...published })
  .refine((body) => body.workerId !== undefined || body.resourceIds.length > 0, {
    message: 'a worker, or a room',
    path: ['workerId'],
  })
  .meta({ id: 'PublishHoursOfUnit' });

type Published = z.infer<typeof PublishHours> & Pick<OpenHours, 'workerId'>;

export const HoursPublished = z.strictObject({ hoursIds: z.array(HoursId) }).meta({ id: 'HoursPublished' });
type HoursPublished = z.infer<typeof HoursPublished>;

/** Publishes one's own hours for booking. An hour lies in one unit, whose bookers see the slots that are free. */
export async function publishHours(
  context: ActContext,
  { body }: { body: z.infer<typeof PublishHours> },
): Promise<Answer<HoursPublished>> {
  mustBeInUnit(context, body.unitId);
  return publish(context, { ...body, workerId: context.actor.userId });
}

/**
 * Publishes hours for others of a unit, or for its rooms: who supervises the unit, or keeps its calendars. Whose hours
 * they are is a worker of this unit, who finds them among the own ones.
 */
export async function publishHoursOfUnit(
  context: ActContext,
  { params, body }: { params: { unitId: UnitId }; body: z.infer<typeof PublishHoursOfUnit> },
): Promise<Answer<HoursPublished>> {
  mustBeInUnit(context, params.unitId);
  if (body.workerId !== undefined) await mustMeetIn(context, params.unitId, body.workerId);
  return publish(context, { ...body, unitId: params.unitId });
}

async function publish(context: ActContext, said: Published): Promise<Answer<HoursPublished>> {
  const { services, actor, now } = context;
  const [{ retention }] = await Promise.all([
    settingsOf(services, actor.controller),
    bookingIn(context, said.unitId),
  ]);
  const years = yearsOfOwn('calendar', context.today, retention);
  const times = [...new Set(said.dates)].map((date) => ({
    startsAt: momentOn(date, said.from),
    endsAt: momentOn(date, said.to),
  }));
  refuseErrors(APPOINTMENT_REFUSALS.notValid, judgeHours(times, said));
  const whole = times.flatMap(({ startsAt, endsAt }): Time[] =>
    startsAt === undefined || endsAt === undefined ? [] : [{ startsAt, endsAt }],
  );
  const holder = holderOfHours(said);
  const [met] = await Promise.all([
    Promise.all(whole.map((time) => hoursOf(context, holder, time))),
    ...whole.map((time) => mustHaveResources(context, said.unitId, said.resourceIds, time)),
  ]);
  if (met.flat().length > 0) throw new Refusal(APPOINTMENT_REFUSALS.hoursOverlap);
  const items = whole.map((time): OpenHours => {
    // The id carries the moment the hours begin, so that a span of time is a span of keys.
    const hoursId = HoursId.parse(newId(services, time.startsAt));
    return {
      ...calendarKeys.hours(actor.controller, holder, hoursId),
      entity: 'openHours',
      ...created(now, actor.userId),
      hoursId,
      ...(said.workerId === undefined ? {} : { workerId: said.workerId }),
      unitId: said.unitId,
      ...time,
      slotMinutes: said.slotMinutes,
      resourceIds: said.resourceIds,
      ...(years === undefined ? {} : { ttl: goesAfterDays(time.endsAt, years * 366) }),
      g2pk: indexKeys.unit(actor.controller, said.unitId),
      g2sk: indexKeys.unitHours(time.startsAt, hoursId),
    };
  });
  return commit(context, {
    changes: items.map((put) => ({ put, when: 'absent' })),
    line: {
      clients: [],
      resources: items.map(({ hoursId }) => ({ kind: 'openHours', id: hoursId, version: 1 })),
      dataGroups: ['appointments'],
      changedFields: ['hours'],
    },
    answer: { body: { hoursIds: items.map(({ hoursId }) => hoursId) }, version: 1 },
  });
}

/** @throws Refusal `appointment.workerCannot` for who does not meet clients in this unit today. */
async function mustMeetIn(
  { services, actor, today }: ActContext,
  unit: UnitId,
  worker: UserId,
): Promise<void> {
  const { powers } = await powersOf(services, actor.controller, worker);
  const meetsHere =
    powers.status === 'active' &&
    grantsOn(powers, today).some(({ role, unitIds }) => MEETING.includes(role) && unitIds.includes(unit));
  if (!meetsHere) throw new Refusal(APPOINTMENT_REFUSALS.workerCannot, { details: { userIds: [worker] } });
}

/** Both ends exist on each day, and the first slot fits in between. */
function judgeHours(
  times: readonly { startsAt: string | undefined; endsAt: string | undefined }[],
  { from, to }: Pick<Published, 'from' | 'to'>,
): Finding[] {
  const findings: Finding[] = [];
  if (times.some(({ startsAt, endsAt }) => startsAt === undefined || endsAt === undefined)) {
    findings.push({
      rule: 'appointment.timeSkipped',
      severity: 'error',
      path: '/body/from',
      message: {
        fi: 'Kello siirtyy kesäaikaan, eikä tätä kellonaikaa sinä päivänä ole.',
        sv: 'Klockan ställs om till sommartid, och klockslaget finns inte den dagen.',
        en: 'The clocks go forward, and that time does not exist on that day.',
      },
    });
  }
  if (from >= to) {
    findings.push({
      rule: 'appointment.hoursInOrder',
      severity: 'error',
      path: '/body/to',
      message: {
        fi: 'Aika päättyy ennen kuin se alkaa.',
        sv: 'Tiden slutar innan den börjar.',
        en: 'The hours end before they begin.',
      },
    });
  }
  return findings;
}
