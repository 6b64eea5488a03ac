import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING, buildFunctions } from '../../infra/build.ts';
import { runBundle } from '../support/bundle-run.ts';
import { projectRoot } from '../support/source-files.ts';
import { ms, textTable, times } from './table.ts';

/** Starts of each bundle, in turn. */
const STARTS = 15;
/** What is asked of a bundle: bytes of its main file, and its init beside one with only the table client. */
const MOST_BYTES = 600 * 1024;
const MOST_RATIO = 1.8;

/** Handlers that do nothing: what Node itself takes, and what the table client adds to it. */
const BASELINES = {
  'empty handler': 'export const handler = async () => undefined;',
  'table client only': `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    export const handler = async () => [client, GetCommand, PutCommand, QueryCommand, TransactWriteCommand];`,
};

type Started = { name: string; file: string; bytes: number; inits: number[] };

const folder = mkdtempSync(join(tmpdir(), 'sointu-cold-'));
try {
  const started = [...(await baselines()), ...(await functions())];
  for (let start = 0; start < STARTS; start += 1) {
    for (const { file, inits } of started) inits.push((await runBundle(file)).initMs);
    console.error(`… start ${start + 1} of ${STARTS}`);
  }
  console.log(reportOf(started));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function baselines(): Promise<Started[]> {
  const all: Started[] = [];
  for (const [place, [name, contents]] of Object.entries(BASELINES).entries()) {
    const outfile = join(folder, `baseline-${place}`, 'index.js');
    await build({ ...BUNDLING, stdin: { contents, resolveDir: projectRoot }, outfile });
    all.push({ name, file: outfile, bytes: statSync(outfile).size, inits: [] });
  }
  return all;
}

async function functions(): Promise<Started[]> {
  const built = await buildFunctions({ outdir: join(folder, 'functions') });
  return built.map(({ name, file, bytes }) => ({ name, file, bytes, inits: [] }));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function reportOf(started: readonly Started[]): string {
  const [, client] = started;
  const base = medianOf(client?.inits ?? []);
  const rows = started.map(({ name, bytes, inits }) => {
    const init = medianOf(inits);
    const isOver = bytes > MOST_BYTES || init > base * MOST_RATIO;
    return [name, String(Math.round(bytes / 1024)), ms(init), times(init / base), isOver ? 'over' : ''];
  });
  return [
    `Median init of ${STARTS} starts, each in a process of its own. Aims: ${MOST_BYTES / 1024} KB, ${MOST_RATIO} x.`,
    '',
    textTable(['', 'main file KB', 'init ms', 'to client only', ''], rows),
  ].join('\n');
}
