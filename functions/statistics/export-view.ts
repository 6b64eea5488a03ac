import * as z from 'zod';
import { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import { Form } from '../../shared/domain/statistics/form.ts';
import { ExportManifest } from '../../shared/domain/statistics/manifest.ts';
import { Difference, Row } from '../../shared/domain/statistics/model.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';

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

/** One edition with its rows, and what became different since the one before. */
export const ExportRead = z
  .strictObject({
    manifest: ExportManifest,
    rows: z.array(Row),
    differences: z.array(Difference),
    /** How often something came to its months after their facts had been disposed of: it stands in no row. */
    cameAfterDisposal: z.int().positive().optional(),
    /** In the fields of each recipient that has a form, as the settings had them. */
    forms: z.array(Form.extend({ use: StatisticsUse })),
  })
  .meta({ id: 'StatisticsExport' });
export type ExportRead = z.infer<typeof ExportRead>;
