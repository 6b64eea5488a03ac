import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { type BuiltFunction, buildFunctions } from '../../infra/build.ts';
import type { pagesToEnclose } from '../../shared/documents/render/pdf/enclose-pages.ts';
import type { writePdf } from '../../shared/documents/render/pdf/write-pdf.ts';
import { runBundle } from '../support/bundle-run.ts';
import { PRINTED_AT, printed, readBack } from '../support/printed.ts';
import { childWelfareDecision } from '../support/printed-samples.ts';
import { readPdf } from '../support/read-pdf.ts';

const outdir = mkdtempSync(join(tmpdir(), 'sointu-bundles-run-'));
let built: BuiltFunction[] = [];
beforeAll(async () => {
  built = await buildFunctions({ outdir });
});
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const fileOf = (name: string): string => {
  const found = built.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no bundle ${name}.`);
  return found.file;
};

/** Of API Gateway, REST, payload v1, without a token: the gateway would not let it through. */
const unsigned = (path: string, httpMethod: string) => ({
  path,
  httpMethod,
  headers: { Accept: 'application/json' },
  multiValueQueryStringParameters: null,
  body: null,
  isBase64Encoded: false,
  requestContext: { requestId: 'gateway-id', identity: { sourceIp: '192.0.2.1' } },
});
const Answer = z.object({ statusCode: z.int(), body: z.string() });

const signedIn = modules.filter(({ open }) => open === undefined);
test.each(signedIn.map((module) => [module.name, module] as const))(
  'the bundle of %s starts as it is deployed, and refuses a request without a token',
  async (name, { routes }) => {
    const [route] = routes;
    const path = (route?.path ?? '').replaceAll(/\{\w+\}/g, '01KBN4PZ00000000000000000A');
    const { answer } = await runBundle(fileOf(name), unsigned(path, route?.method ?? ''));
    const { statusCode, body } = Answer.parse(answer);
    expect(statusCode).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ code: 'access.notSignedIn' });
  },
);

test('the bundle of public pages starts as it is deployed, asks for no token, and knows no controller that is not there', async () => {
  const { answer } = await runBundle(
    fileOf('privacy-notices'),
    unsigned('/public/privacy-notices/01KBN4PZ00000000000000000A', 'GET'),
  );
  const { statusCode, body } = Answer.parse(answer);
  expect(statusCode).toBe(404);
  expect(JSON.parse(body)).toMatchObject({ code: 'request.notFound' });
});

test('the carriers of events and lines start, and have nothing to do when nothing came', async () => {
  const nothing = { batchItemFailures: [] };
  const consumers = modules.flatMap(({ name, consumers: all }) => all.map(({ file }) => `${name}-${file}`));
  for (const name of ['publish-outbox', 'copy-lines', ...consumers]) {
    expect(await runBundle(fileOf(name), { Records: [] }), name).toMatchObject({ answer: nothing });
  }
});

test('whatever a file asks for beside itself lies there, through a part that is read on first use too', () => {
  const missing = built.flatMap(({ file }) => {
    const files = readdirSync(dirname(file)).filter((name) => name.endsWith('.js'));
    return files.flatMap((name) =>
      [...readFileSync(join(dirname(file), name), 'utf8').matchAll(/import\("\.\/([\w-]+\.js)"\)/g)]
        .map(([, asked = '']) => asked)
        .filter((asked) => !files.includes(asked))
        .map((asked) => `${basename(dirname(file))}/${name}: ${asked}`),
    );
  });
  expect(missing).toEqual([]);
});

test('the token trigger starts and names the pool’s own second factor', async () => {
  const event = {
    request: { userAttributes: { 'cognito:user_status': 'CONFIRMED' } },
    response: { claimsAndScopeOverrideDetails: null },
  };
  expect(await runBundle(fileOf('token-claims'), event)).toMatchObject({
    answer: {
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { claimsToAddOrOverride: { auth_method: 'password+totp' } },
        },
      },
    },
  });
});

test('the function of prints draws from its folder alone: fonts, colours and the writer lie beside it', async () => {
  const Writer = z.object({ writePdf: z.custom<typeof writePdf>((value) => typeof value === 'function') });
  const file = join(dirname(fileOf('prints')), 'write-pdf.js');
  const bundled = Writer.parse(createRequire(import.meta.url)(file));
  const print = printed(childWelfareDecision());
  const { bytes } = await bundled.writePdf([print], { title: print.title, authority: 'A', at: PRINTED_AT });
  const pdf = await readPdf(bytes);
  expect(pdf.conformance).toBe('2A');
  expect(pdf.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  expect(pdf.structure).toEqual((await readBack(print)).structure);
  const beside = createRequire(import.meta.url)(join(dirname(file), 'enclose-pages.js'));
  const Encloser = z.object({
    pagesToEnclose: z.custom<typeof pagesToEnclose>((value) => typeof value === 'function'),
  });
  expect(await Encloser.parse(beside).pagesToEnclose(bytes)).toHaveLength(pdf.pages.length);
});

/** What ends whole matters carries what it ends, and a package what the register holds (docs/decisions/0058). */
const LARGER = ['cases', 'intake', 'disclosures', 'data-subject-requests'];
/** Acts that correct, review, begin and end what was decided. */
const LARGEST = 'decisions';
const mostKilobytes = (name: string): number => {
  if (name === LARGEST) return 750;
  return LARGER.includes(name) ? 715 : 645;
};

test('every main file is at most 645 KB, of four functions 715, of one 750, and what it reads on first use lies beside it and loads', async () => {
  const part = 'shared/aws/put-once.ts';
  expect(built.filter(({ bytes, name }) => bytes > mostKilobytes(name) * 1024)).toEqual([]);
  const readers = built.filter(({ inputs }) => inputs.includes(part));
  expect(readers.map(({ name }) => name)).toContain('clients');
  for (const { file, name } of readers) {
    expect((await runBundle(join(dirname(file), 'put-once.js'))).initMs, name).toBeGreaterThan(0);
  }
  // Each is started in a process of its own.
});
