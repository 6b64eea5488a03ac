import { beforeEach, describe, expect, test } from 'vitest';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { plusMinutes } from '../../../shared/kernel/instant.ts';
import { type Cosigning, cosignedFolder, cosignLogs } from '../../../shared/trail/cosigning/cosign-logs.ts';
import { hourlyName } from '../../../shared/trail/sealing/places.ts';
import { sealLog } from '../../../shared/trail/sealing/seal-log.ts';
import { verifyCosigned } from '../../../shared/trail/verifying/verify-cosigned.ts';
import { storeLine } from '../../../shared/trail/write.ts';
import { memorySealer, someLine } from '../../support/sealing.ts';
import { type TestServices, testServices } from '../../support/services.ts';
import { testWitness } from '../../support/test-witness.ts';

/** Another authority signs each hour what the log was: a log that is rolled back, or shown two ways, is found. */

const LOG = ControllerId.parse('KEUSOTE');
let test0: TestServices;
let kept: ReturnType<typeof memorySealer>;
let witness: ReturnType<typeof testWitness>;
let cosigning: Cosigning;

beforeEach(async () => {
  test0 = await testServices();
  test0.services.logged = () => {};
  kept = memorySealer(test0.services);
  witness = testWitness(await kept.sealer.keyOf(LOG));
  cosigning = {
    clock: test0.clock,
    log: test0.services.log,
    archive: kept.sealer.archive,
    fresh: kept.sealer.fresh,
    post: (url, body) => witness.post(url, body),
    cosigners: [{ url: 'https://witness.example/', key: witness.key }],
  };
});

async function hourWith(lines: number): Promise<void> {
  const { services, clock } = test0;
  const written = Array.from({ length: lines }, () => someLine(services, LOG));
  await Promise.all(written.map((line) => storeLine(services, line)));
  await sealLog(kept.sealer, LOG, { begin: clock.now(), again: true });
  clock.advance(60);
}
const run = () => cosignLogs(cosigning, [LOG]);
const copy = {
  get: async (name: string) => kept.locked.get(name) ?? kept.fresh.get(name),
  names: async (begins: string) =>
    [...kept.locked.keys()].filter((name) => name.startsWith(begins)).toSorted(),
};
const checked = async () => verifyCosigned(copy, LOG, await kept.sealer.keyOf(LOG), witness.key);
const errors = () => test0.logged.filter(({ level }) => level === 'error').map(({ code }) => code);

test('each hour’s checkpoint is cosigned once, with the proof that it has grown, and stands beside it', async () => {
  await hourWith(3);
  expect(await run()).toEqual({ cosigned: 1, failed: 0 });
  expect(await run()).toEqual({ cosigned: 0, failed: 0 });
  expect(witness.asked).toHaveLength(1);
  await hourWith(300);
  // The tree has grown since the hour whose checkpoint is cosigned.
  await storeLine(test0.services, someLine(test0.services, LOG));
  await sealLog(kept.sealer, LOG, { begin: test0.clock.now(), again: true });
  expect(await run()).toEqual({ cosigned: 1, failed: 0 });
  expect(witness.asked.at(-1)).toMatch(/^old 3\n/);
  expect(await checked()).toMatchObject({ cosigned: 2, found: 0 });
  expect(errors()).toEqual([]);
});

test('what is listed does not grow with the years of a log, and a log that stood still for months is found all the same', async () => {
  const hours = `log/${LOG}/checkpoints/`;
  for (let day = 1; day <= 28; day += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const name = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T09`;
      kept.locked.set(`${hours}${name}`, Buffer.from('of years ago'));
    }
  }
  for (let hour = 0; hour < 9; hour += 1) {
    await hourWith(1);
    await run();
  }
  await hourWith(1);
  let listed = 0;
  const list = cosigning.archive.list.bind(cosigning.archive);
  cosigning.archive.list = async (begins, after) => {
    const page = await list(begins, after);
    listed += page.names.length;
    return page;
  };
  expect(await run()).toEqual({ cosigned: 1, failed: 0 });
  expect(listed).toBeLessThan(60);
  test0.clock.advance(90 * 24 * 60);
  expect(await run()).toEqual({ cosigned: 0, failed: 0 });
  expect(errors()).toEqual([]);
});

test('a witness that knows more than we remember is asked again from there', async () => {
  await hourWith(2);
  await run();
  for (const name of [...kept.locked.keys()].filter((one) => one.includes('/cosigned/')))
    kept.locked.delete(name);
  await hourWith(2);
  expect(await run()).toEqual({ cosigned: 1, failed: 0 });
  expect(witness.asked.slice(-2).map((body) => body.split('\n')[0])).toEqual(['old 0', 'old 2']);
});

describe('a witness that does not answer', () => {
  test('stops no sealing, and is an alarm after six hours', async () => {
    cosigning.post = async () => Promise.reject(new Error('down'));
    await hourWith(1);
    expect(await run()).toEqual({ cosigned: 0, failed: 1 });
    expect(errors()).toEqual([]);
    test0.clock.advance(7 * 60);
    await run();
    expect(errors()).toEqual(['COSIGNING_LATE']);
    expect(witness.knows()).toBeUndefined();
  });

  test('or answers with what does not verify, has cosigned nothing', async () => {
    await hourWith(1);
    cosigning.post = async (url, body) => {
      const answer = await witness.post(url, body);
      const { body: told } = answer;
      const changed = told.at(-20) === 'A' ? 'B' : 'A';
      return { ...answer, body: `${told.slice(0, -20)}${changed}${told.slice(-19)}` };
    };
    expect(await run()).toEqual({ cosigned: 0, failed: 1 });
    expect([...kept.locked.keys()].filter((name) => name.includes('/cosigned/'))).toEqual([]);
  });
});

test('a log that was made anew is not cosigned, and what was cosigned before shows it', async () => {
  await hourWith(3);
  await run();
  const hour = hourlyName(LOG, plusMinutes(test0.clock.now(), -60));
  // Whoever holds the signing key makes another log of the same name.
  const other = await testServices();
  other.services.logged = () => {};
  const anew = memorySealer(other.services);
  for (let nth = 0; nth < 4; nth += 1) await storeLine(other.services, someLine(other.services, LOG));
  await sealLog(anew.sealer, LOG, { begin: other.clock.now(), again: true });
  const cosigned = [...kept.locked].filter(([name]) => name.startsWith(cosignedFolder(LOG, witness.key)));
  kept.locked.clear();
  kept.fresh.clear();
  for (const [name, bytes] of [...anew.locked, ...cosigned]) kept.locked.set(name, bytes);
  for (const [name, bytes] of anew.fresh) kept.fresh.set(name, bytes);
  expect(await checked()).toMatchObject({ cosigned: 0, findings: [{ kind: 'fork' }] });
  expect(kept.locked.has(hour)).toBe(true);
  for (const [name] of cosigned) kept.locked.delete(name);
  expect(await run()).toEqual({ cosigned: 0, failed: 1 });
});
