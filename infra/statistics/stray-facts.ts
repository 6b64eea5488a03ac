import type { ActContext, RebuiltFacts } from '../../shared/act.ts';
import type { FactItem } from '../../shared/domain/statistics/fact-item.ts';
import {
  factsLying,
  goneOfMonth,
  loadFacts,
  nameOfKey,
} from '../../shared/domain/statistics/facts-of-month.ts';
import { factItem } from '../../shared/fact-items.ts';
import { goneFact } from '../../shared/gone-facts.ts';
import { KEPT_IN } from '../../shared/kept-in.ts';
import { type Key, workKeys } from '../../shared/table/keys.ts';
import type { Pace } from '../migrations/pace.ts';
import type { Progress } from './compare-progress.ts';
import type { MonthsHeld } from './months-held.ts';
import { registerPages } from './register-pages.ts';

/** A fact that no thing of the register tells, and none that was disposed of. */
export type Stray = { item: FactItem; about: string; month: string };

/**
 * Which facts these are, of the kinds and months in which more lie than the register tells. What lies is read before what
 * tells it, so that an act of this moment is not taken for a stray. Kinds that things of an older release tell are left:
 * their facts would all seem to be of nothing.
 */
export async function straysIn(
  context: ActContext,
  { tooMany, older, pace }: { tooMany: MonthsHeld['tooMany']; older: Progress['older']; pace: Pace },
): Promise<Stray[]> {
  const judged = tooMany.filter(({ kind }) => KEPT_IN[kind].every((entity) => older[entity] === undefined));
  const lying = new Map<string, Stray>();
  for (const month of new Set(judged.map((one) => one.month))) {
    const kinds = new Set(judged.filter((one) => one.month === month).map(({ kind }) => kind));
    const gone = await goneOfMonth(context, month);
    for await (const page of factsLying(context, month)) {
      for (const { item, about } of page) {
        if (about !== undefined && kinds.has(item.fact.kind) && !gone.has(about)) {
          lying.set(nameOfKey(item), { item, about, month });
        }
      }
    }
  }
  if (lying.size === 0) return [];
  const { services, actor } = context;
  for await (const { told } of registerPages(services, actor.controller, { from: undefined, pace })) {
    for (const { key } of told) lying.delete(nameOfKey(key));
  }
  return [...lying.values()];
}

/**
 * A stray is taken back, and marked as one of no thing, so that the next run knows it; one that takes back what the
 * register tells goes.
 */
export async function mendsOf(context: ActContext, strays: readonly Stray[]): Promise<RebuiltFacts[]> {
  const { controller } = context.actor;
  const names = new Set(strays.map(({ item }) => nameOfKey(item)));
  const factOf = ({ month, about }: Stray): Key => workKeys.factAbout(controller, month, about);
  const undoOf = ({ month, about }: Stray): Key => workKeys.undoneFact(controller, month, about);
  const undone = await loadFacts(context, strays.filter(({ item }) => item.fact.undoes === true).map(factOf));
  return strays.map((stray) => {
    const { item, about, month } = stray;
    const { kind, on } = item.fact;
    const mark = goneFact(controller, kind, month, about);
    const months = [month];
    if (item.fact.undoes !== true) {
      const isTakenBack = names.has(nameOfKey(undoOf(stray)));
      const undo = isTakenBack ? [] : [factItem(undoOf(stray), { kind, on, undoes: true })];
      return { puts: [...undo, mark], removes: [], months };
    }
    const takesBackOneThatIsTold =
      undone.has(nameOfKey(factOf(stray))) && !names.has(nameOfKey(factOf(stray)));
    return takesBackOneThatIsTold
      ? { puts: [], removes: [item], months }
      : { puts: [mark], removes: [], months };
  });
}
