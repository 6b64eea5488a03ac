import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { hoursOfWorker } from '../../shared/domain/appointments/hours.ts';
import { OpenHours } from '../../shared/domain/appointments/model.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import type { Time } from '../../shared/domain/appointments/rules.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { HoursId } from '../../shared/kernel/id.ts';
import { LocalDate, momentOn } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { calendarKeys, indexKeys } from '../../shared/table/keys.ts';
import { bookingIn } from './booking-unit.ts';
import { mustHaveResources } from './judge-booking.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30');
const { unitId, slotMinutes, resourceIds } = OpenHours.shape;

/** So many days at once: a commit holds 25 items. */
const MOST_DAYS = 20;

/** The same hours of several days, by the clock in Finland. */
export const PublishHours = z
  .strictObject({
    unitId,
    dates: z.array(LocalDate).min(1).max(MOST_DAYS),
    from: ClockTime,
    to: ClockTime,
    slotMinutes,
    resourceIds: resourceIds.default([]),
  })
  .meta({ id: 'PublishHours' });
type PublishHours = z.infer<typeof PublishHours>;

export const HoursPublished = z.strictObject({ hoursIds: z.array(HoursId) }).meta({ id: 'HoursPublished' });

/** Publishes one's own hours for booking. An hour lies in one unit, whose bookers see the slots that are free. */
export async function publishHours(
  context: ActContext,
  { body }: { body: PublishHours },
): Promise<Answer<z.infer<typeof HoursPublished>>> {
  const { services, actor, now } = context;
  mustBeInUnit(context, body.unitId);
  await bookingIn(context, body.unitId);
  const times = [...new Set(body.dates)].map((date) => ({
    startsAt: momentOn(date, body.from),
    endsAt: momentOn(date, body.to),
  }));
  refuseErrors(APPOINTMENT_REFUSALS.notValid, judgeHours(times, body));
  const whole = times.flatMap(({ startsAt, endsAt }): Time[] =>
    startsAt === undefined || endsAt === undefined ? [] : [{ startsAt, endsAt }],
  );
  const [met] = await Promise.all([
    Promise.all(whole.map((time) => hoursOfWorker(context, actor.userId, time))),
    ...whole.map((time) => mustHaveResources(context, body.unitId, body.resourceIds, time)),
  ]);
  if (met.flat().length > 0) throw new Refusal(APPOINTMENT_REFUSALS.hoursOverlap);
  const items = whole.map((time): OpenHours => {
    // The id carries the moment the hours begin, so that a span of time is a span of keys.
    const hoursId = HoursId.parse(newId(services, time.startsAt));
    return {
      ...calendarKeys.hours(actor.controller, actor.userId, hoursId),
      entity: 'openHours',
      ...created(now, actor.userId),
      hoursId,
      workerId: actor.userId,
      unitId: body.unitId,
      ...time,
      slotMinutes: body.slotMinutes,
      resourceIds: body.resourceIds,
      g2pk: indexKeys.unit(actor.controller, body.unitId),
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

/** Both ends exist on each day, and the first slot fits in between. */
function judgeHours(
  times: readonly { startsAt: string | undefined; endsAt: string | undefined }[],
  { from, to }: PublishHours,
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
