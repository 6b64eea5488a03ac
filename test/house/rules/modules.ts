import { parseSource, resolveImport } from '../../support/parse-source.ts';
import type { SourceFile } from '../../support/source-files.ts';
import { isTypescript, type Rule, type Violation } from './violation.ts';

const PARTS = ['module.ts', 'handler.ts', 'routes.ts'] as const;
const REGISTER = 'functions/modules.ts';

function modulesOf(files: readonly SourceFile[]): Map<string, SourceFile[]> {
  const sources = files.filter(({ path }) => isTypescript(path) && /^functions\/[^/]+\//.test(path));
  return Map.groupBy(sources, ({ path }) => path.split('/')[1] ?? '');
}

const targetsOf = (file: SourceFile): string[] =>
  parseSource(file).imports.map(({ specifier }) => resolveImport(file.path, specifier) ?? specifier);

/** One folder, one module: a manifest, a handler and a table of routes, and a line in the register. */
export const modulesAreWhole: Rule = (files) => {
  const register = files.find(({ path }) => path === REGISTER);
  const registered = new Set(register === undefined ? [] : targetsOf(register));
  const violations: Violation[] = [];
  for (const [name, sources] of modulesOf(files)) {
    const folder = `functions/${name}`;
    for (const part of PARTS) {
      if (!sources.some(({ path }) => path === `${folder}/${part}`)) {
        violations.push({ path: folder, line: 1, message: `the module has no ${part}` });
      }
    }
    if (!registered.has(`${folder}/module.ts`)) {
      violations.push({ path: folder, line: 1, message: `${REGISTER} does not import ${folder}/module.ts` });
    }
  }
  return violations;
};

/** An act that no route, no event and no schedule leads to can't be done by anyone. */
export const actsAreRouted: Rule = (files) => {
  const violations: Violation[] = [];
  for (const [name, sources] of modulesOf(files)) {
    const folder = `functions/${name}`;
    const byPath = new Map(sources.map((file) => [file.path, file]));
    const isEntry = (path: string) =>
      PARTS.some((part) => path === `${folder}/${part}`) ||
      ['on-', 'run-'].some((kind) => path.startsWith(`${folder}/${kind}`));
    const seen = new Set<string>();
    const waiting = sources.filter(({ path }) => isEntry(path));
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file.path)) continue;
      seen.add(file.path);
      for (const target of targetsOf(file)) {
        const next = byPath.get(target);
        if (next !== undefined) waiting.push(next);
      }
    }
    for (const { path } of sources) {
      if (!seen.has(path))
        violations.push({ path, line: 1, message: `${folder}/routes.ts does not lead here` });
    }
  }
  return violations;
};
