import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { findHours } from '../../shared/domain/appointments/hours.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { HoursId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const OneOfHours = z.strictObject({ hoursId: HoursId });
export const HoursWithdrawn = z.strictObject({ hoursId: HoursId }).meta({ id: 'HoursWithdrawn' });

/** Takes one's own published hours away. What is booked in them stays booked. */
export async function withdrawHours(
  context: ActContext,
  { params: { hoursId }, version }: { params: z.infer<typeof OneOfHours>; version: number },
): Promise<Answer<z.infer<typeof HoursWithdrawn>>> {
  const item = await findHours(context, hoursId);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(item, version);
  return commit(context, {
    changes: [{ remove: item, when: { version } }],
    line: {
      clients: [],
      resources: [{ kind: 'openHours', id: hoursId, version }],
      dataGroups: ['appointments'],
      changedFields: ['hours'],
    },
    answer: { body: { hoursId } },
  });
}
