import { beforeAll, describe, expect, test } from 'vitest';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { plusMinutes } from '../../../shared/kernel/instant.ts';
import { sealLog } from '../../../shared/trail/sealing/seal-log.ts';
import { verifyLog } from '../../../shared/trail/verifying/verify-log.ts';
import { storeLine } from '../../../shared/trail/write.ts';
import { memorySealer, someLine } from '../../support/sealing.ts';
import { type TestServices, testServices } from '../../support/services.ts';

const KEUSOTE = ControllerId.parse('KEUSOTE');
const LOIMAA = ControllerId.parse('LOIMAA');

let run: TestServices;
let log: ReturnType<typeof memorySealer>;

async function writeAndSeal(controller: ControllerId, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) await storeLine(run.services, someLine(run.services, controller));
  await sealLog(log.sealer, controller, { begin: plusMinutes(run.clock.now(), -5) });
}

/** Two logs of the same sizes under one archive, each sealed twice. */
beforeAll(async () => {
  run = await testServices();
  log = memorySealer(run.services);
  for (const count of [3, 4]) {
    for (const controller of [KEUSOTE, LOIMAA]) await writeAndSeal(controller, count);
    run.clock.advance(1);
  }
});

const everything = () => new Map([...log.locked, ...log.fresh]);

/** What is found in a copy after somebody did something to it. */
async function found(spoil: (files: Map<string, Buffer>) => void, controller = KEUSOTE): Promise<string[]> {
  const files = everything();
  spoil(files);
  const copy = {
    get: async (name: string) => files.get(name),
    names: async (begins: string) => [...files.keys()].filter((name) => name.startsWith(begins)).sort(),
  };
  const { findings } = await verifyLog(copy, controller, await log.sealer.keyOf(controller));
  return [...new Set(findings.map(({ kind }) => kind))];
}

/** What stands for the log as it is now: overtaken tiles are of no log any more. */
const standing = (): string[] =>
  [...everything().keys()].filter(
    (name) => name.startsWith(`log/${KEUSOTE}/`) && !/\.p\/(?!7$)|\/looked$|\/pending\//.test(name),
  );

describe('whoever reaches the archive', () => {
  test('and puts an object of one controller into another’s place is found, whichever it is', async () => {
    expect(standing().length).toBeGreaterThan(4);
    for (const name of standing()) {
      const others = everything().get(name.replace(KEUSOTE, LOIMAA)) ?? expect.fail(`${name} stands alone`);
      expect(await found((files) => files.set(name, others)), name).not.toEqual([]);
    }
  });

  test('and takes an object away is found, but for an hourly checkpoint, which later ones stand for', async () => {
    for (const name of standing().filter((one) => !one.includes('/checkpoints/')))
      expect(await found((files) => files.delete(name)), name).not.toEqual([]);
  });

  test('and exchanges two whole logs is found in both', async () => {
    const exchange = (files: Map<string, Buffer>): void => {
      for (const [name, bytes] of everything()) {
        if (name.includes(KEUSOTE)) files.set(name.replace(KEUSOTE, LOIMAA), bytes);
        if (name.includes(LOIMAA)) files.set(name.replace(LOIMAA, KEUSOTE), bytes);
      }
    };
    expect(await found(exchange)).toContain('wrongKey');
    expect(await found(exchange, LOIMAA)).toContain('wrongKey');
  });
});

describe('the sealer goes on rightly after', () => {
  test('its newest checkpoint was rolled back or taken away', async () => {
    const name = `log/${KEUSOTE}/checkpoint`;
    const before = log.fresh.get(name);
    await writeAndSeal(KEUSOTE, 1);
    for (const stands of [before, undefined]) {
      if (stands === undefined) log.fresh.delete(name);
      else log.fresh.set(name, stands);
      await writeAndSeal(KEUSOTE, 0);
      expect(await found(() => undefined)).toEqual([]);
    }
  });

  test('the clock was set back: what is written by it is sealed, once', async () => {
    const now = run.clock.now();
    run.clock.set(plusMinutes(now, -90));
    const begin = plusMinutes(now, -5);
    await storeLine(run.services, someLine(run.services, KEUSOTE));
    expect(await sealLog(log.sealer, KEUSOTE, { begin })).toMatchObject({ sealed: 1 });
    run.clock.advance(30);
    await storeLine(run.services, someLine(run.services, KEUSOTE));
    run.clock.set(plusMinutes(now, 1));
    expect(await sealLog(log.sealer, KEUSOTE, { begin })).toMatchObject({ sealed: 1 });
    expect(await found(() => undefined)).toEqual([]);
  });

  test('two sealed at once, and one of them was killed', async () => {
    for (const count of [0, 1, 2, 4]) {
      for (let nth = 0; nth < 2; nth += 1) await storeLine(run.services, someLine(run.services, LOIMAA));
      const begin = plusMinutes(run.clock.now(), -5);
      log.failAfter(count);
      await Promise.allSettled([
        sealLog(log.sealer, LOIMAA, { begin }),
        sealLog(log.sealer, LOIMAA, { begin }),
      ]);
      log.failAfter(Number.POSITIVE_INFINITY);
    }
    await sealLog(log.sealer, LOIMAA, { begin: plusMinutes(run.clock.now(), -5) });
    expect(await found(() => undefined, LOIMAA)).toEqual([]);
    expect(log.fresh.get(`log/${LOIMAA}/checkpoint`)?.toString('utf8')).toContain('\n15\n');
  });
});
