import type { ActContext } from '../../../act.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { settingsOf } from '../../controllers/settings-cache.ts';
import type { Cube } from '../cubes/cube.ts';
import { countMonths } from '../cubes/period.ts';
import { DEFINITIONS, definitionOf } from '../definitions.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { mustCountOnce } from '../known-definition.ts';
import { type Figure } from '../model.ts';
import { dayAfter, isOfKind, monthsOf, type Period } from '../periods.ts';
import { STATISTICS_REFUSALS } from '../refusals.ts';
import { municipalities } from '../store.ts';
import { publishable } from './hide.ts';
import type { Publication } from './model.ts';
import { publishedBeside } from './store.ts';
import { behindIn, nameOfSum, type Sum, sumsOf } from './sums.ts';

/** The figures as they may be published today, and the last publication of the same definition and period. */
export type ToPublish = { figures: Figure[]; last: Publication | undefined };

/**
 * Counts a period that is over for everybody, and hides what tells of few, beside all that was published of the same
 * months.
 * @throws Refusal `statistics.wholePeriods`, `statistics.notOver`, `statistics.personsOverYears`.
 */
export async function toPublish(
  context: ActContext,
  definition: FigureDefinition,
  period: Period,
): Promise<ToPublish> {
  const { services, actor, today } = context;
  mustCountOnce(definition, period);
  const [kind] = definition.periods;
  if (kind === undefined || !isOfKind(period, kind)) throw new Refusal(STATISTICS_REFUSALS.wholePeriods);
  if (today < dayAfter(period)) throw new Refusal(STATISTICS_REFUSALS.notOver);
  const [{ controller: organised }, beside] = await Promise.all([
    settingsOf(services, actor.controller),
    publishedBeside(context, period),
  ]);
  const periods = [...new Set([period, ...beside.map((one) => one.period)])];
  const months = [...new Set(periods.flatMap(monthsOf))].toSorted();
  const [municipalityOf, counted] = await Promise.all([
    municipalities(context, organised.municipalities),
    countMonths(context, months),
  ]);
  const cubes = counted.map(({ cube }) => cube);
  const within = (one: Period): Cube[] => cubes.filter(({ month }) => monthsOf(one).includes(month));
  const tableOf = (name: string, of: FigureDefinition, one: Period) =>
    sumsOf(name, of, { cubes: within(one), municipalityOf });

  const fresh = tableOf('fresh', definition, period);
  const own = beside.filter((one) => one.definitionId === definition.id && one.period === period);
  const before = own.flatMap(({ figures }) => figures);
  const sums: Sum[] = [];
  const shown = new Set<string>();
  for (const one of beside) {
    const of = definitionOf(one.definitionId);
    if (of === undefined) continue;
    const table = `${one.definitionId} ${one.period} ${one.number}`;
    for (const sum of tableOf(table, of, one.period)) {
      const figure = one.figures.find(({ measure, key }) => measure === sum.measure && key === sum.key);
      sums.push(sum);
      if (figure?.value === sum.value) shown.add(nameOfSum(sum));
      // What became different since is no sum of today's facts: of the same things told anew, it tells by how much.
      else if (figure?.value !== undefined) before.push(...sameAs(sum, fresh, figure.value));
    }
  }
  // What is not published yet will be: its small numbers are kept from now on, where its period is this one.
  for (const other of DEFINITIONS) {
    const isNext = other.id !== definition.id && other.publishedBy !== undefined && other.periods[0] === kind;
    if (isNext) sums.push(...tableOf(`${other.id} ${period}`, other, period));
  }
  return {
    figures: publishable(fresh, { sums, shown }, behindIn(cubes), before),
    last: own.at(-1),
  };
}

/** The numbers of a table that count the very things of another one’s, as these were told. */
const sameAs = ({ counts, atoms }: Sum, fresh: readonly Sum[], value: number): Figure[] =>
  fresh
    .filter(
      (one) =>
        one.counts === counts &&
        one.atoms.size > 0 &&
        one.atoms.size === atoms.size &&
        one.atoms.isSubsetOf(atoms),
    )
    .map(({ measure, key }) => ({ measure, ...(key === undefined ? {} : { key }), value }));
