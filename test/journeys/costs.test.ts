import { expect, test } from 'vitest';
import { countWithKeys } from '../bench/count.ts';
import { FLOOR } from '../bench/floor.ts';
import type { Operation } from '../bench/operation.ts';
import { OPERATIONS, type OperationName } from '../bench/operations.ts';
import { setStage } from '../bench/stage.ts';
import { testWorld } from '../support/world.ts';

/**
 * What each operation costs, counted: these figures are the same on every machine. `above` is how much more
 * than the floor on paper that is; docs/decisions/0030-costs.md says why, line by line.
 */
type Held = {
  /** Sequential steps with all keys in memory, and without the client's. */
  steps: [number, number];
  /** The same, and in a function that has just started. */
  kmsCalls: [number, number, number];
  readUnits: number;
  writeUnits: number;
  laterUnits: number;
  above: Partial<Record<'steps' | 'kmsCalls' | 'readUnits' | 'writeUnits' | 'laterUnits', number>>;
};

const HELD: Record<OperationName, Held> = {
  createClient: {
    steps: [4, 4],
    kmsCalls: [1, 1, 3],
    readUnits: 5,
    writeUnits: 20,
    laterUnits: 28,
    above: { steps: 1, readUnits: 4, writeUnits: 4, laterUnits: 18 },
  },
  openFile: {
    steps: [2, 2],
    kmsCalls: [0, 1, 2],
    readUnits: 14,
    writeUnits: 3,
    laterUnits: 5,
    above: { readUnits: 1, writeUnits: 2, laterUnits: 3 },
  },
  appendNote: {
    steps: [2, 3],
    kmsCalls: [0, 1, 2],
    readUnits: 6,
    writeUnits: 14,
    laterUnits: 8,
    above: { readUnits: 3, writeUnits: 4, laterUnits: 6 },
  },
  finaliseDocument: {
    steps: [4, 5],
    kmsCalls: [0, 1, 2],
    readUnits: 9,
    writeUnits: 12,
    laterUnits: 7,
    above: { steps: 2, readUnits: 4, writeUnits: 2, laterUnits: 5 },
  },
  searchByCode: {
    steps: [3, 3],
    kmsCalls: [0, 0, 2],
    readUnits: 3.5,
    writeUnits: 1,
    laterUnits: 8,
    above: { laterUnits: 6 },
  },
  worklist: {
    steps: [3, 3],
    kmsCalls: [0, 0, 1],
    readUnits: 48,
    writeUnits: 3,
    laterUnits: 54,
    above: { steps: 1, readUnits: 31.5, writeUnits: 1, laterUnits: 27 },
  },
  clientsLog: {
    steps: [2, 2],
    kmsCalls: [0, 0, 1],
    readUnits: 8,
    writeUnits: 1,
    laterUnits: 5,
    above: { laterUnits: 3 },
  },
  finaliseForm: {
    steps: [3, 4],
    kmsCalls: [0, 1, 2],
    readUnits: 10,
    writeUnits: 16,
    laterUnits: 12,
    above: { steps: 1, readUnits: 3, writeUnits: 6, laterUnits: 10 },
  },
  printForm: {
    steps: [3, 3],
    kmsCalls: [0, 1, 1],
    readUnits: 10,
    writeUnits: 1,
    laterUnits: 5,
    above: { steps: 1, readUnits: 2, laterUnits: 3 },
  },
  searchFile: {
    steps: [5, 6],
    kmsCalls: [0, 1, 2],
    readUnits: 53,
    writeUnits: 2,
    laterUnits: 8,
    above: { steps: 2, readUnits: 27, laterUnits: 6 },
  },
  glance: {
    steps: [2, 2],
    kmsCalls: [0, 1, 1],
    readUnits: 19,
    writeUnits: 3,
    laterUnits: 5,
    above: { readUnits: 7, writeUnits: 1, laterUnits: 3 },
  },
  timeline: {
    steps: [3, 3],
    kmsCalls: [0, 0, 1],
    readUnits: 21,
    writeUnits: 3,
    laterUnits: 5,
    above: { steps: 1, readUnits: 2, writeUnits: 1, laterUnits: 3 },
  },
  deadlinesOfUnit: {
    steps: [3, 3],
    kmsCalls: [0, 0, 1],
    readUnits: 65.5,
    writeUnits: 5,
    laterUnits: 54,
    above: { steps: 1, readUnits: 50, writeUnits: 3, laterUnits: 27 },
  },
  issueDecision: {
    steps: [4, 4],
    kmsCalls: [0, 1, 3],
    readUnits: 13,
    writeUnits: 32,
    laterUnits: 22,
    above: { steps: 1, readUnits: 5, writeUnits: 16, laterUnits: 16 },
  },
  printDecision: {
    steps: [3, 3],
    kmsCalls: [0, 1, 1],
    readUnits: 7,
    writeUnits: 2,
    laterUnits: 5,
    above: { steps: 1, readUnits: 1, writeUnits: 1, laterUnits: 3 },
  },
};
const rows = Object.entries(HELD) as [OperationName, Held][];

test.each(rows)('%s costs the calls and units it is known to cost, on any machine', async (name, held) => {
  const stage = await setStage(await testWorld({ rows: true }));
  const operation: Operation = OPERATIONS[name];
  const { warm, cold, started } = await countWithKeys(stage, await operation.prepare(stage));
  const { above: _above, ...figures } = held;
  expect({
    steps: [warm.steps, cold.steps],
    kmsCalls: [warm.kmsCalls, cold.kmsCalls, started.kmsCalls],
    readUnits: warm.readUnits,
    writeUnits: warm.writeUnits,
    laterUnits: warm.laterUnits,
  }).toEqual(figures);
});

test.each(rows)('%s costs no more above the floor than is explained', (name, held) => {
  const { steps, kmsCalls, readUnits, writeUnits, laterUnits } = FLOOR[name];
  const above = {
    steps: Math.max(held.steps[0] - steps.warm, held.steps[1] - steps.cold),
    kmsCalls: Math.max(held.kmsCalls[0] - kmsCalls.warm, held.kmsCalls[1] - kmsCalls.cold),
    readUnits: held.readUnits - readUnits,
    writeUnits: held.writeUnits - writeUnits,
    laterUnits: held.laterUnits - laterUnits,
  };
  const worse = Object.fromEntries(Object.entries(above).filter(([, more]) => more > 0));
  expect(worse).toEqual(held.above);
});

test('a glance at a file is one round of reads beside each other too, however much is under way', async () => {
  const stage = await setStage(await testWorld({ rows: true }));
  const { warm } = await countWithKeys(stage, await OPERATIONS.glance.prepare(stage));
  expect(warm.calls).toEqual({ GetItem: 1, Query: 4, BatchGetItem: 1, PutItem: 1 });
  expect(warm.steps).toBe(2);
});

test('opening a file is one round of reads beside each other, then the log line', async () => {
  const stage = await setStage(await testWorld({ rows: true }));
  const { warm } = await countWithKeys(stage, await OPERATIONS.openFile.prepare(stage));
  expect(warm.calls).toEqual({ GetItem: 1, Query: 2, PutItem: 1 });
  expect(warm.steps).toBe(2);
});
