import type { ActContext } from '../../shared/act.ts';
import { cellsOf } from '../../shared/domain/statistics/cubes/cube.ts';
import { countPeriod, isClosed } from '../../shared/domain/statistics/cubes/period.ts';
import { hasFacts } from '../../shared/domain/statistics/cubes/store.ts';
import { NAMED_KINDS, type NamedKind } from '../../shared/domain/statistics/named-facts.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { addMonths, LocalDate, monthOf } from '../../shared/kernel/local-date.ts';
import type { Progress } from './compare-progress.ts';

/** Facts of a month whose things are no more. */
export type Gone = { kind: NamedKind; month: string; facts: number };

/** Where nothing was done for so long, nothing was done before. */
const EMPTY_MONTHS = 24;

/**
 * What was disposed of: facts that stand and that no thing of the register has. Of months that are over: in the others
 * facts come while it is looked.
 */
export async function gone(context: ActContext, { matched }: Pick<Progress, 'matched'>): Promise<Gone[]> {
  const found: Gone[] = [];
  let day = LocalDate.parse(`${monthOf(context.today)}-01`);
  for (let empty = 0; empty < EMPTY_MONTHS; day = addMonths(day, -1)) {
    const month = monthOf(day);
    if (!(await hasFacts(context, month))) {
      empty += 1;
      continue;
    }
    empty = 0;
    if (!isClosed(month, context.services.clock.now())) continue;
    const { cubes } = await countPeriod(context, Period.parse(month));
    for (const kind of NAMED_KINDS) {
      const standing = cubes
        .flatMap((cube) => [...cellsOf(cube)])
        .filter(({ of }) => of.kind === kind)
        .reduce((sum, { times }) => sum + times, 0);
      const facts = standing - (matched[`${kind} ${month}`] ?? 0);
      if (facts > 0) found.push({ kind, month, facts });
    }
  }
  return found;
}
