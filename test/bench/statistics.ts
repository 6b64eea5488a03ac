import { countFigures } from '../../shared/domain/statistics/count.ts';
import { makeCubes } from '../../shared/domain/statistics/cubes/make.ts';
import { countPeriod } from '../../shared/domain/statistics/cubes/period.ts';
import { countMonth, loadCubeHeads } from '../../shared/domain/statistics/cubes/store.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import { monthsOf, Period } from '../../shared/domain/statistics/periods.ts';
import { counted } from '../support/counted.ts';
import { type County, keepNewsOut, newCounty } from './county.ts';
import { fillFacts } from './fill-facts.ts';
import { INHABITANTS } from './invented-facts.ts';
import { PRICES } from './prices.ts';

/** What figures cost: from the facts, from cubes, and to make these; of one simulated county and year. */
type Measured = {
  what: string;
  seconds: number;
  /** Of processor time of this process, which other work on the machine does not lengthen much. */
  processorSeconds: number;
  readUnits: number;
  writeUnits: number;
  mostMemoryMb: number;
};
export type StatisticsCost = {
  facts: number;
  /** Of the process before anything was counted. */
  memoryBeforeMb: number;
  /** Of the twelve cubes together. */
  cubes: { bytes: number; parts: number; cells: number };
  measured: { month: Measured; year: Measured; making: Measured; annual: Measured; report: Measured };
};

const YEAR = Period.parse('2025');
const FACTS_A_YEAR = 1_000_000;

export async function measureStatistics(endpoint: string, isLarge: boolean): Promise<StatisticsCost> {
  const county = await newCounty(endpoint);
  try {
    return await measureCounty(county, endpoint, isLarge ? FACTS_A_YEAR : FACTS_A_YEAR / 10);
  } finally {
    county.end();
  }
}

async function measureCounty({ world }: County, endpoint: string, count: number): Promise<StatisticsCost> {
  keepNewsOut(world);
  const { controller } = world;
  const table = world.services.tables.records;
  await fillFacts({ endpoint, table, controller, period: YEAR, count });
  const where = { services: world.services, actor: { controller } };
  const counter = counted(world.services, controller);
  const costOf = async (what: string, run: () => Promise<unknown>): Promise<Measured> => {
    const memory = mostMemory();
    const began = performance.now();
    const processor = process.cpuUsage();
    const { cost } = await counter.costOf(run);
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(processor);
    const { readUnits, writeUnits } = cost;
    const processorSeconds = (user + system) / 1e6;
    return { what, seconds, processorSeconds, readUnits, writeUnits, mostMemoryMb: memory.end() };
  };
  const figures = async (): Promise<void> => {
    const { cubes } = await countPeriod(where, YEAR);
    const [definition] = DEFINITIONS.filter(({ id }) => id === 'servicesGiven');
    if (definition === undefined) throw new Error('There is no such definition.');
    countFigures(definition.measures, cubes);
    countFigures(definition.measures, cubes, 'unit');
  };
  const memoryBeforeMb = process.memoryUsage.rss() / 1e6;
  const month = await costOf('a month from its facts', () => countMonth(where, '2025-03'));
  const year = await costOf('a year from its facts', figures);
  const making = await costOf('the cubes of a year', () => makeCubes(where));
  const annual = await costOf('a definition over a year from cubes', figures);
  const report = await costOf('every definition over a year from cubes, in every division', async () => {
    const { cubes } = await countPeriod(where, YEAR);
    for (const { measures, dimensions } of DEFINITIONS) {
      for (const by of [undefined, ...dimensions]) countFigures(measures, cubes, by);
    }
  });
  const heads = await loadCubeHeads(where, monthsOf(YEAR));
  const sum = (of: (head: (typeof heads)[number]) => number): number =>
    heads.reduce((all, head) => all + of(head), 0);
  return {
    facts: sum((head) => head.facts),
    memoryBeforeMb,
    cubes: {
      bytes: sum(({ bytes }) => bytes),
      parts: sum(({ parts }) => parts),
      cells: sum(({ cells }) => cells),
    },
    measured: { month, year, making, annual, report },
  };
}

const SAMPLE_MS = 50;

/** Of this process alone: the store is one of its own. */
function mostMemory(): { end: () => number } {
  let most = process.memoryUsage.rss();
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, SAMPLE_MS);
  return {
    end() {
      clearInterval(timer);
      return Math.max(most, process.memoryUsage.rss()) / 1e6;
    },
  };
}

const COUNTRY = 5_600_000;
/** Whoever looks at figures of past months, each month of the year: a supposition. */
const QUESTIONS_A_YEAR = 12 * 200;
const NIGHTS = 365;
/** Bytes of a fact as it is stored, and its index entries: it has none. */
const FACT_BYTES = 300;

/** A table for people, and on paper what the whole country takes in a year. */
export function statisticsReport(
  { facts, memoryBeforeMb, cubes, measured }: StatisticsCost,
  euroRate: number,
): string {
  const row = (one: Measured): string =>
    [
      one.what,
      one.seconds.toFixed(2),
      one.processorSeconds.toFixed(2),
      one.readUnits.toFixed(0),
      one.writeUnits.toFixed(0),
      one.mostMemoryMb.toFixed(0),
    ].join(' | ');
  // The facts of a year in proportion to the people; a tenth was measured unless all were.
  const times = (COUNTRY / INHABITANTS) * (FACTS_A_YEAR / facts);
  const { making, annual } = measured;
  const usd = {
    // A fact is written in the transaction of its act: two units a kilobyte.
    'facts written with their acts': facts * times * 2 * PRICES.writeUnit.usd,
    'facts stored, and backed up, ten years of them':
      ((facts * times * FACT_BYTES) / 1e9) *
      10 *
      12 *
      (PRICES.storedGbMonth.usd + PRICES.backedUpGbMonth.usd),
    'cubes made once':
      times * (making.readUnits * PRICES.readUnit.usd + making.writeUnits * PRICES.writeUnit.usd),
    // Late facts: the month before is made anew each night for a month, a twelfth of the year.
    'cubes made anew each night': (times * NIGHTS * making.readUnits * PRICES.readUnit.usd) / 12,
    'annual figures asked': times * QUESTIONS_A_YEAR * annual.readUnits * PRICES.readUnit.usd,
  };
  return [
    `Statistics, ${facts} facts of a year: what | seconds | processor seconds | read units | write units | most memory MB`,
    ...Object.values(measured).map(row),
    `Memory before anything was counted: ${memoryBeforeMb.toFixed(0)} MB.`,
    `Twelve cubes: ${cubes.cells} cells, ${(cubes.bytes / 1e6).toFixed(2)} MB in ${cubes.parts} parts, ${(cubes.bytes / facts).toFixed(1)} bytes a fact.`,
    `On paper, ${(COUNTRY / 1e6).toFixed(1)} million inhabitants for a year, ${((facts * times) / 1e6).toFixed(0)} million facts (prices of ${PRICES.date}, ${PRICES.writeUnit.source}):`,
    ...Object.entries(usd).map(([what, one]) => `${what} | ${(one * euroRate).toFixed(2)} €`),
  ].join('\n');
}
