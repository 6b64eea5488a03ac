import { describe, expect, test } from 'vitest';
import { readNotes, readRequirements, testsByRow } from '../support/requirement-rows.ts';
import { textFiles } from '../support/source-files.ts';
import { checksStayOn, promisesForLater, testsAllRun, testsExpect } from './rules/left-overs.ts';
import { notesNameRows, titlesNameRows } from './rules/titles.ts';
import { judge, listed, theTree } from './the-tree.ts';

const rows = new Set(readRequirements().map(({ id }) => id));
/** Written in two halves, so that a plain search of the sources finds real promises only. */
const [later, mend] = [['TO', 'DO'].join(''), ['FIX', 'ME'].join('')];

describe('nothing is left for later', () => {
  test('no comment or document of the tree promises anything', () => {
    expect(listed(promisesForLater(textFiles()))).toEqual([]);
  });

  test.each([
    ['shared/kernel/id.ts', `// ${later}: check`],
    ['shared/kernel/id.ts', `/** ${mend} */`],
    ['docs/api.md', `- ${later}`],
  ])('%s may not say %s', (path, text) => {
    expect(judge(promisesForLater, path, text)).toHaveLength(1);
  });
});

describe('no check is set aside in silence', () => {
  test('the tree silences no compiler, and says why where it sets lint or layout aside', () => {
    expect(listed(checksStayOn(theTree))).toEqual([]);
  });

  test.each([
    '// @ts-ignore',
    '/* oxlint-disable */',
    '// oxlint-disable-next-line',
    '// oxlint-disable-next-line no-console',
    '// biome-ignore format:',
  ])('%s is found', (text) => {
    expect(judge(checksStayOn, 'shared/kernel/id.ts', text)).toHaveLength(1);
  });

  test('one rule for one line with its reason is fine', () => {
    const text =
      '// oxlint-disable-next-line no-console -- the launcher speaks to a person\n// biome-ignore format: a table';
    expect(judge(checksStayOn, 'shared/kernel/id.ts', text)).toEqual([]);
  });
});

describe('every test runs and expects something', () => {
  test('the tree has no test that is alone, skipped or empty', () => {
    expect(listed([...testsAllRun(theTree), ...testsExpect(theTree)])).toEqual([]);
  });

  test.each(['only', 'skip', 'todo', 'skipIf(true)', 'each([1]).only', 'concurrent.skip'])(
    'test.%s is found',
    (how) => {
      const text = `test.${how}('opens a file', () => expect(1).toBe(1));`;
      const found = how.startsWith('each') ? text.replace('each([1]).only', 'only.each([1])') : text;
      expect(judge(testsAllRun, 'test/rules/opening.test.ts', found)).toHaveLength(1);
    },
  );

  test('a contract that needs an account may wait for one', () => {
    const text = "describe.runIf(hasAccount)('on AWS', () => undefined);";
    expect(judge(testsAllRun, 'test/contracts/dynamodb/aws.test.ts', text)).toEqual([]);
    expect(judge(testsAllRun, 'test/routes/aws.test.ts', text)).toHaveLength(1);
  });

  test('a file without an expectation or without a test is found', () => {
    expect(judge(testsExpect, 'test/rules/a.test.ts', "test('opens', () => open());")).toHaveLength(1);
    expect(judge(testsExpect, 'test/rules/a.test.ts', 'expect(1).toBe(1);')).toHaveLength(1);
    expect(
      judge(testsExpect, 'test/rules/a.test.ts', "test('opens', () => expect.soft(1).toBe(1));"),
    ).toEqual([]);
  });
});

describe('a title names the rows that its test proves', () => {
  const notes = { overtaken: { 'U-9.1': 'paper has no place here' }, partly: {} };
  const judgeTitle = (title: string, kind = 'test') =>
    titlesNameRows([{ path: 'test/rules/a.test.ts', text: `${kind}('${title}', () => {});` }], rows, notes);

  test('the tree names rows that exist and are owed, at most five a title', () => {
    expect(listed(titlesNameRows(theTree, rows, readNotes()))).toEqual([]);
  });

  test('a row that does not exist, is overtaken, is the sixth, or stands in a describe is found', () => {
    expect(judgeTitle('opens a file [U-99.1]')).toHaveLength(1);
    expect(judgeTitle('opens a file [X-1.1]')).toHaveLength(1);
    expect(judgeTitle('opens a file [U-9]')).toHaveLength(1);
    expect(judgeTitle('opens a file [U-9.1]')).toHaveLength(1);
    expect(judgeTitle('opens a file [U-1.1, U-1.2][J-1.1, J-1.2] [K-1.1, U-2.1]')).toHaveLength(1);
    expect(judgeTitle('opens a file [U-1.1]', 'describe')).toHaveLength(1);
    expect(judgeTitle('opens %s [U-99.1]', 'test.each([1])')).toHaveLength(1);
  });

  test('five rows, or other words in brackets, are fine', () => {
    expect(judgeTitle('opens a file [U-1.1, U-1.2, J-1.1][J-1.2] [L-1.1]')).toEqual([]);
    expect(judgeTitle('[CONCEPT] an array [0] is no row')).toEqual([]);
  });

  test('the notes speak of rows that exist, and a row partly proven is named by a test', () => {
    const tested = new Set(testsByRow(theTree).keys());
    expect(listed(notesNameRows(readNotes(), rows, tested))).toEqual([]);
  });

  test('a note on no row, on an untested row, or on both sides is found', () => {
    const both = { 'U-1.1': 'the reason and the clause' };
    const none = new Set<string>();
    expect(notesNameRows({ overtaken: { 'U-99.1': 'no such row' }, partly: {} }, rows, none)).toHaveLength(1);
    expect(notesNameRows({ overtaken: {}, partly: both }, rows, none)).toHaveLength(1);
    expect(notesNameRows({ overtaken: both, partly: both }, rows, new Set(['U-1.1']))).toHaveLength(1);
    expect(notesNameRows({ overtaken: {}, partly: both }, rows, new Set(['U-1.1']))).toEqual([]);
  });
});
