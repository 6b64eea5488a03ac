import * as z from 'zod';
import { ServiceSettings } from '../controllers/settings/services.ts';

/** Tilastot: what is counted, how a figure is published, and what is given to whom (C-37). */

/**
 * By what a figure is divided. `code`: of the fact's kind: a social service, an outcome, an entry type. `municipality`:
 * the one that the unit serves. `homeMunicipality`: the person's own; the unit's where it is not told.
 */
export const Dimension = z
  .enum(['unit', 'municipality', 'homeMunicipality', 'ageGroup', 'serviceTask', 'code', 'month'])
  .meta({ id: 'StatisticsDimension' });
export type Dimension = z.infer<typeof Dimension>;

const { recipients, ownUses } = ServiceSettings.shape.statistics.shape;
export const StatisticsRecipient = recipients.unwrap();
export const OwnUse = ownUses.unwrap();

/** `hidden`: too few stand behind it to be published, or it would tell one that is. */
export const Figure = z
  .strictObject({
    measure: z.string(),
    /** Of the division that was asked for; the whole has none. */
    key: z.string().optional(),
    value: z.int().optional(),
    hidden: z.literal(true).optional(),
  })
  .meta({ id: 'StatisticsFigure' });
export type Figure = z.infer<typeof Figure>;

export const Row = z.strictObject({ by: z.string().optional(), ...Figure.omit({ hidden: true }).shape });
export type Row = z.infer<typeof Row>;

/** What became different since the edition before. */
export const Difference = z
  .strictObject({
    by: z.string().optional(),
    measure: z.string(),
    key: z.string().optional(),
    before: z.int(),
    after: z.int(),
  })
  .meta({ id: 'StatisticsDifference' });
export type Difference = z.infer<typeof Difference>;

/** So many rows has an edition at most; packed they fit one item of the table. */
export const MOST_ROWS = 20_000;
