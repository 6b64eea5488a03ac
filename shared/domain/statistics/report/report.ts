import * as z from 'zod';
import { countFigures, type MunicipalityOf } from '../count.ts';
import type { Cube } from '../cubes/cube.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { Dimension, Figure } from '../model.ts';
import { Period } from '../periods.ts';
import { asCounted, published } from '../publish.ts';

/** Whose figures a report is of: of the units its reader supervises, or of the whole as it is published. */
export const ReportFor = z.enum(['ownUnits', 'publication']);
export type ReportFor = z.infer<typeof ReportFor>;

/** One definition in a report: the wholes of the month and of the month before, and the parts of one division. */
const ReportPart = z.strictObject({
  definitionId: z.string(),
  definitionVersion: z.int(),
  month: z.array(Figure),
  before: z.array(Figure),
  by: Dimension.optional(),
  parts: z.array(Figure),
});

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

/** What is published by months; of own units every definition can be counted by them. */
export const isReported = ({ periods, publishedBy }: FigureDefinition, whose: ReportFor): boolean =>
  whose === 'ownUnits' || (periods[0] === 'month' && publishedBy !== undefined);

/** The division that stands below the wholes. */
const divisionOf = (
  { dimensions, publishedBy }: FigureDefinition,
  whose: ReportFor,
): Dimension | undefined => (whose === 'ownUnits' && dimensions.includes('unit') ? 'unit' : publishedBy);

type Counting = {
  month: readonly Cube[];
  before: readonly Cube[];
  municipalityOf: MunicipalityOf;
};

/** Pure: the same facts are the same report. */
export function reportPart(
  definition: FigureDefinition,
  whose: ReportFor,
  { month, before, municipalityOf }: Counting,
): z.infer<typeof ReportPart> {
  const by = divisionOf(definition, whose);
  const told = whose === 'publication' ? published : asCounted;
  const { measures, id, version } = definition;
  const now = told(countFigures(measures, month, by, municipalityOf));
  return {
    definitionId: id,
    definitionVersion: version,
    month: now.filter(({ key }) => key === undefined),
    before: told(countFigures(measures, before)),
    ...(by === undefined ? {} : { by }),
    parts: now.filter(({ key }) => key !== undefined),
  };
}
