import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { openApiDocument } from '../../shared/http/openapi.ts';
import { type Laptop, laptop } from '../support/laptop.ts';

const FRONT_END = 'http://127.0.0.1:5173';
const STRANGER = 'https://stranger.example';
const CLIENT = '01KBN4PZ00000000000000000A';

let run: Laptop;
beforeAll(async () => {
  run = await laptop({ clients: 0, allowedOrigins: [FRONT_END] });
});
afterAll(() => run.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${run.url}${path}`, { headers });

test('what runs by schedule in the cloud is run by hand here, and a page of another site does not', async () => {
  const runs = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${run.url}${path}`, { method: 'POST', headers });
  const daily = '/dev/schedules/deadlines/run-daily';
  expect(await (await runs(daily)).json()).toMatchObject({ failed: 0 });
  expect((await runs('/dev/schedules/deadlines/run-nothing')).status).toBe(404);
  expect((await get(daily)).status).toBe(404);
  expect((await runs(daily, { origin: STRANGER })).status).toBe(403);
});

describe('the pages of the laptop', () => {
  test('tell that it is well, and the reference of the API as the register has it', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/openapi.json')).json()).toEqual(
      JSON.parse(JSON.stringify(openApiDocument(modules))),
    );
  });

  test('show the reference with scripts and styles of their own only, and none inside the page', async () => {
    const page = await get('/docs');
    const html = await page.text();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(html).not.toMatch(/<script>|onload=/);
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(assets).toHaveLength(4);
    for (const path of assets) {
      const asset = await get(path);
      expect([path, asset.status, asset.headers.get('x-content-type-options')]).toEqual([
        path,
        200,
        'nosniff',
      ]);
      expect((await asset.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
  });

  test.each([
    ['fi', 'Ei löydy.'],
    ['sv-FI, en;q=0.5', 'Finns inte.'],
    ['en', 'There is no such thing.'],
    ['de', 'Ei löydy.'],
  ])('answer what is not there as a problem, to who reads %s: %s', async (language, title) => {
    for (const path of ['/no-such-page', '/v1/no-such-module', '/docs/../package.json']) {
      const answer = await get(path, { 'accept-language': language });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'request.notFound', title });
    }
  });
});

describe('every answer', () => {
  test.each(['/health', '/docs', '/v1/clients', `/v1/clients/${CLIENT}`, '/no-such-page', '/dev/users'])(
    'of %s is kept nowhere, framed nowhere and taken for nothing else',
    async (path) => {
      const { headers } = await get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age='),
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
      });
    },
  );

  test('to who has not signed in says how to', async () => {
    const answer = await get(`/v1/clients/${CLIENT}`);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });
});

describe('a front end at another origin', () => {
  const ask = (origin: string, path = `/v1/clients/${CLIENT}`) =>
    fetch(`${run.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,if-match,idempotency-key',
      },
    });

  test('that the settings name may send what a client of the API sends, and read what it answers', async () => {
    const preflight = await ask(FRONT_END);
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(FRONT_END);
    const allowed = preflight.headers.get('access-control-allow-headers');
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match', 'accept-language']) {
      expect(allowed).toContain(name);
    }
    const answer = await get(`/v1/clients/${CLIENT}`, { origin: FRONT_END });
    expect(answer.headers.get('access-control-allow-origin')).toBe(FRONT_END);
    expect(answer.headers.get('vary')).toBe('origin');
    const exposed = answer.headers.get('access-control-expose-headers');
    for (const name of ['etag', 'location', 'retry-after', 'x-request-id']) expect(exposed).toContain(name);
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test('that they do not name reads nothing', async () => {
    const preflight = await ask(STRANGER);
    expect([preflight.ok, preflight.headers.has('access-control-allow-origin')]).toEqual([false, false]);
    const answer = await get(`/v1/clients/${CLIENT}`, { origin: STRANGER });
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('is given no token, and no list of users, whoever it is', async () => {
    for (const origin of [FRONT_END, STRANGER]) {
      expect((await ask(origin, '/dev/token')).headers.has('access-control-allow-origin')).toBe(false);
      expect((await get('/dev/users', { origin })).status).toBe(403);
    }
  });
});
