import { extname } from 'node:path';
import { CodeList } from '../../shared/documents/code-lists.ts';
import type { LoadedCodeList, LoadedIndex } from '../../shared/documents/loaded-index.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { codeListFromCsv, codeListFromJson } from './code-list-file.ts';
import type { Problem } from './definition-from-schema.ts';
import { type FoundFile, NothingLoaded, parsedJson } from './files.ts';
import { readIndex, writeIndex } from './index-file.ts';
import { digestOf } from './load-definitions.ts';
import type { OperatorTarget } from './target.ts';

export type CodeListStep = {
  oid: string;
  version: string;
  fi: string;
  codes: number;
  does: 'new' | 'replaces' | 'nothing';
};

type Read = { step: CodeListStep; list: CodeList };

/**
 * Brings whole national code lists into the library, each beside its other versions. All files are judged
 * before anything is written, and the index is written last.
 * @throws NothingLoaded with every problem of every file.
 */
export async function loadCodeLists(
  { library, ranBy }: OperatorTarget,
  files: readonly FoundFile[],
  { at, isDry }: { at: Instant; isDry: boolean },
): Promise<CodeListStep[]> {
  const before = await readIndex(library);
  const problems: (Problem & { file: string })[] = [];
  const found = new Map<string, Read>();
  for (const file of files) {
    const read = await judge(library, before.index, file);
    if ('problems' in read) problems.push(...read.problems.map((one) => ({ ...one, file: file.name })));
    else if (found.has(nameOf(read.step))) {
      problems.push({ file: file.name, path: '', text: `${nameOf(read.step)} stands in two files` });
    } else found.set(nameOf(read.step), read);
  }
  if (problems.length > 0) throw new NothingLoaded(problems);
  const steps = [...found.values()].map(({ step }) => step);
  const made = [...found.values()].filter(({ step }) => step.does !== 'nothing');
  if (isDry || made.length === 0) return steps;
  const loaded: LoadedCodeList[] = [];
  for (const { step, list } of made) {
    const text = JSON.stringify(list);
    const asset = `code-lists/${nameOf(step)}-${digestOf(text)}.json`;
    await library.write(asset, text);
    loaded.push({ asset, at, by: ranBy, oid: step.oid, version: step.version });
  }
  const replaced = new Set(loaded.map(nameOf));
  const others = before.index.codeLists.filter((one) => !replaced.has(nameOf(one)));
  await writeIndex(library, before, { ...before.index, codeLists: [...others, ...loaded] });
  return steps;
}

const nameOf = ({ oid, version }: { oid: string; version: string }): string => `${oid}_${version}`;

async function judge(
  library: OperatorTarget['library'],
  { codeLists }: LoadedIndex,
  { name, text }: FoundFile,
): Promise<Read | { problems: readonly Problem[] }> {
  const read = extname(name) === '.csv' ? codeListFromCsv(name, text) : listFromText(text);
  if ('problems' in read) return read;
  const { list } = read;
  const { oid, version = '', fi } = list;
  const known = codeLists.find((one) => one.oid === oid && one.version === version);
  const before = known === undefined ? undefined : await library.read(known.asset);
  const lacking = before === undefined ? [] : codesLacking(CodeList.parse(JSON.parse(before)), list);
  if (lacking.length > 0) {
    return {
      problems: [{ path: '/codes', text: `lacks ${lacking.join(', ')}, which this version was loaded with` }],
    };
  }
  const step = { oid, version, fi, codes: list.codes.filter(({ code }) => code !== null).length };
  if (before === undefined) return { list, step: { ...step, does: 'new' } };
  const isSame = canonicalJson(JSON.parse(before)) === canonicalJson(list);
  return { list, step: { ...step, does: isSame ? 'nothing' : 'replaces' } };
}

function listFromText(text: string): ReturnType<typeof codeListFromJson> {
  const parsed = parsedJson(text);
  return 'problems' in parsed ? parsed : codeListFromJson(parsed.json);
}

/** Documents were judged by a version once loaded: it may tell more, and never less. */
const codesLacking = (before: CodeList, after: CodeList): string[] =>
  before.codes.flatMap(({ code }) =>
    code === null || after.codes.some((entry) => entry.code === code) ? [] : [code],
  );
