import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import { dumpOf, linesOf } from '../support/dump.ts';
import { type Raw, throughGateway } from '../support/gateway.ts';
import { clientBody, newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let worker: Worker;
let clientId: string;
beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, worker, { family: 'Salattu', given: 'Henkilö' }));
  await world.drained();
});

const send = (raw: Raw): Promise<APIGatewayProxyResult> => throughGateway(world, worker, raw);
const code = ({ body }: APIGatewayProxyResult): unknown => JSON.parse(body).code;
const lastLine = async () => (await linesOf(world.services)).at(-1);
const creating = (body: string, more: Partial<Raw> = {}): Promise<APIGatewayProxyResult> =>
  send({ method: 'POST', path: '/v1/clients', body, ...more });
const body = (): string => JSON.stringify(clientBody(world, { family: 'Uhri', given: 'Eino' }));

describe('an address made to lead astray', () => {
  test.each([
    ['climbs', () => `/v1/clients/../access-log/users/${worker.userId}`],
    ['is escaped', () => `/v1/clients/%2e%2e/access-log/users/${worker.userId}`],
    ['holds an escaped slash', () => `/v1/clients/${clientId}%2Fbase-data%2Fhistory`],
    ['holds an escaped nothing', () => `/v1/clients/${clientId}%00`],
    ['ends in a slash', () => `/v1/clients/${clientId}/`],
    ['holds two slashes', () => `/v1//clients/${clientId}`],
    ['holds a key sign', () => `/v1/clients/${clientId}#z`],
    ['holds a query', () => `/v1/clients/${clientId}?x=1`],
    ['holds half of a pair', () => `/v1/clients/${clientId}\uD800`],
    ['is very long', () => `/v1/clients/${'A'.repeat(10_000)}`],
    ['has another letter case', () => `/V1/CLIENTS/${clientId}`],
  ])('that %s is no address', async (_, path) => {
    const told = await send({ path: path() });
    expect([told.statusCode, code(told)]).toEqual([404, 'request.notFound']);
  });

  test('that names an inherited property is none either', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect((await send({ path: `/v1/clients/${name}` })).statusCode).toBe(400);
      expect((await send({ path: `/v1/clients/${clientId}/${name}` })).statusCode).toBe(404);
    }
  });

  test('is not opened by writing the id in small letters', async () => {
    const told = await send({ path: `/v1/clients/${clientId.toLowerCase()}` });
    expect([told.statusCode, code(told)]).toEqual([400, 'request.invalid']);
  });

  test.each(['HEAD', 'OPTIONS', 'TRACE', 'DELETE', 'get', '__proto__'])(
    'is not asked by %s, and says what is allowed',
    async (method) => {
      const told = await send({ method, path: `/v1/clients/${clientId}` });
      expect([told.statusCode, code(told)]).toEqual([405, 'request.methodNotAllowed']);
      expect(told.headers?.['allow']).toBe('GET');
    },
  );
});

describe('a body made to lead astray', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('changes no object of ours by %s', async (name) => {
    const planted = JSON.stringify({ [`x${name}`]: { polluted: true } }).replace(`x${name}`, name);
    for (const text of [
      body().replace('{', `{${planted.slice(1, -1)},`),
      body().replace('"baseData":{', `"baseData":{${planted.slice(1, -1)},`),
      body().replace('"name":{', `"name":{${planted.slice(1, -1)},`),
    ]) {
      const told = await creating(text);
      expect(told.statusCode).toBe(400);
      expect(code(told)).toBe(name === '__proto__' ? 'request.malformed' : 'request.invalid');
    }
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('of bytes that are no UTF-8 is refused: what they said would be lost', async () => {
    const latin = Buffer.from(body().replace('Eino', 'Ei\u00e4o'), 'latin1').toString('base64');
    const told = await creating(latin, { base64: true });
    expect([told.statusCode, code(told)]).toEqual([400, 'request.malformed']);
  });

  test('of half a character is refused, at any depth and in a name too', async () => {
    for (const text of [body().replace('Eino', 'E\\ud800no'), body().replace('"given"', '"giv\\uDFFFen"')]) {
      const told = await creating(text);
      expect([told.statusCode, code(told)]).toEqual([400, 'request.malformed']);
    }
    expect((await creating(body().replace('Eino', 'E\\ud83d\\ude00no'))).statusCode).toBe(201);
  });

  test('that is packed, or of another alphabet, is refused', async () => {
    const packed = await creating(gzipSync(body()).toString('base64'), { base64: true });
    expect(code(packed)).toBe('request.malformed');
    const utf16 = await creating(body(), { headers: { 'Content-Type': 'application/json; charset=utf-16' } });
    expect(code(utf16)).toBe('request.unsupportedType');
  });

  test('that is base64 of JSON is read as JSON, whatever the case of its type', async () => {
    const text = JSON.stringify(clientBody(world, { family: 'Kuusi', given: 'Neljä' }));
    const told = await creating(Buffer.from(text).toString('base64'), {
      base64: true,
      headers: { 'Content-Type': 'Application/JSON; Charset="UTF-8"' },
    });
    expect(told.statusCode).toBe(201);
  });

  test('with a field said twice says it once, and with a number past 2^53 nothing', async () => {
    const twice = await send({
      method: 'POST',
      path: '/v1/clients/search',
      body: '{"name":"uhri eino","name":{"$gt":""}}',
    });
    expect(code(twice)).toBe('request.invalid');
    const told = await creating(body().replace('"unitId"', '"notDuplicateOf":[9007199254740993],"unitId"'));
    expect(code(told)).toBe('request.invalid');
  });

  test('that is wrong everywhere is not answered by more than a bounded list', async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`field-${index}-${'x'.repeat(20)}`, 1]),
    );
    const wrong = {
      ...clientBody(world, { family: 'A', given: 'B' }),
      ...fields,
      notDuplicateOf: Array.from({ length: 5000 }, () => 1),
    };
    const told = await creating(JSON.stringify(wrong));
    expect(told.statusCode).toBe(400);
    expect(told.body.length).toBeLessThan(60_000);
  });
});

