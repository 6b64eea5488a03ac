import type { ESTree } from 'vite';
import { parseSource } from './parse-source.ts';
import type { SourceFile } from './source-files.ts';

/** The title of one `test` or `describe` as written: `${…}` parts of a template are left out. */
export type TestTitle = { path: string; line: number; kind: 'test' | 'describe'; title: string };

const KINDS: Record<string, TestTitle['kind']> = { test: 'test', it: 'test', describe: 'describe' };

/** The titles of a file's tests, also those of `test.each(rows)('…')` and `test.for(rows)('…')`. */
export function testTitles(file: SourceFile): TestTitle[] {
  const source = parseSource(file);
  const titles: TestTitle[] = [];
  source.visit({
    CallExpression(node) {
      const kind = kindOf(node.callee);
      const title = textOf(node.arguments[0]);
      if (kind !== undefined && title !== undefined) {
        titles.push({ path: file.path, line: source.lineAt(node.start), kind, title });
      }
    },
  });
  return titles;
}

function kindOf(callee: ESTree.Node): TestTitle['kind'] | undefined {
  if (callee.type === 'Identifier') return KINDS[callee.name];
  if (callee.type === 'MemberExpression') return kindOf(callee.object);
  if (callee.type === 'CallExpression') return kindOf(callee.callee);
  if (callee.type === 'TaggedTemplateExpression') return kindOf(callee.tag);
  return undefined;
}

function textOf(argument: ESTree.Node | undefined): string | undefined {
  if (argument?.type === 'Literal' && typeof argument.value === 'string') return argument.value;
  if (argument?.type === 'TemplateLiteral') return argument.quasis.map(({ value }) => value.raw).join('');
  if (argument?.type === 'BinaryExpression' && argument.operator === '+') {
    const left = textOf(argument.left);
    const right = textOf(argument.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

/** The requirement rows a title claims to prove: `[U-9.12]`, `[U-9.12, K-3.1]` or `[U-9.12][K-3.1]`. */
export function requirementIds(title: string): string[] {
  const ids: string[] = [];
  for (const [, inside = ''] of title.matchAll(/\[([^\]]*)\]/g)) {
    const words = inside.split(/[\s,;]+/).filter((word) => word !== '');
    if (words.some((word) => /^[A-Z]-\d/.test(word))) ids.push(...words);
  }
  return ids;
}
