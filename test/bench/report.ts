import type { Comparison } from './compare.ts';
import type { Euros } from './euros.ts';
import type { LogCost } from './log-costs.ts';
import { PRICES } from './prices.ts';
import type { SafeguardCost } from './safeguard-costs.ts';
import { figuresOf } from './signs/figures.ts';
import type { Measured } from './signs/measure.ts';
import type { Slope } from './slopes.ts';
import { ms, textTable, times } from './table.ts';

/** All that one run found out. */
export type BenchResult = {
  date: string;
  machine: { processor: string; cores: number; node: string };
  operations: Comparison[];
  slopes: Slope[];
  safeguards: SafeguardCost[];
  log: LogCost[];
  /** Planted misuse in the access log, found by the signs. */
  signs: Measured[];
  euros: Euros;
  euroRate: number;
};

export function reportOf(result: BenchResult): string {
  const { processor, cores, node } = result.machine;
  return [
    `Measured on ${result.date}: ${processor}, ${cores} cores, Node ${node}, embedded store.`,
    section(
      'Time, in ms: through dispatch, and the same calls made bare (floor)',
      timings(result.operations),
    ),
    section(
      "Counted, and in brackets the floor on paper. Cold: without the client's key; started: without any key",
      counts(result.operations),
    ),
    section('As things grow', slopes(result.slopes)),
    section('Safeguards', safeguards(result.safeguards)),
    section('The sealed log', logCosts(result.log)),
    section(
      'Signs in the access log: planted misuse in quarters they were not tuned with',
      figuresOf(result.signs),
    ),
    section(`Euros at ${PRICES.region}, prices of ${PRICES.date}`, euros(result)),
    ...(isUnverified
      ? ['Prices marked in prices.ts as from memory were not compared with a price list.']
      : []),
  ].join('\n');
}

const isUnverified = Object.values(PRICES).some((price) => typeof price === 'object' && !price.isVerified);

const section = (title: string, text: string): string => `\n${title}\n\n${text}`;

const timings = (operations: readonly Comparison[]): string =>
  textTable(
    ['', 'p50', 'p95', 'p99', 'cpu', 'floor p50', 'p95', 'p99', 'cpu', 'ratio'],
    operations.map(({ title, timing, floorTiming, ratio }) => [
      title,
      ...[timing, floorTiming].flatMap(({ p50, p95, p99, cpu }) => [p50, p95, p99, cpu].map(ms)),
      times(ratio),
    ]),
  );

const counts = (operations: readonly Comparison[]): string =>
  textTable(
    ['', 'steps', 'cold', 'started', 'read units', 'write units', 'later', 'KMS', 'cold', 'started'],
    operations.map(({ title, counted: { warm, cold, started }, floor }) => [
      title,
      beside(warm.steps, floor.steps.warm),
      beside(cold.steps, floor.steps.cold),
      String(started.steps),
      beside(warm.readUnits, floor.readUnits),
      beside(warm.writeUnits, floor.writeUnits),
      beside(warm.laterUnits, floor.laterUnits),
      beside(warm.kmsCalls, floor.kmsCalls.warm),
      beside(cold.kmsCalls, floor.kmsCalls.cold),
      String(started.kmsCalls),
    ]),
  );

const beside = (counted: number, floor: number): string => `${counted} (${floor})`;

const slopes = (all: readonly Slope[]): string =>
  textTable(
    ['', 'size', 'p50', 'p95', 'cpu', 'ratio', 'read units', 'write units'],
    all.flatMap(({ title, operation, points }) =>
      points.map(({ size, timing, ratio, readUnits, writeUnits }) => [
        `${operation}: ${title}`,
        String(size),
        ms(timing.p50),
        ms(timing.p95),
        ms(timing.cpu),
        times(ratio),
        String(readUnits),
        String(writeUnits),
      ]),
    ),
  );

const safeguards = (all: readonly SafeguardCost[]): string =>
  textTable(
    ['', 'with p50', 'without p50', 'ratio', 'with cpu', 'without cpu'],
    all.map((one) => [
      `${one.operation}: ${one.safeguard}`,
      ms(one.with.p50),
      ms(one.without.p50),
      times(one.ratio),
      ms(one.with.cpu),
      ms(one.without.cpu),
    ]),
  );

const logCosts = (all: readonly LogCost[]): string =>
  textTable(
    ['', 'lines', 'seconds', 'µs a line'],
    all.map(({ title, lines, seconds, microsecondsALine }) => [
      title,
      String(lines),
      seconds.toFixed(1),
      microsecondsALine.toFixed(1),
    ]),
  );

function euros({ operations, euros: { perThousand, requestsPerThousand, clientYear } }: BenchResult): string {
  const rows = operations.map(({ name, title }) => [
    title,
    perThousand[name].warm.toFixed(4),
    perThousand[name].cold.toFixed(4),
  ]);
  const table = textTable(['a thousand', 'warm', 'cold'], rows);
  const request = `Gateway, firewall, function and logs: ${requestsPerThousand.toFixed(4)} a thousand requests.`;
  const year = Object.entries(clientYear).map(([what, sum]) => `${what} ${sum.toFixed(5)}`);
  return `${table}\n\n${request}\nOne client for a year, used as usage.ts supposes: ${year.join(', ')}.`;
}
