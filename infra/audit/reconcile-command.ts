import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../shared/kernel/clock.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { CLOUD_TRAIL_PLACE } from '../local/cloud-trail.ts';
import { WITNESS_FOLDER } from '../local/reconciler.ts';
import { settingsOf } from '../local/settings.ts';
import { folderCopy } from './folder-copy.ts';
import { reconcileCopies, witnessCopy } from './reconcile.ts';

export const RECONCILE_USAGE = `npm run audit -- reconcile [<folder>] [--from <moment>] [--to <moment>] [--cloudtrail <place>]
  <folder>      a copy of the archive, with a copy of the witness bucket in «${WITNESS_FOLDER}» of it; without it, what the laptop keeps
  --from, --to  such as 2026-11-26T09:00:00.000Z; without them, the day that ended 75 minutes ago
  --cloudtrail  AWSLogs/<account>/CloudTrail/<region>; without it, the laptop's`;

/** What was recorded later than this may not have been delivered yet. */
const DELIVERED_MINUTES = 75;

/** Does AWS's own log agree? Compares two copies, offline, and says so. */
export async function reconcileCommand(args: readonly string[]): Promise<boolean> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { from: text, to: text, cloudtrail: text },
  });
  const folder = positionals[0] ?? settingsOf(process.env).folder;
  const now = systemClock.now();
  const to = values.to === undefined ? plusMinutes(now, -DELIVERED_MINUTES) : Instant.parse(values.to);
  const from = values.from === undefined ? plusMinutes(to, -1440) : Instant.parse(values.from);
  const places = {
    cloudTrail: values.cloudtrail ?? CLOUD_TRAIL_PLACE,
    doors: ['gateway/staff', 'gateway/citizens'],
  };
  const { whole, sentences } = await reconcileCopies(
    { log: folderCopy(folder), ...witnessCopy(join(folder, WITNESS_FOLDER), places) },
    { from, to },
    now,
  );
  for (const sentence of sentences) console.log(sentence);
  return whole;
}
