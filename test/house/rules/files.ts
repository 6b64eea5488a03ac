import { isTypescript, isUnder, type Rule, type Violation } from './violation.ts';

const KEBAB_PATH = /^([a-z0-9]+(-[a-z0-9]+)*\/)+[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.ts$/;

/** Files and folders are kebab-case, so that a name is the same on every disk. */
export const kebabCase: Rule = (files) =>
  files
    .filter(({ path }) => isTypescript(path) && isUnder(path, 'infra', 'functions', 'shared', 'test'))
    .filter(({ path }) => !KEBAB_PATH.test(path))
    .map(({ path }) => ({ path, line: 1, message: 'is not kebab-case' }));

export const LONGEST = 250;

/**
 * A source file over 250 lines says more than one thing, or says in `reasons` why it doesn't. A reason
 * whose file has become short, or is gone, is itself found.
 */
export const shortFiles =
  (reasons: ReadonlyMap<string, string>): Rule =>
  (files) => {
    const violations: Violation[] = [];
    const long = new Set<string>();
    for (const { path, text } of files.filter((file) => isTypescript(file.path))) {
      const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      if (lines <= LONGEST) continue;
      long.add(path);
      if (!reasons.has(path)) violations.push({ path, line: lines, message: `has ${lines} lines` });
    }
    for (const path of reasons.keys()) {
      if (!long.has(path)) violations.push({ path, line: 1, message: 'needs no reason for its length' });
    }
    return violations;
  };
