import { STATISTICS_ACTIONS } from '../../shared/access/actions/statistics.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { DIFFERENCES_FILE, DifferencesQuery, readDifferences } from './read-differences.ts';
import { OneExport } from './read-exports.ts';
import {
  findSourceCases,
  OfDay,
  OfUnit,
  readSources,
  SourceCases,
  SourceCasesQuery,
  Sources,
  SourcesQuery,
} from './read-sources.ts';

const { waits, tooLarge } = STATISTICS_REFUSALS;

/** What stands behind a figure, and what became of it. */
export const sourceRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/statistics/units/{unitId}/sources',
    action: STATISTICS_ACTIONS.readSources,
    event: 'StatisticsSourcesRead',
    summary:
      'What a figure of a unit is made of, for its supervisor: what was done, on which day, of which kind, how often.',
    params: OfUnit,
    query: SourcesQuery,
    returns: Sources,
    refusals: [COMMON_REFUSALS.notFound, waits, tooLarge],
    handle: readSources,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/units/{unitId}/sources/{on}/cases',
    action: STATISTICS_ACTIONS.findSources,
    event: 'StatisticsSourceCasesFound',
    summary:
      'In which of the unit’s active cases, as its supervisor is shown them, to look for what a figure of a day counted.',
    params: OfDay,
    query: SourceCasesQuery,
    returns: SourceCases,
    refusals: [COMMON_REFUSALS.notFound, waits, tooLarge],
    handle: findSourceCases,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/exports/{definitionId}/{period}/{edition}/differences',
    action: STATISTICS_ACTIONS.readDifferences,
    event: 'StatisticsDifferencesRead',
    summary: 'What became different since the edition before: each difference in a sentence, or as a file.',
    params: OneExport,
    query: DifferencesQuery,
    returns: FileAnswer,
    file: DIFFERENCES_FILE,
    refusals: [COMMON_REFUSALS.notFound, waits, tooLarge],
    handle: readDifferences,
  }),
];
