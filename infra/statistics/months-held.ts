import type { ActContext } from '../../shared/act.ts';
import { isClosed } from '../../shared/domain/statistics/cubes/period.ts';
import { hasFacts } from '../../shared/domain/statistics/cubes/store.ts';
import {
  factsLying,
  goneOfMonth,
  monthsWithoutFacts,
} from '../../shared/domain/statistics/facts-of-month.ts';
import { addMonths, LocalDate, monthOf } from '../../shared/kernel/local-date.ts';
import { FactKind } from '../../shared/statistics-fact.ts';
import type { Pace } from '../migrations/pace.ts';
import { type Progress, tallyOf } from './compare-progress.ts';

/** Facts of a kind and month. */
export type OfKind = { kind: FactKind; month: string; facts: number };
export type MonthsHeld = {
  /** They stand, and their things were disposed of. */
  disposed: OfKind[];
  /** They have no name by which a thing could tell them: written before facts had one. */
  nameless: OfKind[];
  /** More lie there than the register tells. */
  tooMany: Omit<OfKind, 'facts'>[];
};

/** Where nothing was done for so long, nothing was done before. */
const EMPTY_MONTHS = 24;
/** Capacity units of a fact that is read, about. */
const UNITS_OF_FACT = 0.1;

/** What lies in months that are over: in the others facts come while it is looked. */
export async function monthsHeld(context: ActContext, progress: Progress, pace: Pace): Promise<MonthsHeld> {
  const held: MonthsHeld = { disposed: [], nameless: [], tooMany: [] };
  let day = LocalDate.parse(`${monthOf(context.today)}-01`);
  for (let empty = 0; empty < EMPTY_MONTHS; day = addMonths(day, -1)) {
    const month = monthOf(day);
    if (!(await hasFacts(context, month))) {
      empty += 1;
      continue;
    }
    empty = 0;
    const isPast = (await monthsWithoutFacts(context, [month])).has(month);
    if (!isPast && isClosed(month, context.services.clock.now()))
      addMonth(held, month, await countOf(context, month, pace), progress);
  }
  return held;
}

type Counted = Record<
  'fact' | 'undo' | 'gone' | 'goneUndone' | 'nameless',
  Partial<Record<FactKind, number>>
>;

async function countOf(context: ActContext, month: string, pace: Pace): Promise<Counted> {
  const gone = await goneOfMonth(context, month);
  const counted: Counted = { fact: {}, undo: {}, gone: {}, goneUndone: {}, nameless: {} };
  for await (const page of factsLying(context, month)) {
    await pace(page.length * UNITS_OF_FACT);
    for (const { item, about } of page) {
      const { kind, undoes } = item.fact;
      const isGone = about !== undefined && gone.has(about);
      const [standing, undoing] = isGone ? (['gone', 'goneUndone'] as const) : (['fact', 'undo'] as const);
      const what = about === undefined ? 'nameless' : undoes === true ? undoing : standing;
      counted[what][kind] = (counted[what][kind] ?? 0) + 1;
    }
  }
  return counted;
}

function addMonth(
  { disposed, nameless, tooMany }: MonthsHeld,
  month: string,
  counted: Counted,
  { matched }: Progress,
): void {
  for (const kind of FactKind.options) {
    const told = (lying: 'fact' | 'undo' | 'gone'): number => matched[tallyOf(lying, kind, month)] ?? 0;
    const lies = (what: keyof Counted): number => counted[what][kind] ?? 0;
    const ofNothing = lies('gone') - lies('goneUndone') - told('gone');
    if (ofNothing > 0) disposed.push({ kind, month, facts: ofNothing });
    if (lies('nameless') > 0) nameless.push({ kind, month, facts: lies('nameless') });
    if (lies('fact') > told('fact') || lies('undo') > told('undo')) tooMany.push({ kind, month });
  }
}
