import type { ControllerId, StatisticsRunId } from '../../kernel/id.ts';
import { AFTER_ALL, type Key, partition, type SortKey, type Span, sort, spanOf } from './parts.ts';

const fourDigits = (edition: number): string => edition.toString().padStart(4, '0');

/** Editions of what was counted and given: of one definition together, by period, edition and use. Cubes: of one month together. */
export const statisticsKeys = {
  partition: (controller: ControllerId, definitionId: string) => partition(controller, 'st', definitionId),
  edition: (
    controller: ControllerId,
    {
      definitionId,
      period,
      edition,
      use,
    }: { definitionId: string; period: string; edition: number; use: string },
  ): Key => ({
    pk: statisticsKeys.partition(controller, definitionId),
    sk: sort('e', period, fourDigits(edition), use),
  }),
  cubePartition: (controller: ControllerId, month: string) => partition(controller, 'sc', month),
  cube: (controller: ControllerId, month: string): Key => ({
    pk: statisticsKeys.cubePartition(controller, month),
    sk: sort('h'),
  }),
  cubePart: (controller: ControllerId, month: string, makingId: string, nth: number): Key => ({
    pk: statisticsKeys.cubePartition(controller, month),
    sk: sort('p', makingId, fourDigits(nth)),
  }),
  isOfMaking: (sk: SortKey, makingId: string): boolean => sk.startsWith(sort('p', makingId, '')),
  /** What was published of the periods that begin in a year. */
  publicationPartition: (controller: ControllerId, year: string) => partition(controller, 'sp', year),
  publication: (
    controller: ControllerId,
    { definitionId, period, number }: { definitionId: string; period: string; number: number },
  ): Key => ({
    pk: statisticsKeys.publicationPartition(controller, period.slice(0, 4)),
    sk: sort('p', period, definitionId, fourDigits(number)),
  }),
  /** Whoever publishes changes it: two publications are never judged without each other. */
  publicationHead: (controller: ControllerId): Key => ({
    pk: statisticsKeys.publicationPartition(controller, 'all'),
    sk: sort('h'),
  }),
  lateFactsPartition: (controller: ControllerId) => partition(controller, 'sl'),
  lateFacts: (controller: ControllerId, id: string): Key => ({
    pk: statisticsKeys.lateFactsPartition(controller),
    sk: sort(id),
  }),
  /** Who is counted as whom in a year, by the hashes of that year. */
  mergedPersonsPartition: (controller: ControllerId, year: string) => partition(controller, 'sm', year),
  mergedPerson: (controller: ControllerId, year: string, person: string): Key => ({
    pk: statisticsKeys.mergedPersonsPartition(controller, year),
    sk: sort(person),
  }),
  personIn: (sk: SortKey): string => sk,
  isOfUse: (sk: string, use: string): boolean => sk.endsWith(sort('', use)),
  /** The number of the latest edition of a period: who makes the next one puts it anew. */
  latest: (controller: ControllerId, definitionId: string, period: string): Key => ({
    pk: statisticsKeys.partition(controller, definitionId),
    sk: sort('n', period),
  }),
  runsPartition: (controller: ControllerId) => partition(controller, 'sr'),
  run: (controller: ControllerId, runId: StatisticsRunId): Key => ({
    pk: statisticsKeys.runsPartition(controller),
    sk: sort(runId),
  }),
  spans: {
    parts: spanOf('p'),
    partsOfMaking: (makingId: string): Span => ({
      from: sort('p', makingId, ''),
      to: sort('p', makingId, AFTER_ALL),
    }),
    all: { from: sort('e', ''), to: sort('e', AFTER_ALL) },
    ofPeriod: (period: string): Span => ({ from: sort('e', period, ''), to: sort('e', period, AFTER_ALL) }),
    ofEdition: (period: string, edition: number): Span => ({
      from: sort('e', period, fourDigits(edition), ''),
      to: sort('e', period, fourDigits(edition), AFTER_ALL),
    }),
  },
};
