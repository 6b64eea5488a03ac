import * as z from 'zod';
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
  /** The day with which it was compared; none on the first. */
  since: LocalDate.optional(),
});
export type DeployedDay = z.infer<typeof DeployedDay>;
