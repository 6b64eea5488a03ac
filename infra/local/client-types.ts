import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '../../functions/modules.ts';
import { openApiDocument } from '../../shared/http/openapi.ts';

const folder = join(import.meta.dirname, '..', '..', 'shared', 'api-client');

/** Where the types of the API's client lie. */
export const CLIENT_TYPES = join(folder, 'paths.ts');

/**
 * The types as the register of routes has them now, made by openapi-typescript. It needs a TypeScript with a
 * compiler interface, which the project's own no longer has, so it runs from the client's own packages.
 */
export async function clientTypes(): Promise<string> {
  const generator = join(folder, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
  if (!existsSync(generator)) throw new Error('The generator of the client is not installed: run `npm ci`.');
  const child = spawn(process.execPath, [generator, '--default-non-nullable=false'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const types: string[] = [];
  const complaints: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => types.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      if (exitCode === 0) resolve(types.join(''));
      else reject(new Error(`openapi-typescript ended with ${exitCode}: ${complaints.join('').trim()}`));
    });
    child.stdin.on('error', reject).end(JSON.stringify(openApiDocument(modules)));
  });
}
