import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, LogSearchId, UnitId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { LineClass } from '../questions/line-class.ts';

/**
 * Haku säilytetystä käyttölokista (703/2023 § 10): lines leave the table after 26 months and lie twelve years in the
 * sealed log. A search reads that log from end to end over the days asked, and keeps where in it the lines stand.
 */

/** A person may have several files, merged into one: at most as many as `filesOf` reads. */
const FILES = 20;

/** Of whose use it is: of the whole controller, of those who acted for a unit, of one worker, or of a person's data. */
export const SearchSubject = z
  .discriminatedUnion('of', [
    z.strictObject({ of: z.literal('controller') }),
    z.strictObject({ of: z.literal('unit'), unitId: UnitId }),
    z.strictObject({ of: z.literal('user'), userId: UserId }),
    z.strictObject({ of: z.literal('client'), clientId: ClientId }),
  ])
  .meta({ id: 'LogSearchSubject' });
export type SearchSubject = z.infer<typeof SearchSubject>;

export const SearchDays = z
  .strictObject({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from <= to, { message: 'the last day is not before the first', path: ['to'] })
  .meta({ id: 'LogSearchDays' });
export type SearchDays = z.infer<typeof SearchDays>;

/** A run reads up to `end`; each step of it says how far it came, so that it may be killed anywhere. */
const Reach = z.strictObject({
  /** The index in the log at which the next batch begins. */
  next: z.int().nonnegative(),
  /** The size of the log up to which it is read. */
  end: z.int().nonnegative(),
});

/**
 * `notWhole`: the log could not be read as it was sealed, and the answer would not be complete. `tooMany`: more was found
 * than one answer holds.
 */
const SearchState = z.enum(['waiting', 'ready', 'notWhole', 'tooMany']).meta({ id: 'LogSearchState' });

export const LogSearch = storedItem('logSearch', {
  searchId: LogSearchId,
  askedBy: UserId,
  subject: SearchSubject,
  /** The files of the person asked of: the one that remains, and those merged into it. */
  files: z.array(ClientId).max(FILES),
  lineClass: LineClass.optional(),
  days: SearchDays,
  state: SearchState,
  reach: Reach.optional(),
  /** Entries of the log that were gone through, and lines found among them. */
  looked: z.int().nonnegative(),
  found: z.int().nonnegative(),
  /** The last day on which the answer is held. */
  until: LocalDate,
  ttl: z.int(),
  ...inIndexes(1, 2),
});
export type LogSearch = z.infer<typeof LogSearch>;

/**
 * So many searches of one person wait at a time. Each may read years of the log, and all of a controller have their turns
 * one after another: whoever asks without end would keep the others' answers from them.
 */
export const MOST_WAITING = 5;

/** The searches of one person of which some may wait still. */
export const WaitingSearches = storedItem('waitingSearches', {
  searchIds: z.array(LogSearchId).max(MOST_WAITING),
  ttl: z.int(),
});
export type WaitingSearches = z.infer<typeof WaitingSearches>;

/** What one step found: sealed under the controller's key, for it tells whose lines were asked for. */
export const LogSearchPage = storedItem('logSearchPage', {
  searchId: LogSearchId,
  first: z.int().nonnegative(),
  places: Sealed,
  ttl: z.int(),
});
export type LogSearchPage = z.infer<typeof LogSearchPage>;
