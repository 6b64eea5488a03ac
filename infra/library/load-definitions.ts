import { createHash } from 'node:crypto';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import { catalogueEntryOf, Definition } from '../../shared/documents/definition.ts';
import type { LoadedDefinition, LoadedIndex } from '../../shared/documents/loaded-index.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { completeDefinition } from './complete-definition.ts';
import { definitionFromSchema, type Problem } from './definition-from-schema.ts';
import { type FoundFile, NothingLoaded, parsedJson } from './files.ts';
import { readIndex, writeIndex } from './index-file.ts';
import type { OperatorTarget } from './target.ts';

/** What a file does to the library. */
export type DefinitionStep = { oid: string; fi: string; does: 'new' | 'completes' | 'nothing' };

type Read = { step: DefinitionStep; definition: Definition };

/**
 * Brings definitions of THL's draft-07 form into the library. All files are judged before anything is
 * written, and the index, which alone makes them seen, is written last.
 * @throws NothingLoaded with every problem of every file.
 */
export async function loadDefinitions(
  { library, ranBy }: OperatorTarget,
  files: readonly FoundFile[],
  { at, isDry }: { at: Instant; isDry: boolean },
): Promise<DefinitionStep[]> {
  const before = await readIndex(library);
  const problems: (Problem & { file: string })[] = [];
  const found = new Map<string, Read>();
  for (const file of files) {
    const read = await judge(library, before.index, file, found);
    if ('problems' in read) problems.push(...read.problems.map((one) => ({ ...one, file: file.name })));
    else found.set(read.definition.oid, read);
  }
  if (problems.length > 0) throw new NothingLoaded(problems);
  const steps = [...found.values()].map(({ step }) => step);
  const made = [...found.values()].filter(({ step }) => step.does !== 'nothing');
  if (isDry || made.length === 0) return steps;
  const loaded: LoadedDefinition[] = [];
  for (const { definition } of made) {
    const text = JSON.stringify(definition);
    const asset = `definitions/${definition.oid}-${digestOf(text)}.json`;
    await library.write(asset, text);
    loaded.push({ asset, at, by: ranBy, entry: catalogueEntryOf(definition) });
  }
  const others = before.index.definitions.filter(({ entry }) => !isMade(made, entry.oid));
  await writeIndex(library, before, { ...before.index, definitions: [...others, ...loaded] });
  return steps;
}

const isMade = (made: readonly Read[], oid: string): boolean =>
  made.some(({ definition }) => definition.oid === oid);

export const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

async function judge(
  library: OperatorTarget['library'],
  index: LoadedIndex,
  { text }: FoundFile,
  found: ReadonlyMap<string, Read>,
): Promise<Read | { problems: readonly Problem[] }> {
  const parsed = parsedJson(text);
  if ('problems' in parsed) return parsed;
  const read = definitionFromSchema(parsed.json);
  if ('problems' in read) return read;
  const { definition } = read;
  const { oid, fi } = definition;
  if (found.has(oid)) return { problems: [{ path: '/sosmeta/oid', text: `${oid} stands in two files` }] };
  const known = await knownDefinition(library, index, oid);
  if (known === undefined) return { step: { oid, fi, does: 'new' }, definition };
  const whole = completeDefinition(known, definition);
  if ('problems' in whole) return whole;
  const does = whole.completed ? 'completes' : 'nothing';
  return { step: { oid, fi: known.fi, does }, definition: whole.definition };
}

async function knownDefinition(
  library: OperatorTarget['library'],
  { definitions }: LoadedIndex,
  oid: string,
): Promise<Definition | undefined> {
  const loaded = definitions.find(({ entry }) => entry.oid === oid);
  if (loaded === undefined) return definitionOf(oid);
  const text = await library.read(loaded.asset);
  if (text === undefined) throw new Error(`The library names ${loaded.asset} and does not have it.`);
  return Definition.parse(JSON.parse(text));
}
