import * as z from 'zod';
import { countFigures, type MunicipalityOf } from '../count.ts';
import type { Cube } from '../cubes/cube.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { Dimension, Figure } from '../model.ts';
import { Period } from '../periods.ts';
import type { Publication } from '../publications/model.ts';
import { asCounted } from '../publish.ts';

/** Of what a report is: the units that its reader supervises, what is done in no unit, or the whole as it was published. */
export const ReportFor = z.enum(['ownUnits', 'controller', 'publication']);

/** One definition in a report: the wholes of the month and of the month before, and the parts of one division. */
const ReportPart = z.strictObject({
  definitionId: z.string(),
  definitionVersion: z.int(),
  month: z.array(Figure),
  before: z.array(Figure),
  by: Dimension.optional(),
  parts: z.array(Figure),
});
type ReportPart = z.infer<typeof ReportPart>;

/** Kuukausiraportti: what was done in a month, definition by definition. */
export const MonthlyReport = z
  .strictObject({
    month: Period,
    before: Period,
    for: ReportFor,
    /** False while the month goes on. */
    isOver: z.boolean(),
    definitions: z.array(ReportPart),
  })
  .meta({ id: 'StatisticsMonthlyReport' });
export type MonthlyReport = z.infer<typeof MonthlyReport>;

type Counting = { month: readonly Cube[]; before: readonly Cube[]; municipalityOf: MunicipalityOf };

/** As it is, of what the reader sees. Pure: the same facts are the same report. */
export function partAsItIs(
  { id, version, measures, dimensions, publishedBy }: FigureDefinition,
  { month, before, municipalityOf }: Counting,
): ReportPart {
  const by = dimensions.includes('unit') ? 'unit' : publishedBy;
  const now = asCounted(countFigures(measures, month, by, municipalityOf));
  return {
    definitionId: id,
    definitionVersion: version,
    ...dividedBy(by, now),
    before: asCounted(countFigures(measures, before)),
  };
}

/** As it was published, the month and the month before each by its own publication. */
export function partOfPublications(
  definition: FigureDefinition,
  month: Publication | undefined,
  before: Publication | undefined,
): ReportPart[] {
  if (month === undefined) return [];
  return [
    {
      definitionId: definition.id,
      definitionVersion: month.definitionVersion,
      ...dividedBy(definition.publishedBy, month.figures),
      before: (before?.figures ?? []).filter(({ key }) => key === undefined),
    },
  ];
}

const dividedBy = (
  by: Dimension | undefined,
  figures: readonly Figure[],
): Pick<ReportPart, 'month' | 'by' | 'parts'> => ({
  month: figures.filter(({ key }) => key === undefined),
  ...(by === undefined ? {} : { by }),
  parts: figures.filter(({ key }) => key !== undefined),
});
