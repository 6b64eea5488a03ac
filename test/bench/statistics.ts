import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadCubeHeads } from '../../shared/domain/statistics/cubes/store.ts';
import { monthsOf } from '../../shared/domain/statistics/periods.ts';
import { type Asked, Measured, NAMES, YEAR } from './count-figures.ts';
import { type County, keepNewsOut, newCounty } from './county.ts';
import { fillFacts } from './fill-facts.ts';
import { INHABITANTS } from './invented-facts.ts';
import { PRICES } from './prices.ts';

/** What figures cost: from the facts, from cubes, and to make these; of one simulated county and year. */
export type StatisticsCost = {
  facts: number;
  /** Of the twelve cubes together. */
  cubes: { bytes: number; parts: number; cells: number };
  measured: Record<(typeof NAMES)[number], Measured>;
};

const FACTS_A_YEAR = 1_000_000;

export async function measureStatistics(endpoint: string, isLarge: boolean): Promise<StatisticsCost> {
  const county = await newCounty(endpoint);
  try {
    return await measureCounty(county, endpoint, isLarge ? FACTS_A_YEAR : FACTS_A_YEAR / 10);
  } finally {
    county.end();
  }
}

/** In the order of their names: the cubes are made before they are used. */
async function measureCounty({ world }: County, endpoint: string, count: number): Promise<StatisticsCost> {
  keepNewsOut(world);
  const { controller, services } = world;
  const { records, keys, trail } = services.tables;
  await fillFacts({ endpoint, table: records, controller, period: YEAR, count });
  const measure = (what: Asked['what']): Promise<Measured> =>
    inItsOwnProcess({
      endpoint,
      tables: { records, keys, trail },
      controller,
      now: services.clock.now(),
      what,
    });
  const measured = {
    month: await measure('month'),
    year: await measure('year'),
    making: await measure('making'),
    annual: await measure('annual'),
    report: await measure('report'),
  };
  const heads = await loadCubeHeads({ services, actor: { controller } }, monthsOf(YEAR));
  const sum = (of: (head: (typeof heads)[number]) => number): number =>
    heads.reduce((all, head) => all + of(head), 0);
  return {
    facts: sum((head) => head.facts),
    cubes: {
      bytes: sum(({ bytes }) => bytes),
      parts: sum(({ parts }) => parts),
      cells: sum(({ cells }) => cells),
    },
    measured,
  };
}

/** The most that a process held is of all that it did: each is measured in one that did nothing else. */
async function inItsOwnProcess(asked: Asked): Promise<Measured> {
  const file = join(import.meta.dirname, 'count-figures.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [file, JSON.stringify(asked)]);
  return Measured.parse(JSON.parse(stdout));
}

const COUNTRY = 5_600_000;
/** Whoever looks at figures of past months, each month of the year: a supposition. */
const QUESTIONS_A_YEAR = 12 * 200;
const NIGHTS = 365;
/** Bytes of a fact as it is stored, and its index entries: it has none. */
const FACT_BYTES = 300;

/** A table for people, and on paper what the whole country takes in a year. */
export function statisticsReport({ facts, cubes, measured }: StatisticsCost, euroRate: number): string {
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
    `Each in a process of its own, which held ${measured.month.memoryBeforeMb.toFixed(0)} MB before anything was counted.`,
    `Twelve cubes: ${cubes.cells} cells, ${(cubes.bytes / 1e6).toFixed(2)} MB in ${cubes.parts} parts, ${(cubes.bytes / facts).toFixed(1)} bytes a fact.`,
    `On paper, ${(COUNTRY / 1e6).toFixed(1)} million inhabitants for a year, ${((facts * times) / 1e6).toFixed(0)} million facts (prices of ${PRICES.date}, ${PRICES.writeUnit.source}):`,
    ...Object.entries(usd).map(([what, one]) => `${what} | ${(one * euroRate).toFixed(2)} €`),
  ].join('\n');
}
