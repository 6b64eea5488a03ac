import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { localServices } from '../../infra/local/services.ts';
import { countFigures } from '../../shared/domain/statistics/count.ts';
import { makeCubes } from '../../shared/domain/statistics/cubes/make.ts';
import { countPeriod } from '../../shared/domain/statistics/cubes/period.ts';
import { countMonth, type Where } from '../../shared/domain/statistics/cubes/store.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { counted } from '../support/counted.ts';

export const YEAR = Period.parse('2025');

/** What is measured, in this order. */
export const NAMES = ['month', 'year', 'making', 'annual', 'report'] as const;

const Asked = z.strictObject({
  endpoint: z.string(),
  tables: z.strictObject({ records: z.string(), keys: z.string(), trail: z.string() }),
  controller: ControllerId,
  now: Instant,
  what: z.enum(NAMES),
});
export type Asked = z.infer<typeof Asked>;

export const Measured = z.strictObject({
  what: z.string(),
  seconds: z.number(),
  /** Of processor time of this process, which other work on the machine does not lengthen much. */
  processorSeconds: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
  /** Of the process before anything was counted. */
  memoryBeforeMb: z.number(),
  mostMemoryMb: z.number(),
});
export type Measured = z.infer<typeof Measured>;

async function oneDefinition(where: Where): Promise<void> {
  const { cubes } = await countPeriod(where, YEAR);
  const [definition] = DEFINITIONS.filter(({ id }) => id === 'servicesGiven');
  if (definition === undefined) throw new Error('There is no such definition.');
  countFigures(definition.measures, cubes);
  countFigures(definition.measures, cubes, 'unit');
}

async function everyDefinition(where: Where): Promise<void> {
  const { cubes } = await countPeriod(where, YEAR);
  for (const { measures, dimensions } of DEFINITIONS) {
    for (const by of [undefined, ...dimensions]) countFigures(measures, cubes, by);
  }
}

const WORK: Record<Asked['what'], { what: string; run: (where: Where) => Promise<unknown> }> = {
  month: { what: 'a month from its facts', run: (where) => countMonth(where, '2025-03') },
  year: { what: 'a year from its facts', run: oneDefinition },
  making: { what: 'the cubes of a year', run: makeCubes },
  annual: { what: 'a definition over a year from cubes', run: oneDefinition },
  report: { what: 'every definition over a year from cubes, in every division', run: everyDefinition },
};

/** What this process held at most: as Linux keeps it of the program that runs, elsewhere as it is told of the process. */
function mostMemoryMb(): number {
  const file = '/proc/self/status';
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kilobytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return (kilobytes * 1024) / 1e6;
}

async function measured({ endpoint, tables, controller, now, what: name }: Asked): Promise<Measured> {
  const clock = { now: () => now };
  const run = localServices({ endpoint, tableNames: tables, folder: undefined, modules: [], clock });
  const where: Where = { services: run.services, actor: { controller } };
  const counter = counted(run.services, controller);
  const { what, run: work } = WORK[name];
  const memoryBeforeMb = mostMemoryMb();
  const began = performance.now();
  const processor = process.cpuUsage();
  const { cost } = await counter.costOf(() => work(where));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(processor);
  run.close();
  return {
    what,
    seconds,
    processorSeconds: (user + system) / 1e6,
    readUnits: cost.readUnits,
    writeUnits: cost.writeUnits,
    memoryBeforeMb,
    mostMemoryMb: mostMemoryMb(),
  };
}

if (import.meta.main)
  console.log(JSON.stringify(await measured(Asked.parse(JSON.parse(process.argv[2] ?? '')))));
