import type { ESTree } from 'vite';
import { parseSource, resolveImport } from '../../support/parse-source.ts';
import type { SourceFile } from '../../support/source-files.ts';
import { isTypescript, isUnder, type Rule, type Violation } from './violation.ts';

export const PAGE = 'shared/table/ACCESS-PATTERNS.md';
const READS = ['shared/table/read.ts', 'shared/table/lists.ts'];
/** The reads themselves: a row may name one with the entity it asks for. */
const PRIMITIVES = new Set([
  'getItem',
  'query',
  'queryAll',
  'batchGet',
  'allOfClient',
  'pageOfClient',
  'rowsOfUnit',
]);

/** A function at the top of a file, and whom it calls. */
type TopFunction = { name: string; line: number; exported: boolean; calls: Set<string> };

const namesOf = (declaration: ESTree.Node): string[] =>
  declaration.type === 'FunctionDeclaration'
    ? [declaration.id?.name ?? '']
    : declaration.type === 'VariableDeclaration'
      ? declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
      : [];

function topFunctions(file: SourceFile): TopFunction[] {
  const source = parseSource(file);
  const calls: { at: number; name: string }[] = [];
  const found: (Omit<TopFunction, 'calls'> & { start: number; end: number })[] = [];
  source.visit({
    Program({ body }) {
      for (const node of body) {
        const exported = node.type === 'ExportNamedDeclaration';
        const declaration = exported ? node.declaration : node;
        const { start, end } = node;
        if (declaration === null) continue;
        for (const name of namesOf(declaration)) {
          found.push({ name, line: source.lineAt(start), exported, start, end });
        }
      }
    },
    CallExpression({ callee, start }) {
      if (callee.type === 'Identifier') calls.push({ at: start, name: callee.name });
    },
  });
  return found.map(({ start, end, ...top }) => ({
    ...top,
    calls: new Set(calls.filter(({ at }) => at >= start && at < end).map(({ name }) => name)),
  }));
}

/** The exported functions of a file that ask the tables something, themselves or through what the file keeps to itself. */
function readersOf(file: SourceFile): TopFunction[] {
  const imports = parseSource(file).imports.map(({ specifier }) => resolveImport(file.path, specifier));
  if (!READS.some((path) => imports.includes(path))) return [];
  const functions = topFunctions(file);
  const asking = new Set(PRIMITIVES);
  for (let size = 0; size !== asking.size; ) {
    size = asking.size;
    for (const { name, calls, exported } of functions) {
      if (!exported && [...calls].some((called) => asking.has(called))) asking.add(name);
    }
  }
  return functions.filter(
    ({ calls, exported }) => exported && [...calls].some((called) => asking.has(called)),
  );
}

/** What stands in code letters in the second column of the page's tables. */
const namedIn = (page: string): { name: string; line: number }[] =>
  page.split('\n').flatMap((row, index) => {
    const [, , cell] = row.split('|');
    if (cell === undefined) return [];
    const [names = ''] = cell.split(' of ');
    return [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => ({ name, line: index + 1 }));
  });

/** Every function that asks the tables something has its row, and every row its function. */
export const accessPatterns =
  (page: string): Rule =>
  (files) => {
    const sources = files
      .filter(({ path }) => isTypescript(path) && isUnder(path, 'functions', 'shared'))
      .filter(({ path }) => !isUnder(path, 'shared/table'));
    const readers = sources.flatMap((file) =>
      readersOf(file).map((reader) => ({ ...reader, path: file.path })),
    );
    const known = new Set(sources.flatMap((file) => topFunctions(file).map(({ name }) => name)));
    const named = namedIn(page);
    const violations: Violation[] = [];
    for (const { name, path, line } of readers) {
      if (named.some((row) => row.name === name)) continue;
      violations.push({ path, line, message: `${name} asks the tables something and has no row in ${PAGE}` });
    }
    for (const { name, line } of named) {
      if (PRIMITIVES.has(name) || known.has(name)) continue;
      violations.push({ path: PAGE, line, message: `${name} is no function of ours` });
    }
    return violations;
  };
