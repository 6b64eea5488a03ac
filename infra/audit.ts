import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTRACT_USAGE, extractCommand } from './audit/extract-command.ts';
import { folderCopy } from './audit/folder-copy.ts';
import { verify } from './audit/verify.ts';
import { SEAL_KEYS } from './local/sealer.ts';
import { settingsOf } from './local/settings.ts';

const USAGE = `npm run audit -- verify [<folder>] [--key <public key>]...
  <folder>  a copy of the archive, with what is fresh in «fresh» of it; without it, what the laptop keeps
  --key     the public key of a log; without it, those that stand in ${SEAL_KEYS} of the folder
${EXTRACT_USAGE}`;

/**
 * `npm run audit`: is the access log whole? Asks a copy of it and nobody else, by the public key alone. Ends with 1
 * when something is wrong, and says what.
 */
async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === 'extract') {
    if (!(await extractCommand(args))) process.exitCode = 1;
    return;
  }
  if (command !== 'verify') throw new Error(USAGE);
  const keys = args.flatMap((arg, place) => (args[place - 1] === '--key' ? [arg] : []));
  const folder =
    args.find((arg, place) => !arg.startsWith('--') && args[place - 1] !== '--key') ??
    settingsOf(process.env).folder;
  const told = keys.length > 0 ? keys : readFileSync(join(folder, SEAL_KEYS), 'utf8').trim().split('\n');
  const copy = folderCopy(folder);
  for (const key of told) {
    const { whole, sentences } = await verify(copy, key);
    for (const sentence of sentences) console.log(sentence);
    if (!whole) process.exitCode = 1;
  }
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(2);
});
