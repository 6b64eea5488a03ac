import { type ControllerId, EventId, formatId, type UserId } from '../kernel/id.ts';
import { epochMsOf, Instant, plusMilliseconds } from '../kernel/instant.ts';
import type { Tables } from '../services.ts';
import { type Span, trailKeys } from '../table/keys.ts';
import { countUpTo } from '../table/read.ts';

const idAt = (moment: Instant, fill: number): EventId =>
  EventId.parse(formatId(epochMsOf(moment), new Uint8Array(10).fill(fill)));

/**
 * Whether a worker has asked anything of the system since a moment: the newest line tells, refused or not, by the index
 * that the trail has anyway. Nothing is written to know it, and it costs one key for whoever works and one for each
 * month that is looked through for whoever does not.
 */
export async function hasBeenUsed(
  tables: Tables,
  controller: ControllerId,
  userId: UserId,
  { since, now }: { since: Instant; now: Instant },
): Promise<boolean> {
  const span: Span = { from: trailKeys.event(idAt(since, 0)), to: trailKeys.event(idAt(now, 255)) };
  for (let month = now.slice(0, 7); month >= since.slice(0, 7); month = monthBefore(month)) {
    const pk = trailKeys.workerMonth(controller, userId, month);
    const { count } = await countUpTo(tables, controller, {
      table: 'trail',
      index: 'gsi1',
      pk,
      span,
      limit: 1,
    });
    if (count > 0) return true;
  }
  return false;
}

const monthBefore = (month: string): string =>
  plusMilliseconds(Instant.parse(`${month}-01T00:00:00.000Z`), -1).slice(0, 7);
