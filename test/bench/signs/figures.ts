import { textTable } from '../table.ts';
import type { Measured } from './measure.ts';

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));

/** False alarms that one reviewer meets in a week. */
const falseAWeek = ({ signs, trueSigns, reviewers, weeks }: Measured): number =>
  (signs - trueSigns) / reviewers / weeks;

const perSeed = (all: readonly Measured[]): string =>
  textTable(
    ['quarter', 'lines', 'misuse', 'found', 'recall', 'signs', 'precision', 'false a reviewer and week', 's'],
    all.map((one) => [
      one.seed,
      String(one.lines),
      String(one.misuse),
      String(one.foundMisuse),
      share(one.foundMisuse, one.misuse),
      String(one.signs),
      share(one.trueSigns, one.signs),
      falseAWeek(one).toFixed(1),
      one.seconds.toFixed(1),
    ]),
  );

type Pair = { of: number; found: number };

/** Sums what the quarters have by name, the largest first. */
function summed(all: readonly Record<string, Pair>[]): [string, Pair][] {
  const sums = new Map<string, Pair>();
  for (const [name, { of, found }] of all.flatMap((one) => Object.entries(one))) {
    const sum = sums.get(name) ?? { of: 0, found: 0 };
    sums.set(name, { of: sum.of + of, found: sum.found + found });
  }
  return [...sums].toSorted(([, a], [, b]) => b.of - a.of);
}

/** How well the rules find planted misuse, in quarters they were not tuned with. */
export function figuresOf(all: readonly Measured[]): string {
  const byRule = summed(all.map((one) => one.byRule));
  const byKind = summed(all.map((one) => one.byKind));
  return [
    perSeed(all),
    textTable(
      ['rule', 'signs', 'about misuse', 'precision'],
      byRule.map(([name, { of, found }]) => [name, String(of), String(found), share(found, of)]),
    ),
    textTable(
      ['kind of misuse', 'planted', 'found'],
      byKind.map(([name, { of, found }]) => [name, String(of), String(found)]),
    ),
  ].join('\n\n');
}
