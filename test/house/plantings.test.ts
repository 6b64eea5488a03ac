import { expect, test } from 'vitest';
import { parseSource, resolveImport } from '../support/parse-source.ts';
import { theTree } from './the-tree.ts';

/** What is planted must be hidden from who is to find it: no control leads to a plan, nor to the names of what is planted. */
test('no control of the log knows anything of what is planted', () => {
  const imports = new Map(
    theTree
      .filter(({ path }) => /^(functions|shared)\//.test(path) && path.endsWith('.ts'))
      .map((file) => [
        file.path,
        parseSource(file).imports.map(({ specifier }) => resolveImport(file.path, specifier) ?? specifier),
      ]),
  );
  const controls = [
    'shared/witnesses/compare-handler.ts',
    'shared/trail/copy-lines-handler.ts',
    'shared/events/sweep-outbox-handler.ts',
  ];
  const seen = new Set<string>();
  const waiting = [...controls];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...(imports.get(path) ?? []));
  }
  expect(seen.size).toBeGreaterThan(30);
  expect([...seen].filter((path) => /\/plantings\/|kernel\/planted/.test(path))).toEqual([]);
});
