import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { StatisticsEdition, StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import { mustCountOnce } from '../../shared/domain/statistics/known-definition.ts';
import { makeEdition } from '../../shared/domain/statistics/make-edition.ts';
import type { Period } from '../../shared/domain/statistics/periods.ts';
import type { ExportMade } from './export-view.ts';

/**
 * Lays an edition down, with its line. `unlessEmpty`: where nothing at all was done in the period there is nothing to
 * lay down, as before a controller began.
 */
export async function commitEdition(
  context: ActContext,
  definition: FigureDefinition,
  period: Period,
  use: StatisticsUse,
  when: 'always' | 'unlessEmpty',
): Promise<{ answer: Answer<ExportMade>; isNew: boolean; edition: StatisticsEdition }> {
  mustCountOnce(definition, period);
  const { edition, changes, facts } = await makeEdition(context, definition, period, use);
  const body = { definitionId: definition.id, period, edition: edition.edition, isNew: changes.length > 0 };
  if (when === 'unlessEmpty' && (changes.length === 0 || facts === 0))
    return { answer: { body }, isNew: false, edition };
  const answer = await commit(context, {
    changes,
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: definition.id, version: edition.edition }],
      dataGroups: ['statistics'],
      changedFields: ['edition'],
    },
    answer: { body },
  });
  return { answer, isNew: body.isNew, edition };
}
