import * as z from 'zod';
import type { Actor } from '../../shared/access/actor.ts';
import type { JobRole } from '../../shared/access/job-roles.ts';
import { supervises } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { countFigures } from '../../shared/domain/statistics/count.ts';
import { cameAfter } from '../../shared/domain/statistics/cubes/came-after.ts';
import { type Cube, partOfCube } from '../../shared/domain/statistics/cubes/cube.ts';
import { countPeriod } from '../../shared/domain/statistics/cubes/period.ts';
import { type FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import {
  knownDefinition,
  mustBeOneOf,
  mustCountOnce,
} from '../../shared/domain/statistics/known-definition.ts';
import { Dimension, Figure } from '../../shared/domain/statistics/model.ts';
import { dayAfter, Period } from '../../shared/domain/statistics/periods.ts';
import { toPublish } from '../../shared/domain/statistics/publications/to-publish.ts';
import { asCounted } from '../../shared/domain/statistics/publish.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { municipalities } from '../../shared/domain/statistics/store.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const FiguresQuery = z.strictObject({
  period: Period,
  by: Dimension.optional(),
  /**
   * `ownUnits`: of the units that the caller supervises, as they are. `controller`: of what is done in no unit, as it is.
   * `publication`: of the whole, small numbers hidden.
   */
  for: z.enum(['ownUnits', 'controller', 'publication']).default('ownUnits'),
});
type FiguresQuery = z.infer<typeof FiguresQuery>;

export const Figures = z
  .strictObject({
    definitionId: z.string(),
    definitionVersion: z.int(),
    period: Period,
    by: Dimension.optional(),
    for: FiguresQuery.shape.for.unwrap(),
    /** False while the period goes on. */
    isOver: z.boolean(),
    figures: z.array(Figure),
    /** How often something came to these months after their facts had been disposed of: it stands in no figure. */
    cameAfterDisposal: z.int().positive().optional(),
  })
  .meta({ id: 'StatisticsFigures' });

/**
 * What would be published is read by whoever publishes: it is not remembered, so that two looks at it, before and after
 * a correction, would tell by subtraction whom the correction is about.
 */
const READERS: Record<FiguresQuery['for'], readonly JobRole[]> = {
  ownUnits: ['supervisor'],
  controller: ['mainUser', 'dataProtectionOfficer'],
  publication: ['mainUser'],
};

/** @throws Refusal `access.notAllowed` for who may not see figures of this. */
export function mayRead({ grants }: Actor, whose: FiguresQuery['for']): void {
  if (!grants.some(({ role }) => READERS[whose].includes(role))) {
    throw new Refusal(COMMON_REFUSALS.notAllowed);
  }
}

/** What of a cube the caller sees as it is. */
export const seenFor =
  (actor: Actor, whose: 'ownUnits' | 'controller') =>
  (cube: Cube): Cube =>
    whose === 'controller' ? cube : partOfCube(cube, ({ unitId }) => supervises(actor, unitId));

/** Counts the figures of a definition from the facts of a period: no client is opened, and no person is in the answer. */
export async function readFigures(
  context: ActContext,
  { params, query }: { params: { definitionId: string }; query: FiguresQuery },
): Promise<Reading<z.infer<typeof Figures>>> {
  const { actor, today } = context;
  const definition = knownDefinition(params.definitionId);
  mayBeAsked(definition, query);
  const { period, by } = query;
  const isOver = today >= dayAfter(period);
  mayRead(actor, query.for);
  const figures =
    query.for === 'publication'
      ? (await toPublish(context, definition, period)).figures.filter(
          ({ key }) => key === undefined || by !== undefined,
        )
      : await asTheyAre(context, definition, query, query.for);
  const came = await cameAfter(context, period);
  const { id, version } = definition;
  return {
    line: { clients: [], resources: [{ kind: 'statistics', id, version }], dataGroups: ['statistics'] },
    body: () => ({
      definitionId: id,
      definitionVersion: version,
      period,
      ...(by === undefined ? {} : { by }),
      for: query.for,
      isOver,
      figures,
      ...(came === 0 ? {} : { cameAfterDisposal: came }),
    }),
  };
}

async function asTheyAre(
  context: ActContext,
  { measures }: FigureDefinition,
  { period, by }: FiguresQuery,
  whose: 'ownUnits' | 'controller',
): Promise<Figure[]> {
  const { services, actor } = context;
  const { controller: own } = await settingsOf(services, actor.controller);
  const [{ cubes }, municipalityOf] = await Promise.all([
    countPeriod(context, period),
    municipalities(context, own.municipalities),
  ]);
  return asCounted(countFigures(measures, cubes.map(seenFor(actor, whose)), by, municipalityOf));
}

/** @throws Refusal `statistics.ofNoUnit`, `statistics.notDivided`, `statistics.wholePeriods`, `statistics.personsOverYears`. */
function mayBeAsked(definition: FigureDefinition, { period, by, for: use }: FiguresQuery): void {
  mustCountOnce(definition, period);
  const { dimensions, publishedBy, periods, ofNoUnit = false } = definition;
  if (use !== 'publication' && ofNoUnit !== (use === 'controller')) {
    throw new Refusal(STATISTICS_REFUSALS.ofNoUnit);
  }
  const isDivided =
    by === undefined || (use === 'publication' ? by === publishedBy : dimensions.includes(by));
  if (!isDivided) throw new Refusal(STATISTICS_REFUSALS.notDivided);
  // Periods that overlap could be subtracted from each other, as eleven months from their year.
  if (use === 'publication') mustBeOneOf(periods.slice(0, 1), period);
}
