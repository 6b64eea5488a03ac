import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessEvent } from '../../shared/trail/event.ts';
import { type Laptop, laptop } from '../support/laptop.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { projectRoot } from '../support/source-files.ts';

const run = promisify(execFile);
const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');

/** A block to paste, and what the page says one sees. */
type Block = { commands: string; seen: string };

const blocks: Block[] = [...readme.matchAll(/```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)].map(
  ([, commands = '', seen = '']) => ({ commands, seen }),
);

const AFTER = '--- the next block ---';

/** Ids, days and moments differ from run to run, and the page has a mark for them. */
const withoutIds = (text: string): string =>
  text.replaceAll(/\b[0-9A-Z]{26}\b/g, '…').replaceAll(/\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?/g, '…');

describe('the tour of the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-tour-'));
  let server: Laptop;
  let printed: string[] = [];
  let print: ReadPdf;

  beforeAll(async () => {
    server = await laptop({ clients: 15 });
    const script = blocks.map(({ commands }) => `${commands}\necho '${AFTER}'`).join('\n');
    const { stdout } = await run('bash', ['-c', script.replace('http://127.0.0.1:3000', server.url)], {
      cwd: folder,
      env: { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
    });
    printed = stdout.split(AFTER).map((text) => withoutIds(text).trim());
    print = await readPdf(readFileSync(join(folder, 'decision.pdf')));
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('has a block for each thing a worker does', () => {
    const acts = [
      'Find',
      'Open',
      'Write',
      'Correct',
      'Be refused',
      'Hand over',
      'Break the glass',
      'See the log',
      'Look ahead',
      'Receive',
      'Link',
      'Open a case',
      'Assess',
      'Plan',
      'Prepare and hear',
      'Decide',
      'Serve',
      'Be asked for a review',
      'See it at a glance',
      'Print',
      'Search',
      'Close',
    ];
    expect([...readme.matchAll(/^\*\*(.+?)\.\*\*/gm)].map(([, act]) => act)).toEqual(acts);
    // Each of the two parts begins with lines that save typing.
    expect(blocks).toHaveLength(acts.length + 2);
  });

  test.each(blocks.map(({ commands, seen }, index) => [commands.split('\n')[0], seen, index] as const))(
    '%s … prints what the page says',
    (_, seen, index) => {
      expect(printed[index]).toBe(seen.trim());
    },
  );

  test('leaves a PDF to look at: three tagged pages, from the decision to whom one appeals', () => {
    expect(print).toMatchObject({ title: 'Lastensuojelun palvelu- tai tukitoimipäätös', isTagged: true });
    const texts = print.pages.map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts.slice(0, 2).join('\n')).toMatch(
      /Arvo Oiva Mallila[^]*Family work is granted[^]*Eila Esihenkilö/,
    );
    expect(texts[2]).toMatch(/OIKAISUVAATIMUSOHJE[^]*Yksilöasiainjaosto \(keksitty\)/);
  });
});

test('the line that the page for auditors shows is a line', () => {
  const page = readFileSync(join(projectRoot, 'docs/auditing.md'), 'utf8');
  const shown = /```json\n(.*?)```/s.exec(page)?.[1] ?? '';
  expect(AccessEvent.parse(JSON.parse(shown))).toEqual(JSON.parse(shown));
});

describe('what the README names', () => {
  test('is there: every page and folder that it points to', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(projectRoot, link)))).toEqual([]);
  });

  test('is there: every command', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/^\| (`npm .*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(?:npm (?:run )?)?([\w:-]+)`/g)].map(([, name]) => name),
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(scripts)));
  });
});
