import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_TYPES, clientTypes } from '../../infra/local/client-types.ts';
import { createSointuClient, seen, versionOf } from '../../shared/api-client/client.ts';

describe('the types of the client', () => {
  test('are those of the register of routes as it stands', async () => {
    const areCurrent = readFileSync(CLIENT_TYPES, 'utf8') === (await clientTypes());
    expect(
      areCurrent,
      'a route or a schema has changed: run `npm run client` and commit what it writes',
    ).toBe(true);
  });
});

describe('the client', () => {
  const met: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    met.push(request.headers);
    response.writeHead(200, { 'content-type': 'application/json', etag: '"7"' }).end('{}');
  });
  let baseUrl = '';
  beforeAll(async () => {
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', () => listening());
    });
    const address = server.address();
    if (address !== null && typeof address === 'object') baseUrl = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const params = { path: { clientId: '01KBN4PZ00000000000000000A' } };
  const body = {
    kind: 'supplier',
    from: '2026-01-01',
    content: { organisation: 'Keksitty Oy', source: { kind: 'partner', channel: 'phone' } },
  } as const;
  const lift = { source: { kind: 'client', channel: 'visit' } } as const;

  test('asks for a token before each request, for a token lives for minutes', async () => {
    let minted = 0;
    const client = createSointuClient({ baseUrl, token: async () => `token-${(minted += 1)}` });
    await client.GET('/v1/clients/{clientId}', { params });
    await client.GET('/v1/clients/{clientId}', { params });
    expect(met.splice(0).map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('gives a creating request a key of its own, and leaves the one that a form has made', async () => {
    const client = createSointuClient({ baseUrl, token: 'token', language: 'sv' });
    await client.POST('/v1/providers', { body });
    await client.POST('/v1/providers', { body });
    await client.POST('/v1/providers', {
      params: { header: { 'idempotency-key': 'form-one-0830' } },
      body,
    });
    const headers = met.splice(0);
    const [first, second, third] = headers.map((one) => one['idempotency-key']);
    expect(first).toMatch(/^[\w-]{8,100}$/);
    expect(second).not.toBe(first);
    expect(third).toBe('form-one-0830');
    expect(headers.map((one) => one['accept-language'])).toEqual(['sv', 'sv', 'sv']);
  });

  test('names the version that the user saw, and reads the version that was answered', async () => {
    const client = createSointuClient({ baseUrl, token: 'token' });
    const { response } = await client.POST('/v1/clients/{clientId}/safety-ban/lift', {
      params: { ...params, header: seen(6) },
      body: lift,
    });
    expect(met.splice(0)[0]).toMatchObject({ 'if-match': '"6"' });
    expect(versionOf(response)).toBe(7);
    expect(versionOf(new Response())).toBeUndefined();
  });
});
