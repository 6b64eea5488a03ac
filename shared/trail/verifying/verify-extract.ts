import * as z from 'zod';
import { readCheckpoint } from '../../tlog/checkpoint.ts';
import { hashOfEntry } from '../../tlog/hash.ts';
import { type NoteKey, openNote } from '../../tlog/note.ts';
import { isIncluded } from '../../tlog/proof.ts';
import { isCommitted } from '../sealing/leaf.ts';

/** What is wrong with an extract, in the words of whoever checks one. */
export const EXTRACT_FINDINGS = {
  unreadable: 'The extract is not of its form.',
  wrongKey: 'The checkpoint is not signed by the key of this log, or is of another log.',
  notIncluded: 'The line does not stand in the log at the place given.',
  changed: 'A part of the line is not what was sealed.',
  foreign: 'The line says of no file of this person that it is about it, or is of another controller.',
  incomplete: 'A part without which the line says nothing was left out.',
  replayed: 'One line stands in the extract twice.',
} as const;
export type ExtractFindingKind = keyof typeof EXTRACT_FINDINGS;
export type ExtractFinding = { kind: ExtractFindingKind; index?: number; part?: string };

const Base64 = z.string().refine((text) => Buffer.from(text, 'base64').toString('base64') === text);

/** As much of an extract as is checked, whatever else it says. */
const Extract = z.looseObject({
  form: z.literal('sointu-extract/1'),
  controller: z.string(),
  clientIds: z.array(z.string()).min(1),
  checkpoint: z.string().optional(),
  lines: z.array(
    z.looseObject({
      index: z.int().nonnegative(),
      entry: z.string(),
      opened: z.array(z.strictObject({ name: z.string(), value: z.unknown(), salt: Base64 })),
      proof: z.array(Base64),
      pseudonym: z.string().optional(),
    }),
  ),
  unsealed: z.array(z.unknown()),
  withheld: z.int().nonnegative(),
});
type ExtractLine = z.infer<typeof Extract>['lines'][number];

/** Parts that every line of an extract opens: without them nobody could tell what was left out. */
const ALWAYS = ['eventId', 'eventTime', 'eventName', 'controller', 'basis.kind', 'outcome.result'];

export type ExtractReport = {
  proven: number;
  /** Lines that a later extract will prove. */
  unsealed: number;
  /** Lines that are kept back by decision, as the extract itself says: nothing proves how many. */
  withheld: number;
  /** Lines whose worker stands under a pseudonym. */
  pseudonyms: number;
  size: number;
  findings: ExtractFinding[];
};

/** Checks an extract by the public key of the log alone. */
export function verifyExtract(given: unknown, key: NoteKey): ExtractReport {
  const extract = Extract.safeParse(given).data;
  const report = { proven: 0, unsealed: 0, withheld: 0, pseudonyms: 0, size: 0 };
  if (extract === undefined) return { ...report, findings: [{ kind: 'unreadable' }] };
  const { lines, unsealed, withheld } = extract;
  const told = { ...report, unsealed: unsealed.length, withheld };
  if (extract.checkpoint === undefined) {
    return { ...told, findings: lines.length === 0 ? [] : [{ kind: 'unreadable' }] };
  }
  const text = openNote(extract.checkpoint, key);
  const tree = text === undefined ? undefined : readCheckpoint(text);
  if (tree === undefined || tree.origin !== key.name || key.name !== `sointu/${extract.controller}`) {
    return { ...told, findings: [{ kind: 'wrongKey' }] };
  }
  const findings: ExtractFinding[] = [];
  const seen = new Set<number>();
  for (const line of lines) {
    const { index } = line;
    const hash = hashOfEntry(Buffer.from(line.entry));
    const proof = line.proof.map((one) => Buffer.from(one, 'base64'));
    if (!isIncluded({ hash, index }, tree, proof)) findings.push({ kind: 'notIncluded', index });
    if (seen.has(index)) findings.push({ kind: 'replayed', index });
    seen.add(index);
    findings.push(...wrongParts(line, extract));
  }
  return {
    ...told,
    proven: lines.length - new Set(findings.map(({ index }) => index)).size,
    pseudonyms: lines.filter(({ pseudonym }) => pseudonym !== undefined).length,
    size: tree.size,
    findings,
  };
}

function wrongParts(
  { index, entry, opened, pseudonym }: ExtractLine,
  { controller, clientIds }: { controller: string; clientIds: readonly string[] },
): ExtractFinding[] {
  const leaf = Buffer.from(entry);
  const findings: ExtractFinding[] = opened
    .filter((part) => !isCommitted(leaf, part))
    .map(({ name }) => ({ kind: 'changed', index, part: name }));
  const valueOf = new Map(opened.map(({ name, value }) => [name, value]));
  if (valueOf.size !== opened.length) findings.push({ kind: 'changed', index });
  const about = opened.filter(({ name }) => /^clients\.\d+$/.test(name)).map(({ value }) => value);
  const isOwn = about.length > 0 && about.every((value) => clientIds.some((own) => own === value));
  if (!isOwn || valueOf.get('controller') !== controller) findings.push({ kind: 'foreign', index });
  // A name is opened, or a decision has put a pseudonym in its place; never neither and never both.
  const isNamed = valueOf.has('userIdentity.name') !== (pseudonym !== undefined);
  const missing = ALWAYS.filter((name) => !valueOf.has(name));
  for (const part of [...missing, ...(isNamed ? [] : ['userIdentity.name'])]) {
    findings.push({ kind: 'incomplete', index, part });
  }
  return findings;
}
