import * as z from 'zod';
import { Instant } from '../../kernel/instant.ts';
import { StatisticsEdition, StatisticsUse } from './edition.ts';
import { Period } from './periods.ts';

/** Luettelo: what an edition is of, by which definition, and from what it was counted. */
export const ExportManifest = z
  .strictObject({
    definitionId: z.string(),
    definitionVersion: z.int(),
    period: Period,
    edition: z.int(),
    use: StatisticsUse,
    madeAt: Instant,
    rows: z.int(),
    differences: z.int(),
    facts: z.int(),
    snapshot: StatisticsEdition.shape.snapshot,
    csv: StatisticsEdition.shape.csv,
  })
  .meta({ id: 'StatisticsManifest' });
export type ExportManifest = z.infer<typeof ExportManifest>;

export const manifestOf = (edition: StatisticsEdition): ExportManifest => ({
  definitionId: edition.definitionId,
  definitionVersion: edition.definitionVersion,
  period: edition.period,
  edition: edition.edition,
  use: edition.use,
  madeAt: edition.madeAt,
  rows: edition.rows.length,
  differences: edition.differences.length,
  facts: edition.facts,
  snapshot: edition.snapshot,
  csv: edition.csv,
});
