import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Told } from '../../shared/domain/statistics/cubes/period.ts';
import type { StatisticsEdition, StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import { makeEdition } from '../../shared/domain/statistics/make-edition.ts';
import type { Period } from '../../shared/domain/statistics/periods.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { ExportMade } from './export-view.ts';

/** Who makes an edition of a period at the moment when another does counts again: so often. */
const TRIES = 3;

type Laid = { isNew: boolean; edition: StatisticsEdition };

/**
 * Lays an edition down, with its line, for a run whose record stands. `unlessEmpty`: where nothing at all was done in the
 * period there is nothing to lay down, as before a controller began.
 */
export async function commitEdition(
  context: ActContext,
  definition: FigureDefinition,
  period: Period,
  use: StatisticsUse,
  when: 'noted' | 'unlessEmpty',
  told?: Told,
): Promise<Laid> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await laidDown(context, definition, period, use, when, told);
    } catch (thrown) {
      const isMet = thrown instanceof Refusal && thrown.definition === COMMON_REFUSALS.conflict;
      if (!isMet || tries >= TRIES) throw thrown;
    }
  }
}

async function laidDown(
  context: ActContext,
  definition: FigureDefinition,
  period: Period,
  use: StatisticsUse,
  when: 'noted' | 'unlessEmpty',
  told?: Told,
): Promise<Laid> {
  const { edition, changes, facts } = await makeEdition(context, definition, period, use, told);
  const isNew = changes.length > 0;
  const body: ExportMade = { definitionId: definition.id, period, edition: edition.edition, isNew };
  if (when === 'unlessEmpty' && (!isNew || facts === 0)) return { isNew: false, edition };
  await commit(context, {
    changes,
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: definition.id, version: edition.edition }],
      dataGroups: ['statistics'],
      changedFields: isNew ? ['edition'] : [],
    },
    answer: { body },
  });
  return { isNew, edition };
}
