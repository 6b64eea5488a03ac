import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { localServices } from '../../infra/local/services.ts';
import { tableNames } from '../../infra/table.ts';
import { linesOf } from '../support/dump.ts';

const Ready = z.object({ url: z.string(), store: z.string(), token: z.string(), unitId: z.string() });
type Ready = z.infer<typeof Ready>;
const Created = z.object({ clientId: z.string() });
const KILLS = 2;
const WRITERS = 3;
const READERS = 3;

const folder = mkdtempSync(join(tmpdir(), 'sointu-killed-'));
let server: ChildProcess | undefined;
let ready: Ready | undefined;

async function start(): Promise<void> {
  const script = join(import.meta.dirname, '../support/serve.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  for await (const line of createInterface({ input: child.stdout })) {
    ready = Ready.parse(JSON.parse(line));
    return;
  }
  throw new Error('The server ended before it answered.');
}

function endStore(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (thrown) {
    // It was gone before us: its launcher ends it when it can.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}

/** The server and its store at once, by their numbers, without a word of warning. */
async function kill(): Promise<void> {
  const child = server;
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  const stores = readdirSync(folder).flatMap((name) => /^store-(\d+)\.pid$/.exec(name)?.[1] ?? []);
  ready = undefined;
  child?.kill('SIGKILL');
  for (const pid of stores) endStore(Number(pid));
  await gone;
}

afterAll(async () => {
  await kill();
  rmSync(folder, { recursive: true, force: true });
});

type Asked = { method: string; path: string; key?: string; body?: unknown };
type Answered = { status: number; requestId: string; text: string };

/** @returns undefined when no whole answer came. */
async function ask({ method, path, key, body }: Asked): Promise<Answered | undefined> {
  const at = ready;
  if (at === undefined) return pause(5, undefined);
  try {
    const answer = await fetch(`${at.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${at.token}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(5000),
    });
    const text = await answer.text();
    return { status: answer.status, requestId: answer.headers.get('x-request-id') ?? '', text };
  } catch {
    return undefined;
  }
}

/** A word of letters alone, its own for each number. */
const wordOf = (count: number): string =>
  [...String(count).padStart(5, '0')].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');

test('a server killed at work has every write it answered, and a line for every file it showed [L-9.16]', async () => {
  const work = new AbortController();
  const written = new Map<string, string>(); // key of the request -> client
  const unanswered = new Map<string, string>(); // key of the request -> name
  const shown: { clientId: string; requestId: string }[] = [];
  const other: number[] = [];

  const create = (key: string, family: string, unitId: string): Promise<Answered | undefined> =>
    ask({
      method: 'POST',
      path: '/v1/clients',
      key,
      body: {
        baseData: { name: { family, given: 'Testi' }, birthDate: '1980-01-01' },
        source: { kind: 'client', channel: 'visit' },
        unitId,
      },
    });

  let count = 0;
  async function writer(): Promise<void> {
    while (!work.signal.aborted) {
      const unitId = ready?.unitId;
      if (unitId === undefined) await pause(5);
      else {
        count += 1;
        const [key, family] = [`key-of-${count}-request`, `Tapettu${wordOf(count)}`];
        const told = await create(key, family, unitId);
        if (told?.status === 201) written.set(key, Created.parse(JSON.parse(told.text)).clientId);
        else if (told === undefined || told.status >= 500) unanswered.set(key, family);
        else other.push(told.status);
      }
    }
  }
  async function reader(): Promise<void> {
    while (!work.signal.aborted) {
      const clientId = [...written.values()].at(-1 - (shown.length % 5));
      const told =
        clientId === undefined ? undefined : await ask({ method: 'GET', path: `/v1/clients/${clientId}` });
      if (clientId === undefined) await pause(5);
      else if (told?.status === 200) shown.push({ clientId, requestId: told.requestId });
      else if (told !== undefined && told.status < 500) other.push(told.status);
    }
  }

  await start();
  const workers = [
    ...Array.from({ length: WRITERS }, () => writer()),
    ...Array.from({ length: READERS }, () => reader()),
  ];
  for (let round = 1; round <= KILLS; round += 1) {
    const [writes, reads] = [written.size, shown.length];
    while (written.size < writes + 40 || shown.length < reads + 40) await pause(5);
    await kill();
    await start();
  }
  work.abort();
  await Promise.all(workers);
  const at = ready;
  if (at === undefined) throw new Error('The server did not come back.');

  expect(other).toEqual([]);
  expect(written.size).toBeGreaterThanOrEqual(KILLS * 40);

  // What was answered stands, and opens.
  for (const clientId of written.values()) {
    expect((await ask({ method: 'GET', path: `/v1/clients/${clientId}` }))?.status).toBe(200);
  }
  // What was not answered is sent again under its key, and then stands once.
  const again = new Map<string, string>();
  for (const [key, family] of unanswered) {
    const told = await create(key, family, at.unitId);
    expect(told?.status).toBe(201);
    again.set(key, Created.parse(JSON.parse(told?.text ?? '')).clientId);
  }

  const run = localServices({
    endpoint: at.store,
    tableNames: tableNames('killed'),
    folder: undefined,
    modules: [],
  });
  const lines = await linesOf(run.services);
  run.close();
  const opened = new Map(
    lines
      .filter(({ eventName, outcome }) => eventName === 'ClientFileOpened' && outcome.result === 'allowed')
      .map((line) => [line.requestId, line.clients[0]]),
  );
  expect(shown.filter(({ clientId, requestId }) => opened.get(requestId) !== clientId)).toEqual([]);
  const made = lines.filter(
    (line) => line.eventName === 'ClientCreated' && line.outcome.result === 'allowed' && line.replay !== true,
  );
  const timesMade = Map.groupBy(made, (line) => line.clients[0] ?? '');
  const all = [...written.values(), ...again.values()];
  expect(all.filter((clientId) => timesMade.get(clientId)?.length !== 1)).toEqual([]);
  expect(made).toHaveLength(new Set(all).size);
}, 180_000);
