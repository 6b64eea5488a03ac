import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import { type Comparison, compare } from './compare.ts';
import { newCounty } from './county.ts';
import { disposalReport, measureDisposal } from './disposal.ts';
import { eurosOf } from './euros.ts';
import { measureLog } from './log-costs.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { type BenchResult, reportOf } from './report.ts';
import { measureSafeguards } from './safeguard-costs.ts';
import { fewer } from './sample.ts';
import { type BenchSettings, benchSettings } from './settings.ts';
import { figuresOf } from './signs/figures.ts';
import { measureReported } from './signs/measure.ts';
import { measureSlopes } from './slopes.ts';
import { setStage } from './stage.ts';
import { measureStatistics, statisticsReport } from './statistics.ts';

const NAMES = Object.keys(OPERATIONS) as OperationName[];

/** Measures everything on a store of its own, and says on the way what it is at. */
async function measure(settings: BenchSettings): Promise<BenchResult> {
  const store = await startDynamoDb({ folder: null });
  const say = (what: string): void => console.error(`… ${what}`);
  const samples = { samples: settings.samples, warmUp: Math.ceil(settings.samples / 5) };
  const half = fewer(samples, 2);
  try {
    const county = await newCounty(store.endpoint);
    const stage = await setStage(county.world);
    const operations: Comparison[] = [];
    for (const name of NAMES) {
      say(OPERATIONS[name].title);
      operations.push(await compare(county, stage, name, samples));
    }
    county.end();
    say('safeguards');
    const safeguards = await measureSafeguards(store.endpoint, half);
    say('slopes');
    const slopes = await measureSlopes(store.endpoint, { ...half, isLarge: settings.isLarge });
    say('the sealed log');
    const log = await measureLog(settings.isLarge ? 1_000_000 : 100_000);
    say('signs in the access log');
    const signs = await measureReported();
    const [processor] = cpus();
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: {
        processor: processor?.model ?? 'unknown',
        cores: cpus().length,
        node: process.versions.node,
      },
      operations,
      slopes,
      safeguards,
      log,
      signs,
      euros: eurosOf(operations, settings.euroRate),
      euroRate: settings.euroRate,
    };
  } finally {
    await store.stop();
  }
}

/** What the runs of retention cost, on a store of its own. */
async function measuredDisposal({ isLarge, euroRate }: BenchSettings): Promise<string> {
  const store = await startDynamoDb({ folder: null });
  try {
    return disposalReport(await measureDisposal(store.endpoint, isLarge), euroRate);
  } finally {
    await store.stop();
  }
}

/** What figures cost, on a store of its own. */
async function measuredStatistics({ isLarge, euroRate }: BenchSettings): Promise<string> {
  const store = await startDynamoDb({ folder: null });
  try {
    return statisticsReport(await measureStatistics(store.endpoint, isLarge), euroRate);
  } finally {
    await store.stop();
  }
}

const settings = benchSettings(process.argv.slice(2));
if (settings.onlySigns) {
  console.log(figuresOf(await measureReported()));
} else if (settings.onlyDisposal) {
  console.log(await measuredDisposal(settings));
} else if (settings.onlyStatistics) {
  console.log(await measuredStatistics(settings));
} else {
  const result = await measure(settings);
  mkdirSync(dirname(settings.out), { recursive: true });
  writeFileSync(settings.out, `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(reportOf(result));
  console.log(`\nThe same as JSON: ${settings.out}`);
}
