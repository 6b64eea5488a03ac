import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { type ESTree, parseSync } from 'vite';

/**
 * A constant of ours that a function does not use is left out of it. A bundler leaves out by itself what it sees to do
 * nothing but be made, and of `z.strictObject(…)` it cannot see that: a quarter of the schemas that functions made at
 * their start were asked for by nothing. Of our constants it is known: no file of ours acts when it is read, which a
 * house rule holds (`test/house/rules/acts-when-read.ts`).
 */
export const unusedConstants: Plugin = {
  name: 'unused-constants',
  setup(bundler) {
    bundler.onLoad({ filter: /\/(functions|shared)\/.*\.ts$/ }, async ({ path }) => ({
      contents: withPureConstants(path, await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** Each constant of the file as the answer of a function without effects, which the bundler puts back where it is used. */
function withPureConstants(path: string, text: string): string {
  const { program, errors } = parseSync(path, text, { lang: 'ts', sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${path} does not parse.`);
  return program.body
    .flatMap(madeIn)
    .toReversed()
    .reduce(
      (whole, { start, end }) =>
        `${whole.slice(0, start)}/* @__PURE__ */ (() => (${whole.slice(start, end)}))()${whole.slice(end)}`,
      text,
    );
}

/** What the constants of a statement are made by, in the order of the file. */
function madeIn(statement: ESTree.Program['body'][number]): ESTree.Expression[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declared?.type !== 'VariableDeclaration' || declared.kind !== 'const') return [];
  return declared.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init && !isSeen(init) ? [init] : [],
  );
}

/** Of these every bundler sees it, and a function keeps the name of its constant. */
const isSeen = ({ type }: ESTree.Expression): boolean =>
  type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'Literal';
