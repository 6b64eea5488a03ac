import type { ActContext } from '../../../act.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { settingsOf } from '../../controllers/settings-cache.ts';
import type { MunicipalityOf } from '../count.ts';
import type { Cube } from '../cubes/cube.ts';
import { countMonths } from '../cubes/period.ts';
import { DEFINITIONS, definitionOf } from '../definitions.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { mustBeOneOf, mustCountOnce } from '../known-definition.ts';
import { type Figure } from '../model.ts';
import { dayAfter, monthsOf, type Period } from '../periods.ts';
import { STATISTICS_REFUSALS } from '../refusals.ts';
import { municipalityIn, municipalityMap } from '../store.ts';
import { behindOfTable, keptBehind } from './behind.ts';
import { type Fresh, publishable, type ToldBefore } from './hide.ts';
import type { Publication, PublicationKept } from './model.ts';
import { type Published, publishedBeside } from './store.ts';
import { nameOfSum, type Sum, tablesOver } from './sums.ts';

/**
 * The figures as they may be published today, the last publication of the same definition and period, and what is kept
 * of this one.
 */
export type ToPublish = { figures: Figure[]; last: Publication | undefined; kept: PublicationKept };

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
  mustBeOneOf(definition.periods.slice(0, 1), period);
  if (today < dayAfter(period)) throw new Refusal(STATISTICS_REFUSALS.notOver);
  const [{ controller: organised }, beside] = await Promise.all([
    settingsOf(services, actor.controller),
    publishedBeside(context, period),
  ]);
  const periods = [...new Set([period, ...beside.map((one) => one.period)])];
  const months = [...new Set(periods.flatMap(monthsOf))].toSorted();
  const [municipalitiesNow, counted] = await Promise.all([
    municipalityMap(context, organised.municipalities),
    countMonths(context, months),
  ]);
  const cubes = counted.map(({ cube }) => cube);
  const within = (one: Period): Cube[] => cubes.filter(({ month }) => monthsOf(one).includes(month));
  const now = municipalityIn(municipalitiesNow);
  // Units that have changed municipality since are where they were: the numbers told are sums of what was counted there.
  const then = ({ kept }: Published): MunicipalityOf =>
    kept === undefined ? now : municipalityIn(kept.municipalities);
  const tables = tablesOver(cubes);
  const tableOf = (name: string, of: FigureDefinition, one: Period, municipalityOf = now) =>
    tables.add(name, of, { cubes: within(one), municipalityOf });
  const sumsOfFresh = tableOf('fresh', definition, period);
  const tablesBeside = beside.flatMap((one) => {
    const of = definitionOf(one.definitionId);
    if (of === undefined) return [];
    return {
      one,
      sumsOf: tableOf(`${one.definitionId} ${one.period} ${one.number}`, of, one.period, then(one)),
    };
  });
  // What is not published yet will be: its small numbers are kept from now on, where its period is this one.
  const tablesNext = DEFINITIONS.filter(
    (other) => other.id !== definition.id && other.publishedBy !== undefined && other.periods[0] === kind,
  ).map((other) => tableOf(`${other.id} ${period}`, other, period));

  const behind = behindOfTable('fresh', definition, { cubes: within(period), municipalityOf: now });
  const fresh = sumsOfFresh().map((sum): Fresh => ({ ...sum, standing: behind.get(nameOfSum(sum)) }));
  const own = beside.filter((one) => one.definitionId === definition.id && one.period === period);
  const before = own.flatMap(({ figures, kept }) =>
    figures.map((figure): ToldBefore => ({ ...figure, standing: keptBehind(kept, figure) })),
  );
  const sums: Sum[] = [];
  const shown = new Set<string>();
  for (const { one, sumsOf } of tablesBeside) {
    for (const sum of sumsOf()) {
      const figure = one.figures.find(({ measure, key }) => measure === sum.measure && key === sum.key);
      sums.push(sum);
      if (figure?.value === sum.value) shown.add(nameOfSum(sum));
      // What became different since is no sum of today's facts: of the same things told anew, it tells by how much.
      else if (figure?.value !== undefined)
        before.push(...sameAs(sum, fresh, { value: figure.value, standing: keptBehind(one.kept, figure) }));
    }
  }
  for (const sumsOf of tablesNext) sums.push(...sumsOf());
  const figures = publishable(fresh, { sums, shown }, tables.behindOf, before);
  const { kept: _kept, ...last } = own.at(-1) ?? { definitionId: undefined };
  return {
    figures,
    last: last.definitionId === undefined ? undefined : last,
    kept: {
      municipalities: municipalitiesNow,
      behind: figures.flatMap(({ measure, key, value }) => {
        const of = behind.get(nameOfSum({ table: 'fresh', measure, ...(key === undefined ? {} : { key }) }));
        return value === undefined || of === undefined
          ? []
          : [{ measure, ...(key === undefined ? {} : { key }), of }];
      }),
    },
  };
}

/** The numbers of a table that count the very things of another one’s, as these were told. */
const sameAs = (
  { counts, atoms }: Sum,
  fresh: readonly Sum[],
  told: Pick<ToldBefore, 'value' | 'standing'>,
): ToldBefore[] =>
  fresh
    .filter(
      (one) =>
        one.counts === counts &&
        one.atoms.size > 0 &&
        one.atoms.size === atoms.size &&
        one.atoms.isSubsetOf(atoms),
    )
    .map(({ measure, key }) => ({ measure, ...(key === undefined ? {} : { key }), ...told }));
