import * as z from 'zod';
import {
  type StatisticsEdition,
  StatisticsUse,
  StatisticsEdition as Stored,
} from '../../shared/domain/statistics/edition.ts';
import { Difference, Row } from '../../shared/domain/statistics/model.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { Instant } from '../../shared/kernel/instant.ts';

export const ExportMade = z
  .strictObject({
    definitionId: z.string(),
    period: Period,
    edition: z.int(),
    /** False where the same figures had been laid down for the same use. */
    isNew: z.boolean(),
  })
  .meta({ id: 'StatisticsExportMade' });
export type ExportMade = z.infer<typeof ExportMade>;

/** Luettelo: what an edition is of, by which definition, and from what it was counted. */
const ManifestShape = {
  definitionId: z.string(),
  definitionVersion: z.int(),
  period: Period,
  edition: z.int(),
  use: StatisticsUse,
  madeAt: Instant,
  rows: z.int(),
  differences: z.int(),
  facts: z.int(),
  snapshot: Stored.shape.snapshot,
  csv: Stored.shape.csv,
};
export const ExportManifest = z.strictObject(ManifestShape).meta({ id: 'StatisticsManifest' });
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

/** One edition with its rows, and what became different since the one before. */
export const ExportRead = z
  .strictObject({ manifest: ExportManifest, rows: z.array(Row), differences: z.array(Difference) })
  .meta({ id: 'StatisticsExport' });
export type ExportRead = z.infer<typeof ExportRead>;
