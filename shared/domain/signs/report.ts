import { daysBetween, helsinkiDateOf } from '../../kernel/local-date.ts';
import type { SignCode } from '../sign-codes.ts';
import type { Sign, SignOutcome } from './model.ts';

/** What was found in a month and what came of it: numbers, and nobody's name. */
export type SignCounts = {
  found: number;
  /** Not looked into yet; of them those that went to the data-protection officer. */
  waiting: number;
  escalated: number;
  outcomes: Record<SignOutcome, number>;
  /** Days from the finding to the first outcome, of those that have one: the middle one and the longest. */
  medianDays: number | undefined;
  longestDays: number | undefined;
};

type Tally = { found: number; waiting: number; escalated: number; days: number[] } & {
  outcomes: Record<SignOutcome, number>;
};

const empty = (): Tally => ({
  found: 0,
  waiting: 0,
  escalated: 0,
  days: [],
  outcomes: { inOrder: 0, explained: 0, misuseSuspected: 0 },
});

/** Counts signs as they are read, page by page: what is kept does not grow with them but by unit and rule. */
export class SignReport {
  readonly #all = empty();
  readonly #byRule = new Map<SignCode, Tally>();
  readonly #byUnit = new Map<string, Tally>();

  add(sign: Sign): void {
    for (const tally of [this.#all, tallyOf(this.#byRule, sign.code), tallyOf(this.#byUnit, sign.unitId)]) {
      counted(tally, sign);
    }
  }

  all(): SignCounts {
    return countsOf(this.#all);
  }

  byRule(): [SignCode, SignCounts][] {
    return [...this.#byRule].map(([code, tally]) => [code, countsOf(tally)]);
  }

  byUnit(): [string, SignCounts][] {
    return [...this.#byUnit].map(([unitId, tally]) => [unitId, countsOf(tally)]);
  }
}

function tallyOf<Of>(tallies: Map<Of, Tally>, of: Of): Tally {
  const tally = tallies.get(of) ?? empty();
  tallies.set(of, tally);
  return tally;
}

function counted(tally: Tally, { outcomes, createdAt, escalatedAt }: Sign): void {
  const [first] = outcomes;
  const last = outcomes.at(-1);
  tally.found += 1;
  if (escalatedAt !== undefined) tally.escalated += 1;
  if (first === undefined || last === undefined) {
    tally.waiting += 1;
    return;
  }
  tally.outcomes[last.outcome] += 1;
  tally.days.push(daysBetween(helsinkiDateOf(createdAt), helsinkiDateOf(first.at)));
}

function countsOf({ days, ...counts }: Tally): SignCounts {
  const sorted = days.toSorted((a, b) => a - b);
  return {
    ...counts,
    medianDays: sorted[Math.floor((sorted.length - 1) / 2)],
    longestDays: sorted.at(-1),
  };
}
