import type { ControllerId } from '../../kernel/id.ts';
import { AFTER_ALL, type Key, partition, type Span, sort } from './parts.ts';

const fourDigits = (edition: number): string => edition.toString().padStart(4, '0');

/** Editions of what was counted and given: of one definition together, by period, edition and use. */
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
  spans: {
    all: { from: sort('e', ''), to: sort('e', AFTER_ALL) },
    ofPeriod: (period: string): Span => ({ from: sort('e', period, ''), to: sort('e', period, AFTER_ALL) }),
    ofEdition: (period: string, edition: number): Span => ({
      from: sort('e', period, fourDigits(edition), ''),
      to: sort('e', period, fourDigits(edition), AFTER_ALL),
    }),
  },
};
