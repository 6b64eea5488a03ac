import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessPatterns, PAGE } from './rules/access-patterns.ts';
import { listed, theTree } from './the-tree.ts';

describe('the page of access patterns tells every question that is asked of the tables', () => {
  const page = readFileSync(join(import.meta.dirname, '../..', PAGE), 'utf8');

  test('every function that asks has its row, and every row its function', () => {
    expect(listed(accessPatterns(page)(theTree))).toEqual([]);
  });

  const path = 'shared/domain/cases/store.ts';
  const reader = (text: string) => [{ path, text: `import { query } from '../../table/read.ts';\n${text}` }];
  const row = '| Which? | `loadCases` | records | `c#` | 2 | 1 read |';

  test.each([
    ['itself', 'export const loadCases = () => query(1);'],
    [
      'through another of the file',
      'const ask = () => query(1);\nexport async function loadCases() { return ask(); }',
    ],
  ])('a function that asks %s is found without a row', (_, text) => {
    expect(accessPatterns(row)(reader(text))).toEqual([]);
    expect(accessPatterns('')(reader(text))).toMatchObject([{ path }]);
  });

  test('a row of a function that is gone is found', () => {
    expect(accessPatterns(row)(reader('export const other = 1;'))).toMatchObject([{ path: PAGE, line: 1 }]);
  });
});
