import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NoteKey, readVerifier } from '../../shared/tlog/note.ts';
import { EXTRACT_FINDINGS, verifyExtract } from '../../shared/trail/verifying/verify-extract.ts';
import { SEAL_KEYS } from '../local/sealer.ts';
import { settingsOf } from '../local/settings.ts';

export const EXTRACT_USAGE = `npm run audit -- extract <file.json>... [--key <public key>]
  <file.json>  the pages of a client's extract, as they were given
  --key        the public key of the log; without it, those in ${SEAL_KEYS} of the laptop's folder`;

function keyOf(told: string): NoteKey {
  const key = readVerifier(told);
  if (key === undefined) throw new Error(`${told} is no public key of a log.`);
  return key;
}

/** What an extract proves, page by page. @returns whether nothing is wrong with any. */
export async function extractCommand(args: readonly string[]): Promise<boolean> {
  const told = args.flatMap((arg, place) => (args[place - 1] === '--key' ? [arg] : []));
  const files = args.filter((arg, place) => !arg.startsWith('--') && args[place - 1] !== '--key');
  if (files.length === 0) throw new Error(EXTRACT_USAGE);
  const folder = settingsOf(process.env).folder;
  const keys = (
    told.length > 0 ? told : readFileSync(join(folder, SEAL_KEYS), 'utf8').trim().split('\n')
  ).map(keyOf);
  let whole = true;
  for (const file of files) {
    const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
    for (const sentence of sentencesOf(file, given, keys)) console.log(sentence);
    whole &&= reportOf(given, keys).findings.length === 0;
  }
  return whole;
}

/** By the key of the log that the extract is of; where none is, by the first, which then says so. */
function reportOf(given: unknown, keys: readonly NoteKey[]) {
  const reports = keys.map((key) => verifyExtract(given, key));
  const right = reports.find(({ findings }) => findings.every(({ kind }) => kind !== 'wrongKey'));
  const report = right ?? reports[0];
  if (report === undefined) throw new Error(EXTRACT_USAGE);
  return report;
}

function sentencesOf(file: string, given: unknown, keys: readonly NoteKey[]): string[] {
  const { proven, unsealed, withheld, pseudonyms, size, findings } = reportOf(given, keys);
  const said =
    `${proven} lines proved in a log of ${size} entries, ${unsealed} not sealed yet and not proved, ` +
    `${withheld} withheld by decision as the extract says, ${pseudonyms} with a pseudonym.`;
  const wrong = findings.map(
    ({ kind, index, part }) =>
      `  ${kind}${index === undefined ? '' : `, index ${index}`}${part === undefined ? '' : `, ${part}`}. ${EXTRACT_FINDINGS[kind]}`,
  );
  return [`${file}: ${findings.length === 0 ? 'true' : 'NOT TRUE'}. ${said}`, ...wrong];
}
