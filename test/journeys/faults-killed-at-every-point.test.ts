import { beforeEach, expect, test } from 'vitest';
import { storeCopies } from '../../shared/trail/write.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { betweenStore, named, watchedIntake } from '../support/faults.ts';
import { clientBody, newClient } from '../support/new-client.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/**
 * The process dies at every call to the store that a request makes: before the call went out, and after it was done
 * but before anybody heard of it. From then on nothing of the process works, the intake of the log neither.
 * No data without a line, and no line lost.
 */

let world: World;
let worker: Worker;
let clientId: string;
beforeEach(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, worker, { family: 'Salattu', given: 'Henkilö' }));
  await newClient(world, worker, { family: 'Salattu', given: 'Toinen' });
  await world.drained();
  world.clock.advance(1);
});

const WHEN = ['before', 'after'] as const;
type Death = { place: number; when: (typeof WHEN)[number] };

/** Does it in a process that dies there. @returns what was told outside, and how many calls there were. */
async function dying<R>({ place, when }: Death, act: () => Promise<R>): Promise<{ told: R; calls: number }> {
  const { intake } = world.services;
  let calls = 0;
  const { mend } = betweenStore(world.services, async (call) => {
    calls += 1;
    if (calls < place) return call.send();
    watchedIntake(world.services, true);
    if (calls === place && when === 'after') await call.send();
    throw named('ECONNRESET');
  });
  try {
    return { told: await act(), calls };
  } finally {
    mend();
    world.services.intake = intake;
  }
}

/** Dies at each call in turn, until there is none left to die at. */
async function atEveryPoint<R>(act: () => Promise<R>, judge: (told: R, death: Death) => Promise<void>) {
  for (let place = 1; ; place += 1) {
    for (const when of WHEN) {
      const { told, calls } = await dying({ place, when }, act);
      await judge(told, { place, when });
      if (calls < place) return place - 1;
    }
  }
}

test.each([
  ['a file', 'GET', () => `/v1/clients/${clientId}`, undefined],
  ['a search', 'POST', () => '/v1/clients/search', { name: 'salattu' }],
])('%s: what was shown has its line, and what has none was not shown', async (_, method, path, body) => {
  let tries = 0;
  const ask = (): Promise<Told> => {
    tries += 1;
    const headers = { 'user-agent': `try ${tries}` };
    return worker.call(method, path(), { headers, ...(body === undefined ? {} : { body }) });
  };
  const points = await atEveryPoint(ask, async (told, death) => {
    const lines = (await linesOf(world.services)).filter(({ userAgent }) => userAgent === `try ${tries}`);
    if (told.status === 200) {
      expect(lines, JSON.stringify(death)).toMatchObject([{ outcome: { result: 'allowed' } }]);
    } else {
      expect(told.status, JSON.stringify(death)).toBeGreaterThanOrEqual(500);
      expect(told.body).not.toMatch(/Salattu|Henkilö|1980/);
      // The line may stand although nothing was shown: what it tells of was about to be.
      expect(lines.length).toBeLessThanOrEqual(1);
    }
  });
  expect(points).toBeGreaterThan(2);
});

test('a write: it stands with its line or neither stands, and sent again it stands once', async () => {
  let tries = 0;
  const given = (): string => `Yritys${'abcdefghijklmnopqrstuvwxyz'[tries]}`;
  const send = (): Promise<Told> =>
    worker.call('POST', '/v1/clients', {
      key: `key-of-try-${tries}`,
      body: clientBody(world, { family: `Tapettu${'abcdefghijklmnopqrstuvwxyz'[tries]}`, given: given() }),
    });
  const made = async () => {
    const heads = (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'client');
    const lines = (await linesOf(world.services)).filter(
      ({ eventName, outcome, replay }) =>
        eventName === 'ClientCreated' && outcome.result === 'allowed' && replay !== true,
    );
    expect(lines.flatMap(({ clients }) => clients).toSorted()).toEqual(
      heads.map((head) => String(head['clientId'])).toSorted(),
    );
    return heads.length;
  };
  let standing = await made();
  const points = await atEveryPoint(send, async (told, death) => {
    const now = await made();
    expect(now - standing, JSON.stringify(death)).toBeLessThanOrEqual(1);
    if (told.status === 201) expect(now).toBe(standing + 1);
    const again = await send();
    expect(again.status, JSON.stringify(death)).toBe(201);
    expect(await made()).toBe(standing + 1);
    standing += 1;
    tries += 1;
  });
  expect(points).toBeGreaterThan(2);
});

test('the copies of a line: whoever wrote them died, and whoever goes on writes each that is missing, once', async () => {
  world.services.logged = () => undefined;
  await worker.call('POST', '/v1/clients/search', { body: { name: 'salattu' } });
  const line = (await linesOf(world.services)).at(-1);
  if (line === undefined) throw new Error('No line was written.');
  expect(line.clients).toHaveLength(2);
  const copies = async (): Promise<number> =>
    (await dumpOf(world.services, 'trail')).length - (await linesOf(world.services)).length;
  const before = await copies();
  for (const place of [1, 2]) {
    for (const when of WHEN) {
      await dying({ place, when }, () => storeCopies(world.services, line).catch(() => 0));
      expect(await copies()).toBeLessThanOrEqual(before + place);
    }
  }
  await storeCopies(world.services, line);
  expect(await copies()).toBe(before + 2);
});
