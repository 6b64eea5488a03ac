import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENFORCED } from '../../../shared/domain/notices/enforced.ts';
import { generateNotice } from '../../../shared/domain/notices/generate.ts';
import { PROFILES } from '../../support/controllers.ts';
import { NOT_TOLD, STATED, WALKED } from '../../support/notice-rows.ts';
import {
  readNotes,
  readRequirements,
  stateOfRow,
  testFiles,
  testsByRow,
} from '../../support/requirement-rows.ts';
import { projectRoot } from '../../support/source-files.ts';

const CONTROLLER = {
  name: { fi: 'Keksitty rekisterinpitäjä' },
  address: 'Keksitty katu 1',
  email: 'kirjaamo@example.fi',
  phones: [{ number: '02 000 0000', hours: 'virka-aikana' }],
};
const noticeOf = (letter: keyof typeof PROFILES): string =>
  generateNotice({ controller: CONTROLLER, settings: PROFILES[letter], enforced: ENFORCED })
    .fi.flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)])
    .join('\n');

describe('what five controllers promised their readers', () => {
  const rows = readRequirements().filter(({ category }) => WALKED.includes(category));
  const page = readFileSync(join(projectRoot, 'docs/profiles.md'), 'utf8');
  const listed = new Set([...page.matchAll(/^\| ([UJLHK]-\d+\.\d+) \| .+ \| .+ \|$/gm)].map(([, id]) => id));
  const LETTERS = Object.keys(PROFILES) as (keyof typeof PROFILES)[];

  test.each(LETTERS)(
    '%s: each row is said in its notice, or stands on the page with its reason',
    (letter) => {
      const text = noticeOf(letter);
      const unsaid = rows
        .filter(({ id }) => id.startsWith(letter) && !listed.has(id) && !(id in NOT_TOLD))
        .filter(({ id }) => !(STATED[id] ?? ['—']).every((words) => text.includes(words)))
        .map(({ id }) => id);
      expect(unsaid).toEqual([]);
    },
  );

  test('of Loimaa: where its equipment stands, who watches it, and that it is backed up [L-9.16, L-9.18, L-9.19]', () => {
    const text = noticeOf('L');
    for (const id of ['L-9.16', 'L-9.18', 'L-9.19']) {
      for (const words of STATED[id] ?? ['—']) expect(text).toContain(words);
    }
  });

  test('what a reader is not told is proven by another test', () => {
    const tests = testsByRow(testFiles());
    const states = Object.keys(NOT_TOLD).map((id) => [id, stateOfRow(id, readNotes(), tests).state]);
    expect(states.filter(([, state]) => state !== 'proven')).toEqual([]);
  });

  test('no row stands in both places, and every overtaken one is on the page', () => {
    expect(Object.keys(STATED).filter((id) => listed.has(id) || id in NOT_TOLD)).toEqual([]);
    expect(Object.keys(readNotes().overtaken).filter((id) => !listed.has(id))).toEqual([]);
  });
});