describe('headers and queries made to lead astray', () => {
  test('a query word said twice is not the first, nor the last, but refused', async () => {
    const told = await send({
      path: `/v1/clients/${clientId}/base-data/history`,
      query: { limit: ['1', '50'] },
    });
    expect([told.statusCode, code(told)]).toEqual([400, 'request.invalid']);
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty'])('the query word %s is unknown', async (name) => {
    const query: Record<string, string[]> = Object.fromEntries([[name, ['1']]]);
    const told = await send({ path: `/v1/clients/${clientId}`, query });
    expect([told.statusCode, code(told)]).toEqual([400, 'request.invalid']);
  });

  test('no header of the caller comes back, and the request id is the gateway’s', async () => {
    const told = await send({
      path: `/v1/clients/${clientId}`,
      headers: {
        Origin: 'https://evil.example',
        'X-Request-Id': 'mine\r\nset-cookie: a=b',
        'Accept-Language': 'en\r\nx-evil: 1',
        'X-Forwarded-For': '8.8.8.8',
      },
    });
    expect(told.statusCode).toBe(200);
    expect(told.headers?.['x-request-id']).toBe('gateway-id');
    expect(JSON.stringify(told.headers)).not.toMatch(/evil|set-cookie|mine/);
    expect(told.headers).not.toHaveProperty('access-control-allow-origin');
    expect(await lastLine()).toMatchObject({ sourceIPAddress: '127.0.0.1', requestId: 'gateway-id' });
  });

  test('an origin of the settings may read the answer, and no store may keep it', async () => {
    const told = await send({
      path: `/v1/clients/${clientId}`,
      headers: { Origin: 'https://front.example.fi' },
    });
    expect(told.headers).toMatchObject({
      'access-control-allow-origin': 'https://front.example.fi',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: 'origin',
    });
  });

  test('a very long user agent neither stops the line nor fills it', async () => {
    const told = await send({
      path: `/v1/clients/${clientId}`,
      headers: { 'User-Agent': `${'a'.repeat(199)}😀${'b'.repeat(9000)}` },
    });
    expect(told.statusCode).toBe(200);
    const line = await lastLine();
    expect(line?.userAgent).toHaveLength(200);
    expect(line?.userAgent.isWellFormed()).toBe(true);
  });

  test('neither path, query nor body stands in any line or message', async () => {
    await send({ path: `/v1/clients/${clientId}`, query: { search: ['Salainenhaku'] } });
    await send({
      method: 'POST',
      path: '/v1/clients/search',
      body: JSON.stringify({ name: 'Salainenhaku Nimi' }),
    });
    expect(JSON.stringify(await dumpOf(world.services, 'trail'))).not.toMatch(/salainenhaku/i);
    expect(JSON.stringify(world.logged)).not.toMatch(/salainenhaku/i);
  });
});

describe('guessing', () => {
  test('a client of another controller answers as one who does not exist, to the letter', async () => {
    const stranger = await world.worker('broadResponsibility', { controller: world.otherController });
    const told = await stranger.call('GET', `/v1/clients/${clientId}`);
    const nobody = await stranger.call('GET', '/v1/clients/01KBN4PZ0000000000000000ZZ');
    const without = (text = ''): string => text.replace(/"requestId":"[^"]*"/, '');
    expect(told.status).toBe(404);
    expect(without(told.body)).toBe(without(nobody.body));
    expect(told.headers).toEqual(nobody.headers);
  });

  test("and the try lies in the log of the controller whose worker tried, not in the client's own", async () => {
    const stranger = await world.worker('broadResponsibility', { controller: world.otherController });
    await stranger.call('GET', `/v1/clients/${clientId}`);
    expect(
      (await linesOf(world.services)).findLast(({ userIdentity }) => userIdentity.userId === stranger.userId),
    ).toMatchObject({
      controller: 'LOIMAA',
      clients: [],
      resources: [{ kind: 'client', id: clientId }],
      outcome: { result: 'refused', code: 'request.notFound' },
    });
  });

  test("a worker of one controller finds nobody of another's by code or name", async () => {
    const stranger = await world.worker('broadResponsibility', { controller: world.otherController });
    await newClient(
      world,
      worker,
      { family: 'Koodillinen', given: 'Veera' },
      { personalIdentityCode: '010190-900P', birthDate: undefined },
    );
    await world.drained();
    for (const question of [{ personalIdentityCode: '010190-900P' }, { name: 'koodillinen veera' }]) {
      const told = await stranger.call('POST', '/v1/clients/search', { body: question });
      expect(told.json).toEqual({ hits: [] });
    }
  });
});
