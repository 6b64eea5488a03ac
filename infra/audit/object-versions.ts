import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { findings, type LogFinding } from '../../shared/trail/verifying/finding.ts';

/** What `aws s3api list-object-versions` prints. */
const Listing = z.looseObject({
  Versions: z.array(z.looseObject({ Key: z.string(), VersionId: z.string() })).nullish(),
  DeleteMarkers: z.array(z.looseObject({ Key: z.string() })).nullish(),
});

/**
 * The lock keeps versions, not names (security decision 20): a second version under a name is what a reader would be
 * given, and the one that was sealed lies below it.
 */
export function versionFindings(listings: readonly string[]): { findings: LogFinding[]; found: number } {
  const { find, told } = findings();
  const seen = new Set<string>();
  for (const file of listings) {
    const { Versions, DeleteMarkers } = Listing.parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const { Key } of Versions ?? []) {
      if (seen.has(Key)) find('twoVersions', Key);
      seen.add(Key);
    }
    for (const { Key } of DeleteMarkers ?? []) find('hidden', Key);
  }
  return told();
}
