import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SEAL_KEYS } from '../local/sealer.ts';
import { settingsOf } from '../local/settings.ts';
import { folderCopy } from './folder-copy.ts';
import { toldMoments } from './moments.ts';
import { versionFindings } from './object-versions.ts';
import { reportOf, verify, verifyWitness } from './verify.ts';

export const VERIFY_USAGE = `verify [<folder>] [--key <public key>]... [--from <day or moment> [--to …]] [--versions <listing>]... [--witness <public key>]...
  <folder>    a copy of the archive, with what is fresh in «fresh» of it; without it, what the laptop keeps
  --key       the public key of a log; without it, those that stand in ${SEAL_KEYS} of the folder
  --from/--to only what was sealed in that time, and that it stands in the log which is signed now
  --witness   the public key of an authority that cosigned: its cosignatures are checked too
  --versions  what «aws s3api list-object-versions --bucket …» printed of the archive; a folder has no versions`;

/** Is the access log whole? Asks a copy of it and nobody else. @returns whether it is. */
export async function verifyCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      from: { type: 'string' },
      to: { type: 'string' },
      witness: { type: 'string', multiple: true, default: [] },
      versions: { type: 'string', multiple: true, default: [] },
    },
  });
  const folder = positionals[0] ?? settingsOf(process.env).folder;
  const keys = values.key ?? readFileSync(join(folder, SEAL_KEYS), 'utf8').trim().split('\n');
  const copy = folderCopy(folder);
  const span = toldMoments(values);
  const reports = [];
  for (const key of keys) {
    reports.push(await verify(copy, key, span));
    for (const witness of values.witness) reports.push(await verifyWitness(copy, key, witness));
  }
  if (values.versions.length > 0) {
    reports.push(reportOf('versions', 'Every name in the listing.', versionFindings(values.versions)));
  }
  for (const { sentences } of reports) for (const sentence of sentences) console.log(sentence);
  if (values.versions.length === 0)
    console.log(
      'versions: not looked at. A copy holds one version of each object; --versions names a listing.',
    );
  return reports.every(({ whole }) => whole);
}
