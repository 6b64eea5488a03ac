import * as z from 'zod';
import { UserId } from '../../kernel/id.ts';

/**
 * Esteellisyys (434/2003 §§ 27–28): whose matters a worker does not handle, and so whose file stays closed to the
 * worker, whatever ties them. `own`: the worker's own file. `close`: of the family or another close person (§ 28 (2)).
 * `other`: another ground of § 28 (1), such as an interest or a power of attorney.
 */
export const BarringGround = z.enum(['own', 'close', 'other']).meta({ id: 'BarringGround' });
export type BarringGround = z.infer<typeof BarringGround>;

export const Barred = z.strictObject({
  userId: UserId,
  ground: BarringGround,
  /** Of a worker's own file: colleagues open it by what ties themselves, and not by their unit. */
  personalTiesOnly: z.literal(true).optional(),
});
export type Barred = z.infer<typeof Barred>;

/** So many workers may be shut out of one file. */
export const MOST_BARRED = 50;

type Head = {
  restriction?: { readers: readonly UserId[] } | undefined;
  barred?: readonly Barred[] | undefined;
};

export const isBarred = ({ barred = [] }: Head, userId: UserId): boolean =>
  barred.some((one) => one.userId === userId);

/** Whether the file is not there for this worker: open to named readers alone, or closed to this one by name. */
export const isShutTo = (head: Head, userId: UserId): boolean =>
  isBarred(head, userId) || (head.restriction !== undefined && !head.restriction.readers.includes(userId));

/** Both together; of one worker named twice the own file counts. */
export function barredTogether(some: readonly Barred[] = [], others: readonly Barred[] = []): Barred[] {
  const byUser = new Map<UserId, Barred>();
  for (const one of [...some, ...others]) {
    if (byUser.get(one.userId)?.ground !== 'own') byUser.set(one.userId, one);
  }
  return [...byUser.values()].slice(0, MOST_BARRED);
}
