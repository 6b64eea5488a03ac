import type { ESTree } from 'vite';
import { parseSource } from '../../support/parse-source.ts';
import { isTypescript, isUnder, type Rule, type Violation } from './violation.ts';

/** Written in halves, so that a plain search of the sources finds real promises only. */
const WORDS = [
  ['TO', 'DO'],
  ['FIX', 'ME'],
  ['X', 'XX'],
].map((halves) => halves.join(''));
const PROMISE = new RegExp(`\\b(${WORDS.join('|')})\\b`);

/** Nothing is promised for later in a comment or a document. */
export const promisesForLater: Rule = (files) => {
  const violations: Violation[] = [];
  // Most files hold no such word at all, and need not be parsed.
  for (const file of files.filter(({ text }) => PROMISE.test(text))) {
    if (isTypescript(file.path)) {
      for (const { text, line } of parseSource(file).comments) {
        const word = PROMISE.exec(text)?.[0];
        if (word !== undefined) violations.push({ path: file.path, line, message: `a comment says ${word}` });
      }
    } else if (/\.(md|sh|ya?ml)$/.test(file.path)) {
      for (const [place, text] of file.text.split('\n').entries()) {
        const word = PROMISE.exec(text)?.[0];
        if (word !== undefined)
          violations.push({ path: file.path, line: place + 1, message: `says ${word}` });
      }
    }
  }
  return violations;
};

const SET_ASIDE = /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|biome-ignore/;
/** One rule for one line, or the layout of one table, with the reason behind it. */
const SET_ASIDE_WITH_REASON =
  /^\s*(oxlint-disable-next-line [\w/-]+ -- \S.{10,}|biome-ignore format: \S.{4,})/;

/** The compiler is never silenced; lint and layout only for one place, and saying why. */
export const checksStayOn: Rule = (files) =>
  files
    .filter(({ path, text }) => isTypescript(path) && SET_ASIDE.test(text))
    .flatMap((file) =>
      parseSource(file)
        .comments.filter(({ text }) => SET_ASIDE.test(text) && !SET_ASIDE_WITH_REASON.test(text))
        .map(({ text, line }) => ({ path: file.path, line, message: `sets a check aside: ${text.trim()}` })),
    );

const TESTS = new Set(['test', 'it', 'describe']);
const ALONE_OR_SKIPPED = new Set(['only', 'skip', 'todo', 'fails']);
/** A contract that needs a real account runs where there is one. */
const CONDITIONAL = new Set(['skipIf', 'runIf']);

function isTestFunction(node: ESTree.Node): boolean {
  if (node.type === 'Identifier') return TESTS.has(node.name);
  return node.type === 'MemberExpression' && isTestFunction(node.object);
}

/** No test is alone, skipped or still to be written. */
export const testsAllRun: Rule = (files) => {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => path.endsWith('.test.ts'))) {
    const source = parseSource(file);
    source.visit({
      MemberExpression(node) {
        if (node.computed || node.property.type !== 'Identifier' || !isTestFunction(node.object)) return;
        const { name } = node.property;
        const refused =
          ALONE_OR_SKIPPED.has(name) || (CONDITIONAL.has(name) && !isUnder(file.path, 'test/contracts'));
        if (refused)
          violations.push({ path: file.path, line: source.lineAt(node.start), message: `.${name}` });
      },
    });
  }
  return violations;
};

/** A file of tests that expects nothing shows only that nothing threw. */
export const testsExpect: Rule = (files) => {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => path.endsWith('.test.ts'))) {
    let tests = 0;
    let expectations = 0;
    parseSource(file).visit({
      CallExpression({ callee }) {
        const root = callee.type === 'MemberExpression' ? callee.object : callee;
        if (root.type !== 'Identifier') return;
        if (root.name === 'test' || root.name === 'it') tests += 1;
        if (root.name.startsWith('expect') || root.name.startsWith('assert')) expectations += 1;
      },
    });
    if (tests === 0) violations.push({ path: file.path, line: 1, message: 'has no test' });
    if (expectations === 0) violations.push({ path: file.path, line: 1, message: 'expects nothing' });
  }
  return violations;
};
