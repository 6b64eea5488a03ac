import { runTool } from './run-tool.ts';

/** `npm run check`: everything a machine can say about the sources without running them. */
type Check = { name: string; tool: string; args: string[] };

const checks: Check[] = [
  { name: 'house rules', tool: 'vitest', args: ['run', '--reporter=minimal', 'test/house'] },
  { name: 'types', tool: 'tsc', args: ['--noEmit', '--pretty', 'false', '-p', '.'] },
  {
    name: 'lint',
    tool: 'oxlint',
    args: ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
  },
  { name: 'format', tool: 'biome', args: ['ci', '--colors=off', '.'] },
  { name: 'unused exports', tool: 'knip', args: ['--no-progress', '--no-config-hints'] },
];

/** Two at a time: the checks share two cores with nothing else. */
const LANES = 2;

async function runCheck(check: Check): Promise<boolean> {
  const started = performance.now();
  const { exitCode, output } = await runTool(check.tool, check.args, 'kept');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = exitCode === 0 ? 'ok' : 'FAILED';
  console.log(`${check.name.padEnd(16)}${verdict.padEnd(8)}${seconds.padStart(5)} s`);
  if (exitCode !== 0) console.log(`\n${output.trim()}\n`);
  return exitCode === 0;
}

const waiting = [...checks];
const failed: string[] = [];
async function lane(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    if (!(await runCheck(check))) failed.push(check.name);
  }
}
await Promise.all(Array.from({ length: LANES }, lane));

if (failed.length > 0) {
  console.log(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
