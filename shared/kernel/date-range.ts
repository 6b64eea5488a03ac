import * as z from 'zod';
import { LocalDate } from './local-date.ts';

/** Days in force, the last one included; without `to` until further notice (toistaiseksi). */
export const DateRange = z
  .strictObject({ from: LocalDate, to: LocalDate.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, {
    message: 'the last day is not before the first',
    path: ['to'],
  })
  .meta({ id: 'DateRange' });
export type DateRange = z.infer<typeof DateRange>;

/** True from the first day to the last, both included. */
export const inForce = (range: DateRange, date: LocalDate): boolean =>
  range.from <= date && (range.to === undefined || date <= range.to);

/** True when some day is in both. */
export const overlaps = (a: DateRange, b: DateRange): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);
