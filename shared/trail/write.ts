import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { faultFields } from '../application-log.ts';
import type { Instant } from '../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import { putIfAbsent } from '../table/put.ts';
import type { AccessEvent } from './event.ts';
import { copyFor, trailItemOf } from './line.ts';

/**
 * Stores a line before the data leave. If the trail refuses, the same line is put once into the intake of
 * the archive, which the sealer also reads; only if both fail is the answer withheld. No log, no data.
 */
export async function storeLine(services: Services, event: AccessEvent): Promise<void> {
  try {
    await putIfAbsent(services.tables, event.controller, 'trail', trailItemOf(event));
  } catch (thrown) {
    if (!isRepeated(event, thrown)) await storeInIntake(services, event, thrown);
  }
  services.logged(event);
}

/** The same line stands there already: it was sent twice, and is not replaced. Another's would not be ours. */
const isRepeated = (event: AccessEvent, thrown: unknown): boolean =>
  thrown instanceof ConditionalCheckFailedException &&
  thrown.Item?.['event']?.M?.['requestId']?.S === event.requestId &&
  thrown.Item['event'].M['eventName']?.S === event.eventName;

async function storeInIntake(services: Services, event: AccessEvent, trailError: unknown): Promise<void> {
  const { controller, eventId } = event;
  try {
    await putInIntake(services, event, event.eventTime);
    services.log.error('TRAIL_REFUSED', { eventId, controller, ...faultFields(trailError) });
  } catch (thrown) {
    services.log.error('LOG_LOST', { eventId, controller, ...faultFields(thrown) });
    throw new Refusal(COMMON_REFUSALS.logUnavailable);
  }
}

/** Under the day on which the sealer is to find it. */
export const putInIntake = (
  { intake }: Pick<Services, 'intake'>,
  event: AccessEvent,
  at: Instant,
): Promise<void> =>
  intake.putIfAbsent(
    `intake/${event.controller}/${at.slice(0, 10)}/${event.eventId}.json`,
    JSON.stringify(event),
  );

/**
 * A line that the trail refused, put where it belongs once the trail takes lines again: then the client's log, the
 * questions and an extract find it as any other. What stands there is left as it is.
 */
export async function backInTrail(tables: Services['tables'], event: AccessEvent): Promise<void> {
  try {
    await putIfAbsent(tables, event.controller, 'trail', trailItemOf(event));
  } catch (thrown) {
    if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown;
  }
}

/** Each client's own copy of a line that names several, put once however often this runs. */
export async function storeCopies(services: Services, event: AccessEvent): Promise<number> {
  let stored = 0;
  for (const clientId of event.clients) {
    try {
      await putIfAbsent(services.tables, event.controller, 'trail', copyFor(event, clientId));
      stored += 1;
    } catch (thrown) {
      if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown;
    }
  }
  return stored;
}
