import type { Counted } from './count.ts';
import type { Figure } from './model.ts';

/**
 * Pienten lukujen suojaus: what fewer persons stand behind is not published. Which number the authorities use has not
 * been verified; five is this system's own.
 */
export const FEWEST_PUBLISHED = 5;

const isFew = ({ value, behind }: Counted): boolean =>
  value !== 0 && Math.min(Math.abs(value), behind) < FEWEST_PUBLISHED;

/**
 * The figures as they may be published. What is few is hidden (primary suppression), and beside it the smallest other
 * part that is not, so that it cannot be had by subtracting the rest from the whole (complementary). Where no part
 * would hide it, the division is not published at all, nor is it told which parts there are.
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
  if (!parts.some(isFew)) return parts.map((one) => shown(one, false));
  const [beside] = parts
    .filter((one) => !isFew(one) && one.value !== 0)
    .toSorted((a, b) => a.value - b.value || (String(a.key) < String(b.key) ? -1 : 1));
  if (beside === undefined) return [];
  return parts.map((one) => shown(one, one === beside || isFew(one)));
}

const shown = ({ measure, key, value }: Counted, isHidden: boolean): Figure => ({
  measure,
  ...(key === undefined ? {} : { key }),
  ...(isHidden ? { hidden: true as const } : { value }),
});

/** The figures as they are, for whoever may see them all. */
export const asCounted = (counted: readonly Counted[]): Figure[] => counted.map((one) => shown(one, false));
