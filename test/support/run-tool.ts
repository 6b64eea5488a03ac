import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from './source-files.ts';

export type ToolRun = { exitCode: number | null; output: string };

const binaries = join(projectRoot, 'node_modules', '.bin');

/**
 * Runs an installed tool in the project's root and waits for its end. The tools ask PATH for `node`, so
 * the pinned Node comes first there, also when this was not started by npm. `exitCode` is null when a
 * signal ended it; a tool that can't be started is a failure like any other.
 */
export function runTool(
  name: string,
  args: string[],
  output: 'shown' | 'kept',
  environment: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(join(binaries, name), args, {
      cwd: projectRoot,
      env: { ...process.env, ...environment, PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}` },
      stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const kept: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => kept.push(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => kept.push(text));
    child.on('error', (error) => resolve({ exitCode: 1, output: String(error) }));
    child.on('close', (exitCode) => resolve({ exitCode, output: kept.join('') }));
  });
}
