import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { projectRoot } from '../support/source-files.ts';
import { type Bundle, laptopStaysHome } from './rules/bundles.ts';
import { listed } from './the-tree.ts';

const BuiltFunctions = z.array(
  z.object({ name: z.string(), file: z.string(), inputs: z.array(z.string()), bytes: z.number() }),
);
const BuildScript = z.object({
  buildFunctions: z.function({
    input: [z.object({ outdir: z.string() })],
    output: z.promise(BuiltFunctions),
  }),
});
const buildScript = join(projectRoot, 'infra', 'build.ts');

describe('what only a laptop may have is in no bundle', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'sointu-bundles-'));
  let bundles: Bundle[] = [];

  beforeAll(async () => {
    if (!existsSync(buildScript)) return;
    const { buildFunctions } = BuildScript.parse(await import(pathToFileURL(buildScript).href));
    const built = await buildFunctions({ outdir });
    bundles = built.map(({ name, file, inputs }) => ({ name, inputs, text: readFileSync(file, 'utf8') }));
  });
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  test('the sign-in issuer, the key vault file, the stand-ins and the bus in process stay home', () => {
    expect(listed(laptopStaysHome(bundles))).toEqual([]);
    expect(bundles.length > 0).toBe(existsSync(buildScript));
    expect(bundles.filter(({ inputs }) => inputs.length === 0)).toEqual([]);
  });

  test('a function that asks for what operators have loaded may read it', () => {
    const granted = new Map(
      modules.flatMap(({ name, grants, consumers, schedules = [] }) => [
        [name, grants] as const,
        ...[...consumers, ...schedules].map((one) => [`${name}-${one.file}`, one.grants] as const),
      ]),
    );
    const asking = bundles.filter(({ inputs }) => inputs.includes('shared/documents/library.ts'));
    const names = asking.map(({ name }) => name);
    expect(names).toContain('documents');
    expect(names.filter((name) => granted.get(name)?.library !== 'read')).toEqual([]);
  });

  test.each([
    ['infra/local/issuer.ts', ''],
    ['infra/local/key-vault.ts', ''],
    ['infra/table.ts', ''],
    ['../../shared/registers/population/stand-in.ts', ''],
    ['test/support/people.ts', ''],
    ['shared/http/openapi.ts', ''],
    ['shared/http/openapi/operation.ts', ''],
    ['shared/api-client/client.ts', ''],
    ['node_modules/zod-openapi/lib/index.mjs', ''],
    ['node_modules/@dynoxide/linux-x64/index.js', ''],
    ['shared/http/dispatch.ts', 'if(path==="/dev/token")return sign()'],
  ])('a bundle with %s %s is found', (input, text) => {
    const bundle = { name: 'cases', inputs: ['functions/cases/handler.ts', input], text };
    expect(laptopStaysHome([bundle])).toHaveLength(1);
  });
});
