import type { ESTree } from 'vite';
import { parseSource } from '../../support/parse-source.ts';
import { isTypescript, isUnder, type Rule, type Violation } from './violation.ts';

const CLOCK_FILES = new Set([
  'shared/kernel/clock.ts',
  'shared/kernel/instant.ts',
  'shared/kernel/local-date.ts',
]);

const isNamed = (node: ESTree.Node, name: string) => node.type === 'Identifier' && node.name === name;

/** The global of that name, also as `globalThis.name`. */
const isGlobal = (node: ESTree.Node, name: string): boolean =>
  isNamed(node, name) || (node.type === 'MemberExpression' && isMember(node, 'globalThis', name));

/** `object.property`, also written `object['property']`. */
function isMember(node: ESTree.MemberExpression, object: string, property: string): boolean {
  const named = node.computed
    ? node.property.type === 'Literal' && node.property.value === property
    : isNamed(node.property, property);
  return named && isGlobal(node.object, object);
}

/** The present moment, chance and the environment come through services, so that a test can say what they are. */
export const ambient: Rule = (files) => {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => isTypescript(path))) {
    const source = parseSource(file);
    const test = isUnder(file.path, 'test');
    const tellsTime = test || CLOCK_FILES.has(file.path);
    const readsEnvironment =
      test || isUnder(file.path, 'infra') || /^shared\/services[\w-]*\.ts$/.test(file.path);
    const add = (start: number, message: string) =>
      violations.push({ path: file.path, line: source.lineAt(start), message });
    source.visit({
      NewExpression(node) {
        if (isGlobal(node.callee, 'Date') && !tellsTime)
          add(node.start, 'new Date: only the clock makes moments');
      },
      CallExpression(node) {
        if (isGlobal(node.callee, 'Date') && !tellsTime)
          add(node.start, 'Date(): only the clock tells the time');
      },
      MemberExpression(node) {
        if (isMember(node, 'Date', 'now') && !tellsTime)
          add(node.start, 'Date.now: only the clock tells the time');
        if (isMember(node, 'process', 'env') && !readsEnvironment) {
          add(node.start, 'process.env: only infra and shared/services read the environment');
        }
        if (isMember(node, 'Math', 'random')) add(node.start, 'Math.random: chance comes from services');
      },
      ImportDeclaration(node) {
        if (/^(node:)?process$/.test(node.source.value) && !readsEnvironment) {
          add(node.start, 'node:process: only infra and shared/services read the environment');
        }
      },
    });
  }
  return violations;
};
