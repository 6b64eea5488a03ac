import { describe, expect, test } from 'vitest';
import { textFiles } from '../support/source-files.ts';
import { kebabCase, LONGEST, shortFiles } from './rules/files.ts';
import { machineNames } from './rules/machine-names.ts';
import { judge, listed, theTree } from './the-tree.ts';

/** Files that are longer than the rule, each with the reason why splitting would make it worse. */
const reasons = new Map<string, string>([
  ['shared/api-client/paths.ts', 'made by openapi-typescript from the register of routes'],
  [
    'shared/access/actions/decisions.ts',
    'what may be done to a decision, from its first plan to its end, is read in one table',
  ],
  [
    'shared/domain/decisions/kind-rows.ts',
    'the 53 kinds of decision are one table, read row by row beside the statutes',
  ],
  [
    'shared/domain/disclosures/disclosure-finding.ts',
    'what can stand against a disclosure is one table, read row by row beside the gate',
  ],
  [
    'shared/domain/disclosures/provisions.ts',
    'the provisions on which data are disclosed are one table, read row by row beside the statutes',
  ],
  [
    'test/rules/access/matrix.test.ts',
    'decree 457/2024 section by section, held against every cell of one table',
  ],
]);

describe('files are short and named alike', () => {
  test('the tree is kebab-case', () => {
    expect(listed(kebabCase(theTree))).toEqual([]);
  });

  test.each(['shared/kernel/localDate.ts', 'shared/Kernel/id.ts', 'functions/cases/open_case.ts'])(
    '%s is found',
    (path) => {
      expect(judge(kebabCase, path, '')).toHaveLength(1);
    },
  );

  test(`no source file is longer than ${LONGEST} lines without a reason`, () => {
    expect(listed(shortFiles(reasons)(theTree))).toEqual([]);
  });

  test('a long file is found, and so is a reason that is no longer needed', () => {
    const path = 'shared/kernel/long.ts';
    const because = new Map([[path, 'one table of a statute']]);
    const lines = (count: number) => '//\n'.repeat(count);
    expect(judge(shortFiles(new Map()), path, lines(LONGEST))).toEqual([]);
    expect(judge(shortFiles(new Map()), path, lines(LONGEST + 1))).toHaveLength(1);
    expect(judge(shortFiles(because), path, lines(LONGEST + 1))).toEqual([]);
    expect(judge(shortFiles(because), path, lines(LONGEST))).toHaveLength(1);
  });
});

describe('the project holds for every machine', () => {
  const at = (...parts: string[]) => ['', ...parts].join('/');

  test('no file names a path of one machine or the host of a registry', () => {
    expect(listed(machineNames(textFiles()))).toEqual([]);
  });

  test.each([
    `see ${at('work', 'notes', 'a.md')}`,
    `const data = '${at('home', 'maija', 'sointu')}';`,
    `open ${at('Users', 'maija', 'sointu')}`,
    `npm --registry https:/${at('npm-proxy.example.org', 'all')}`,
    ['registry', 'npmjs', 'org'].join('.'),
  ])('%s is found', (text) => {
    expect(judge(machineNames, 'docs/operating.md', text)).toHaveLength(1);
  });

  test.each([
    'GET /v1/work/clients',
    'https://example.org/work/a',
    'place of residence/work/infringement',
    'registers/work.ts',
  ])('%s is fine', (text) => {
    expect(judge(machineNames, 'docs/api.md', text)).toEqual([]);
  });
});
