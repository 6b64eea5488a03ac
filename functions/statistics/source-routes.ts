import { STATISTICS_ACTIONS } from '../../shared/access/actions/statistics.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import {
  FiguresPublished,
  OfYear,
  Publications,
  PublishFigures,
  publishFigures,
  readPublications,
} from './publish-figures.ts';
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

const { waits, ofNoUnit, wholePeriods, notOver, personsOverYears, tooLarge } = STATISTICS_REFUSALS;

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
    refusals: [COMMON_REFUSALS.notFound, waits, ofNoUnit, tooLarge],
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
    refusals: [COMMON_REFUSALS.notFound, waits, ofNoUnit, tooLarge],
    handle: findSourceCases,
  }),
  write({
    method: 'POST',
    path: '/v1/statistics/publications',
    action: STATISTICS_ACTIONS.publish,
    event: 'StatisticsPublished',
    summary:
      'Publishes a period that is over, with what tells of few hidden beside all that was published before.',
    writes: 'creates',
    body: PublishFigures,
    returns: FiguresPublished,
    refusals: [COMMON_REFUSALS.notFound, waits, wholePeriods, notOver, personsOverYears, tooLarge],
    example: { definitionId: 'workDone', period: '2026-10' },
    handle: publishFigures,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/publications/{year}',
    action: STATISTICS_ACTIONS.readPublications,
    event: 'StatisticsPublicationsRead',
    summary: 'What was published of the periods that begin in a year, each time.',
    params: OfYear,
    returns: Publications,
    handle: readPublications,
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
