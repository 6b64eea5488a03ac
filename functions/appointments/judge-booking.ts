import { whoCannot } from '../../shared/access/powers.ts';
import { NOTE_WRITERS } from '../../shared/access/role-groups.ts';
import type { ActContext } from '../../shared/act.ts';
import type { Parties } from '../../shared/domain/appointments/calendar.ts';
import { findResources, hoursOf } from '../../shared/domain/appointments/hours.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import { judgeHours, judgeParties, judgeTime, type Time } from '../../shared/domain/appointments/rules.ts';
import { inForce } from '../../shared/kernel/date-range.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import type { ResourceId, UnitId } from '../../shared/kernel/id.ts';
import { addDays, helsinkiDateOf, startOfDay } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

/**
 * May these parties meet at this time, as far as no calendar tells?
 * @param also what was found beside, told together with it.
 * @returns what to think of, for people to read.
 * @throws Refusal for a time that is not in order, a worker who cannot, a room that the unit does not have.
 */
export async function judgeBooking(
  context: ActContext,
  unitId: UnitId,
  parties: Parties,
  time: Time,
  also: readonly Finding[] = [],
): Promise<Finding[]> {
  const findings = [...also, ...judgeParties(parties), ...judgeTime(time, context.now)];
  refuseErrors(APPOINTMENT_REFUSALS.notValid, findings);
  const day = helsinkiDateOf(time.startsAt);
  const ofDay = { startsAt: startOfDay(day), endsAt: startOfDay(addDays(day, 1)) };
  const [userIds, , published] = await Promise.all([
    whoCannot(context, parties.workerIds, NOTE_WRITERS),
    mustHaveResources(context, unitId, parties.resourceIds, time),
    Promise.all(parties.workerIds.map((workerId) => hoursOf(context, workerId, ofDay))),
  ]);
  if (userIds.length > 0) throw new Refusal(APPOINTMENT_REFUSALS.workerCannot, { details: { userIds } });
  return [...findings, ...published.flatMap((hours) => judgeHours(time, hours))];
}

/** @throws Refusal `appointment.noResource`, naming what the unit does not have then. */
export async function mustHaveResources(
  context: ActContext,
  unitId: UnitId,
  resourceIds: readonly ResourceId[],
  { startsAt, endsAt }: Time,
): Promise<void> {
  const found = await findResources(
    context,
    resourceIds.map((resourceId) => ({ unitId, resourceId })),
  );
  const missing = resourceIds.filter((resourceId) => {
    const item = found.find((candidate) => candidate.resourceId === resourceId);
    return (
      item === undefined ||
      !inForce(item.resource, helsinkiDateOf(startsAt)) ||
      !inForce(item.resource, helsinkiDateOf(endsAt))
    );
  });
  if (missing.length > 0) {
    throw new Refusal(APPOINTMENT_REFUSALS.noResource, { details: { resourceIds: missing } });
  }
}
