import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { problemsOfAll } from '../../shared/http/openapi/problems.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { type Laptop, laptop } from '../support/laptop.ts';
import { runTool } from '../support/run-tool.ts';
import { projectRoot } from '../support/source-files.ts';

const page = readFileSync(join(projectRoot, 'docs', 'api.md'), 'utf8');
const [, example = '', printed = ''] = /```ts\n(.*?)```\n\n```text\n(.*?)```/s.exec(page) ?? [];

describe('the page for developers of front ends', () => {
  test('tells what to do at each code that can meet any request', () => {
    const common = [...Object.values(COMMON_REFUSALS).map(({ code }) => code), 'fault'];
    expect(common.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  test('names no code that does not exist', () => {
    const known = new Set(problemsOfAll(modules).map(({ code }) => code));
    const told = [...page.matchAll(/`((?:request|access|log|service)\.\w+)`/g)].map(([, code = '']) => code);
    expect(told.filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('its example', () => {
  let run: Laptop;
  // Below the project, where its packages are found, and among what is built.
  mkdirSync(join(projectRoot, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(projectRoot, 'dist', 'example-'));
  const file = join(folder, 'example.ts');
  beforeAll(async () => {
    writeFileSync(file, example);
    run = await laptop({ clients: 15 });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await run.stop();
  });

  test('prints what the page says', async () => {
    const { exitCode, output } = await runTool('node', [file], 'kept', { SOINTU_URL: run.url });
    expect(output).toBe(printed);
    expect(exitCode).toBe(0);
  });

  test('calls nothing that the types of the client do not have', async () => {
    const settings = { extends: '../../tsconfig.json', include: ['example.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const { output } = await runTool('tsc', ['--noEmit', '--pretty', 'false', '-p', folder], 'kept');
    expect(output).toBe('');
  });
});
