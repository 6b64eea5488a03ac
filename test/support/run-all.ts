import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';
import { countLine, summarise, VitestResult } from './test-result.ts';

/** `npm test [files]`: every test; quiet where it passes; `N passed, N failed` as the last line. */
const folder = mkdtempSync(join(tmpdir(), 'sointu-test-'));
const resultFile = join(folder, 'result.json');

function readResult(): VitestResult | undefined {
  try {
    return VitestResult.parse(JSON.parse(readFileSync(resultFile, 'utf8')));
  } catch {
    return undefined;
  }
}

const reporters = ['--reporter=minimal', '--reporter=json', `--outputFile.json=${resultFile}`];
const { exitCode } = await runTool('vitest', ['run', ...reporters, ...process.argv.slice(2)], 'shown');
const summary = summarise(readResult(), exitCode);
rmSync(folder, { recursive: true, force: true });
for (const remark of summary.remarks) console.log(remark);
console.log(countLine(summary));
process.exitCode = summary.exitCode;
