import * as z from 'zod';
import { Instant } from '../kernel/instant.ts';
import { helsinkiDateOf } from '../kernel/local-date.ts';

/**
 * How a structured item stood before it was changed: the fields that may change, put away on the item itself with the times
 * between which they held. What is asked is how it stood at the end of a day, so that of several changes in a day the
 * first puts away and the others do not.
 */
export type Earlier<Fields> = { from: Instant; until: Instant; stood: Fields };

/** An item changed on more days than this forgets the first of them, and says from when it knows. */
const MOST_EARLIER = 40;

/** Left out of items made before anything was put away: an empty list says that all is known from the beginning. */
export const earlierOf = <Shape extends z.core.$ZodShape>(changing: Shape) =>
  z
    .array(z.strictObject({ from: Instant, until: Instant, stood: z.strictObject(changing) }))
    .max(MOST_EARLIER)
    .optional();

/** An item that keeps how it stood. */
export type Kept<Fields> = {
  createdAt: Instant;
  updatedAt: Instant;
  earlier?: readonly Earlier<Fields>[] | undefined;
};

/** Of an item that is about to change. @param stood its changing fields, as they stand. */
export function putAway<Fields>(
  item: Kept<Fields>,
  stood: Fields,
  now: Instant,
): { earlier: Earlier<Fields>[] } {
  const earlier = [...(item.earlier ?? [])];
  const last = earlier.at(-1);
  if (last !== undefined && helsinkiDateOf(last.until) === helsinkiDateOf(now)) return { earlier };
  const from = last?.until ?? (item.earlier === undefined ? item.updatedAt : item.createdAt);
  return { earlier: [...earlier, { from, until: now, stood }].slice(-MOST_EARLIER) };
}

/** An item as it stood. `knownFrom`: how it stood is known from then on only, which is after the moment. */
export type Then<Item> = { item: Item; knownFrom?: Instant };

/**
 * An item as it stood before the moment, or undefined where it was not recorded by then.
 * @param changing names of the fields that are put away.
 */
export function stoodAt<Item extends Kept<object>>(
  schema: z.ZodType<Item>,
  changing: readonly string[],
  item: Item,
  moment: Instant,
): Then<Item> | undefined {
  const { createdAt, updatedAt, earlier } = item;
  if (createdAt >= moment) return undefined;
  const then = earlier?.find(({ until }) => until >= moment);
  const from = then?.from ?? (earlier === undefined ? updatedAt : createdAt);
  const known = from < moment ? {} : { knownFrom: from };
  if (then === undefined) return { item, ...known };
  const unchanging = Object.entries(item).filter(([name]) => !changing.includes(name));
  return { item: schema.parse({ ...Object.fromEntries(unchanging), ...then.stood }), ...known };
}
