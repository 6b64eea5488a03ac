import * as z from 'zod';
import { LocalDate } from '../kernel/local-date.ts';
import { Doer, Reason } from './case-notes/model.ts';

/**
 * Päivien korjaus (703/2023 § 22): what stood there of the days that became different, who put them right, when, and on
 * what ground.
 */
export const correctedDays = <Was extends Record<string, typeof LocalDate | typeof someDay>>(was: Was) =>
  z.strictObject({ was: z.strictObject(was), by: Doer, reason: Reason });

/** A day that may be among them. */
export const someDay = LocalDate.optional();
