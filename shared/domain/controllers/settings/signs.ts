import * as z from 'zod';
import { SignCode } from '../../sign-codes.ts';
import { Days } from './terms.ts';

/**
 * From when on the use of the log is a sign that somebody looks into. No notice and no statute gives a number:
 * 703/2023 § 10 and (EU) 2016/679 art. 32 ask for supervision, and how much is usual differs from one house to the next.
 */
export const SignSettings = z.strictObject({
  /** Rules in use. */
  rules: z.array(SignCode).max(SignCode.options.length),
  /** Days after which a sign that nobody has looked into goes to the data-protection officer. */
  reviewWithinDays: Days,
  /** Hours of work by the clock of Helsinki: from the first, up to the last; and whether weekends are working days. */
  hours: z
    .strictObject({ from: z.int().min(0).max(23), to: z.int().min(1).max(24), weekends: z.boolean() })
    .refine(({ from, to }) => from < to, { message: 'the day of work ends after it begins', path: ['to'] }),
  /** Days over which what is usual is counted. */
  usualDays: z.int().min(14).max(180),
  /** Who uses files outside hours on more than so many of a hundred days at work does so for work. */
  outsideSeldomPercent: z.int().min(0).max(100),
  /** Files on a day: at least so many, and so many times the worker's own usual and that of the unit. */
  volume: z.strictObject({
    least: z.int().min(1).max(1000),
    timesOwn: z.number().min(1).max(100),
    timesUnit: z.number().min(1).max(100),
  }),
  /** How far back into a file nobody of the unit usually needs to look. */
  historyYears: z.int().min(1).max(50),
  /** Requests about a client under a safety ban on a day, from which on they are a sign. */
  looksUnderBan: z.int().min(1).max(100),
  /** Refused attempts at one file on a day, from which on they are a sign. */
  attempts: z.int().min(1).max(100),
  /** Files that refused a worker on a day, from which on they are a sign. */
  doors: z.int().min(2).max(1000),
});
export type SignSettings = z.infer<typeof SignSettings>;

/**
 * How long a sign that was looked into is kept, with its outcomes, since the last of them. 703/2023 says nothing of it;
 * (EU) 2016/679 art. 5(1)(e) asks that it is not kept longer than needed. Both numbers are this house's choice, and
 * unverified: two years, as log data are given without a special reason (703/2023 § 11), and five where misuse was
 * suspected, so that it can still be handled. The line of the log that a sign was made of stays.
 */
export const SignsKept = z.strictObject({
  reviewedMonths: z.int().min(1).max(144),
  suspectedMonths: z.int().min(1).max(144),
});
type SignsKept = z.infer<typeof SignsKept>;

export const signsKeptDefaults: SignsKept = { reviewedMonths: 24, suspectedMonths: 60 };

export const signDefaults: SignSettings = {
  rules: [...SignCode.options],
  reviewWithinDays: 7,
  hours: { from: 6, to: 21, weekends: false },
  usualDays: 60,
  outsideSeldomPercent: 10,
  volume: { least: 15, timesOwn: 2, timesUnit: 2 },
  historyYears: 5,
  looksUnderBan: 2,
  attempts: 2,
  doors: 5,
};
