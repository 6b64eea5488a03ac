import { STATISTICS_ACTIONS } from '../../shared/access/actions/statistics.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { MonthlyReport } from '../../shared/domain/statistics/report/report.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { PRINT_FILE } from '../../shared/http/print-file.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { ExportMade, ExportRead } from './export-view.ts';
import { listDefinitions, StatisticsDefinitions } from './list-definitions.ts';
import { listRuns, RunsQuery, StatisticsRuns } from './list-runs.ts';
import { MakeExport, makeExport } from './make-export.ts';
import {
  ExportPage,
  ExportsQuery,
  listExports,
  OfDefinition,
  OneExport,
  readExport,
  readFile,
} from './read-exports.ts';
import { Figures, FiguresQuery, readFigures } from './read-figures.ts';
import { OfMonth, PrintedReportQuery, printReport, ReportQuery, readReport } from './read-report.ts';
import { sourceRoutes } from './source-routes.ts';

const {
  waits,
  ofNoUnit,
  wholePeriods,
  notOver,
  notDivided,
  personsOverYears,
  mayNotBeGiven,
  formUnknown,
  tooLarge,
} = STATISTICS_REFUSALS;

export const routes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/statistics/definitions',
    action: STATISTICS_ACTIONS.readDefinitions,
    event: 'StatisticsDefinitionsRead',
    summary: 'What is counted, by which rules and sources, and what still waits for an act that records it.',
    returns: StatisticsDefinitions,
    handle: listDefinitions,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/figures/{definitionId}',
    action: STATISTICS_ACTIONS.readFigures,
    event: 'StatisticsFiguresRead',
    summary:
      'The figures of a period: of the caller’s own units or of what is done in no unit as they are, or as they are published.',
    params: OfDefinition,
    query: FiguresQuery,
    returns: Figures,
    refusals: [waits, ofNoUnit, wholePeriods, notOver, notDivided, personsOverYears],
    handle: readFigures,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/reports/{month}',
    action: STATISTICS_ACTIONS.readReport,
    event: 'StatisticsReportRead',
    summary:
      'What was done in a month beside the month before, definition by definition: of own units, of what is done in no unit, or as it is published.',
    params: OfMonth,
    query: ReportQuery,
    returns: MonthlyReport,
    refusals: [notOver],
    handle: readReport,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/reports/{month}/print',
    action: STATISTICS_ACTIONS.printReport,
    event: 'StatisticsReportPrinted',
    summary: 'The same as a page or a PDF, with charts and the same numbers in tables.',
    params: OfMonth,
    query: PrintedReportQuery,
    returns: FileAnswer,
    file: PRINT_FILE,
    refusals: [notOver, tooLarge],
    handle: printReport,
  }),
  write({
    method: 'POST',
    path: '/v1/statistics/exports',
    action: STATISTICS_ACTIONS.makeExport,
    event: 'StatisticsExported',
    summary:
      'Counts a period that is over, and lays the figures down as an edition for a recipient or an own use.',
    writes: 'creates',
    body: MakeExport,
    returns: ExportMade,
    refusals: [
      COMMON_REFUSALS.notFound,
      waits,
      wholePeriods,
      notOver,
      personsOverYears,
      mayNotBeGiven,
      formUnknown,
      tooLarge,
    ],
    example: {
      definitionId: 'childWelfareProcessingTimes',
      period: '2026-04..2026-09',
      use: { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' },
    },
    handle: makeExport,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/runs',
    action: STATISTICS_ACTIONS.readRuns,
    event: 'StatisticsRunsListed',
    summary: 'Which exports were made or tried, by the calendar and by hand: the latest first.',
    query: RunsQuery,
    returns: StatisticsRuns,
    handle: listRuns,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/exports/{definitionId}',
    action: STATISTICS_ACTIONS.readExports,
    event: 'StatisticsExportsListed',
    summary: 'Which editions of a definition were made, for whom and for what: the latest period first.',
    params: OfDefinition,
    query: ExportsQuery,
    returns: ExportPage,
    refusals: [waits],
    handle: listExports,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/exports/{definitionId}/{period}/{edition}',
    action: STATISTICS_ACTIONS.readExport,
    event: 'StatisticsExportRead',
    summary: 'One edition: its manifest, its rows, and what became different since the edition before.',
    params: OneExport,
    returns: ExportRead,
    refusals: [waits],
    handle: readExport,
  }),
  read({
    method: 'GET',
    path: '/v1/statistics/exports/{definitionId}/{period}/{edition}/csv',
    action: STATISTICS_ACTIONS.readFile,
    event: 'StatisticsFileRead',
    summary:
      'The rows of an edition as a file: the same bytes each time, with the hash that the manifest holds.',
    params: OneExport,
    returns: FileAnswer,
    file: { kinds: ['text/csv'], kindOf: () => 'text/csv' },
    refusals: [waits],
    handle: readFile,
  }),
  ...sourceRoutes,
];
