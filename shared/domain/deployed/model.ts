import * as z from 'zod';
import { AnnouncementId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';

/** A name of what is deployed, `code cases` or `policy table trail`, and the SHA-256 of it: the first 192 bits. */
export const DeployedHash = z.strictObject({
  name: z.string().max(60),
  hash: z.string().regex(/^[\w-]{32}$/),
});
export type DeployedHash = z.infer<typeof DeployedHash>;

/** What ran on a day: the code of each function, the policies of keys, buckets and tables, and what of it had changed. */
export const DeployedDay = storedItem('deployedDay', {
  on: LocalDate,
  hashes: z.array(DeployedHash).max(300),
  /** Names whose hash differs from the day before, that are new, or that are gone. */
  changed: z.array(z.string().max(60)).max(300),
  /** Of what changed, what nobody had announced. */
  unannounced: z.array(z.string().max(60)).max(300).optional(),
  /** The day with which it was compared; none on the first. */
  since: LocalDate.optional(),
});
export type DeployedDay = z.infer<typeof DeployedDay>;

/** What a release changes: the code of functions, the policies of keys, buckets and tables. */
export const Announced = z.enum(['code', 'policies']);
export type Announced = z.infer<typeof Announced>;

/** A release is announced for so many days at most. */
export const DAYS_ANNOUNCED = 14;

/** So many days before it begins a release is announced at most: whoever deploys knows no earlier what will change. */
export const DAYS_AHEAD = 31;

/**
 * Of any 30 days in a row so many are announced at most, all announcements together: whoever announced without end would
 * have no change told as a finding any more. A house that deploys each week announces a day or two each time.
 */
export const MOST_ANNOUNCED = { days: 15, of: 30 } as const;

/** Announcements of a controller are taken one after another: what is counted must not grow beside the counting. */
export const AnnouncingTurn = storedItem('announcingTurn', {});
export type AnnouncingTurn = z.infer<typeof AnnouncingTurn>;

/** Käyttöönottoilmoitus: somebody of the controller knows beforehand that something of the system will change. */
export const DeploymentAnnounced = storedItem('deploymentAnnounced', {
  announcementId: AnnouncementId,
  /** The release, as whoever deploys names it. */
  release: z.string().regex(/^[\w.+:@/-]{1,60}$/),
  changes: z.array(Announced).min(1).max(2),
  from: LocalDate,
  to: LocalDate,
});
export type DeploymentAnnounced = z.infer<typeof DeploymentAnnounced>;
