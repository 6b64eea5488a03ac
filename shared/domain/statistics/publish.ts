import type { Counted } from './count.ts';
import type { Figure } from './model.ts';

/**
 * Pienten lukujen suojaus: what fewer persons stand behind is not published. Which number the authorities use has not
 * been verified; five is this system's own.
 */
export const FEWEST_PUBLISHED = 5;

/** Where nobody stands behind it nothing is told; a day that nobody was given tells of whoever was not given it. */
export const isFew = ({ value, behind }: Counted): boolean =>
  behind !== 0 && (behind < FEWEST_PUBLISHED || (value !== 0 && Math.abs(value) < FEWEST_PUBLISHED));

/** So far apart are the least and the most that the few can be in all, by what is published and by this rule. */
const LEAST_OPEN = 2;

/**
 * The figures as they may be published. What is few is hidden (primary suppression), and beside it the smallest other
 * parts that are not, as many as it takes, so that it cannot be had by subtracting the rest from the whole
 * (complementary). Where no parts would hide it, the division is not published at all, nor is it told which there are.
 */
export function published(counted: readonly Counted[]): Figure[] {
  const measures = [...new Set(counted.map(({ measure }) => measure))];
  return measures.flatMap((measure) => {
    const own = counted.filter((one) => one.measure === measure);
    const whole = own.filter(({ key }) => key === undefined);
    return [
      ...whole.map((one) => shown(one, isFew(one))),
      ...partsOf(own.filter(({ key }) => key !== undefined)),
    ];
  });
}

function partsOf(parts: readonly Counted[]): Figure[] {
  const few = parts.filter(isFew);
  if (few.length === 0) return parts.map((one) => shown(one, false));
  const others = parts
    .filter((one) => !isFew(one) && one.value !== 0)
    .toSorted((a, b) => a.value - b.value || (String(a.key) < String(b.key) ? -1 : 1));
  const count = others.findIndex((_, last) => isOpen(few, others, last + 1)) + 1;
  if (count === 0) return [];
  const hidden = new Set([...few, ...others.slice(0, count)]);
  return parts.map((one) => shown(one, hidden.has(one)));
}

/**
 * Whether the few stay open once so many others are hidden with them. Who subtracts knows the sum of all that is hidden;
 * that each other is not few, and none larger than the smallest that is shown; and how much few can be.
 */
function isOpen(few: readonly Counted[], others: readonly Counted[], count: number): boolean {
  const sum = [...few, ...others.slice(0, count)].reduce((all, { value }) => all + value, 0);
  const smallestShown = others[count]?.value ?? Number.POSITIVE_INFINITY;
  const mostOfOne = Math.max(FEWEST_PUBLISHED - 1, ...few.map(({ value }) => value));
  const least = Math.max(few.length, sum - count * smallestShown);
  const most = Math.min(few.length * mostOfOne, sum - count * FEWEST_PUBLISHED);
  return most - least >= LEAST_OPEN;
}

const shown = ({ measure, key, value }: Counted, isHidden: boolean): Figure => ({
  measure,
  ...(key === undefined ? {} : { key }),
  ...(isHidden ? { hidden: true as const } : { value }),
});

/** The figures as they are, for whoever may see them all. */
export const asCounted = (counted: readonly Counted[]): Figure[] => counted.map((one) => shown(one, false));
