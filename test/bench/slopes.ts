import { countWithKeys } from './count.ts';
import { type County, keepNewsOut, newCounty } from './county.ts';
import { fillClients } from './fill-clients.ts';
import { fillDeadlines } from './fill-deadlines.ts';
import { fillDocuments } from './fill-documents.ts';
import { fillGrants } from './fill-grants.ts';
import { fillLines } from './fill-lines.ts';
import { fillNotes } from './fill-notes.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { fewer, measureInTurn, type Samples, type Timing } from './sample.ts';
import { type Stage, setStage } from './stage.ts';

/** How one operation behaves as something grows. A flat curve has a ratio of one. */
export type Slope = { title: string; operation: OperationName; points: Point[] };
export type Point = { size: number; timing: Timing; readUnits: number; writeUnits: number; ratio: number };

type Growth = {
  title: string;
  /** The first is what the others are compared with. */
  sizes: readonly number[];
  operations: readonly OperationName[];
  /** Makes a county of that size. */
  grow(county: County, size: number): Promise<Stage>;
};

/** An opened file shows twenty entries, so that ten cost less and are no measure of the curve: they come second. */
const NOTES: Growth = {
  title: 'notes of the client',
  sizes: [100, 10, 10_000],
  operations: ['openFile', 'appendNote'],
  async grow(county, size) {
    const own = Math.min(size, 25);
    const stage = await setStage(county.world, own);
    await fillNotes(county, stage, size - own);
    return stage;
  },
};

const clients = (sizes: readonly number[]): Growth => ({
  title: 'clients of the register',
  sizes,
  operations: ['openFile', 'searchByCode', 'createClient'],
  async grow(county, size) {
    const stage = await setStage(county.world);
    await fillClients(county, stage, size - 1);
    return stage;
  },
});

const GRANTS: Growth = {
  title: 'grants of the worker',
  sizes: [1, 200, 1_000],
  operations: ['openFile'],
  async grow(county, size) {
    const stage = await setStage(county.world);
    await fillGrants(county, stage, size);
    return stage;
  },
};

const DOCUMENTS: Growth = {
  title: 'documents of the client',
  sizes: [100, 10, 10_000],
  operations: ['timeline', 'glance', 'searchFile'],
  async grow(county, size) {
    const stage = await setStage(county.world);
    await fillDocuments(county, stage, size);
    return stage;
  },
};

const DEADLINES: Growth = {
  title: 'times that run in the unit',
  sizes: [50, 5_000],
  operations: ['deadlinesOfUnit'],
  async grow(county, size) {
    const stage = await setStage(county.world);
    await fillDeadlines(county, size);
    return stage;
  },
};

const lines = (sizes: readonly number[]): Growth => ({
  title: 'other lines of the access log',
  sizes,
  operations: ['clientsLog'],
  async grow(county, size) {
    const stage = await setStage(county.world);
    await fillLines(county, stage, size);
    return stage;
  },
});

export type SlopeSettings = Samples & { isLarge: boolean };

export async function measureSlopes(endpoint: string, settings: SlopeSettings): Promise<Slope[]> {
  const register = clients(settings.isLarge ? [1_000, 10_000, 100_000] : [1_000, 10_000]);
  const log = lines([1_000, 30_000, 300_000, ...(settings.isLarge ? [3_000_000] : [])]);
  const slopes: Slope[] = [];
  for (const growth of [NOTES, register, GRANTS, DOCUMENTS, DEADLINES, log]) {
    slopes.push(...(await measureGrowth(endpoint, growth, settings)));
  }
  return slopes;
}

async function measureGrowth(endpoint: string, growth: Growth, settings: SlopeSettings): Promise<Slope[]> {
  const grown: Grown[] = [];
  for (const size of growth.sizes) {
    const county = await newCounty(endpoint);
    const stage = await growth.grow(county, size);
    keepNewsOut(county.world);
    grown.push({ size, county, stage });
  }
  const slopes: Slope[] = [];
  for (const operation of growth.operations) {
    const points = await measureAcross(grown, operation, settings);
    slopes.push({ title: growth.title, operation, points });
  }
  for (const { county } of grown) county.end();
  return slopes;
}

type Grown = { size: number; county: County; stage: Stage };

async function measureAcross(
  grown: readonly Grown[],
  operation: OperationName,
  settings: SlopeSettings,
): Promise<Point[]> {
  const measured: Operation = OPERATIONS[operation];
  const prepared = await Promise.all(grown.map(({ stage }) => measured.prepare(stage)));
  const timings = await measureInTurn(prepared, fewer(settings, measured.seldom));
  const points: Point[] = [];
  for (const [place, { size, stage }] of grown.entries()) {
    const [timing, act] = [timings[place], prepared[place]];
    if (timing === undefined || act === undefined) throw new Error('A point was not measured.');
    const { readUnits, writeUnits } = (await countWithKeys(stage, act)).warm;
    const ratio = timing.p50 / (points[0]?.timing ?? timing).p50;
    points.push({ size, timing, readUnits, writeUnits, ratio });
  }
  return points;
}
