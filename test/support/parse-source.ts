import { type ESTree, parseSync, Visitor, type VisitorObject } from 'vite';
import type { SourceFile } from './source-files.ts';

/** One `import … from`, `export … from`, `import()` or `import type` of a file. */
export type Import = {
  specifier: string;
  line: number;
  /** `import * as x`, or a whole module asked for at run time. */
  namespace: boolean;
  /** Left out of what runs. */
  typeOnly: boolean;
};

export type ParsedSource = {
  imports: Import[];
  comments: { text: string; line: number }[];
  /** Calls the visitor for every node of the file. */
  visit(visitor: VisitorObject): void;
  lineAt(offset: number): number;
};

const parsed = new Map<string, ParsedSource>();

/** Parses once per text: many rules ask about the same file. A file that does not parse is an error. */
export function parseSource(file: SourceFile): ParsedSource {
  const key = `${file.path}\n${file.text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const fresh = parse(file);
  parsed.set(key, fresh);
  return fresh;
}

function parse(file: SourceFile): ParsedSource {
  const result = parseSync(file.path, file.text, { lang: 'ts', sourceType: 'module' });
  const fault = result.errors[0];
  if (fault !== undefined) throw new Error(`${file.path} does not parse: ${fault.message}`);
  const lineAt = lineCounter(file.text);
  const visit = (visitor: VisitorObject) => new Visitor(visitor).visit(result.program);
  return {
    imports: importsOf(visit, lineAt),
    comments: result.comments.map((comment) => ({ text: comment.value, line: lineAt(comment.start) })),
    visit,
    lineAt,
  };
}

/** Line ends are found once a file: rules ask of many places. */
function lineCounter(text: string): (offset: number) => number {
  let ends: number[] | undefined;
  return (offset) => {
    ends ??= [...text.matchAll(/\n/g)].map(({ index }) => index);
    let from = 0;
    let until = ends.length;
    while (from < until) {
      const middle = (from + until) >> 1;
      if ((ends[middle] ?? 0) < offset) from = middle + 1;
      else until = middle;
    }
    return from + 1;
  };
}

function importsOf(visit: ParsedSource['visit'], lineAt: ParsedSource['lineAt']): Import[] {
  const imports: Import[] = [];
  const add = (source: ESTree.Node | null, namespace: boolean, typeOnly: boolean) => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    imports.push({ specifier: source.value, line: lineAt(source.start), namespace, typeOnly });
  };
  visit({
    ImportDeclaration(node) {
      const namespace = node.specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier');
      add(node.source, namespace, node.importKind === 'type');
    },
    ExportAllDeclaration: (node) => add(node.source, true, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, false, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source, true, false),
    TSImportType: (node) => add(node.source, true, true),
  });
  return imports;
}

/** Where a relative import leads, from the project's root; null when it names a package. */
export function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
