import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as z from 'zod';

/** A program and the arguments that come before those of the store itself. */
export interface StoreProgram {
  command: string;
  before: string[];
}

const WrapperPackage = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

function resolve(from: string, request: string): string | undefined {
  try {
    return createRequire(from).resolve(request);
  } catch {
    return undefined;
  }
}

/** The `bin` of the wrapper package: a script for Node, or a program that runs by itself. */
function wrapperProgram(packageFile: string): StoreProgram | undefined {
  const { bin } = WrapperPackage.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  const path = typeof bin === 'string' ? bin : (bin['dynoxide'] ?? Object.values(bin)[0]);
  if (path === undefined) return undefined;
  const file = join(dirname(packageFile), path);
  return /\.[cm]?js$/.test(file)
    ? { command: process.execPath, before: [file] }
    : { command: file, before: [] };
}

/**
 * The embedded DynamoDB: what the `dynoxide` package brings if it is installed, else the program of this
 * platform's own package. Throws a sentence that names both, and the way round them.
 */
export function findDynamoDb(from: string = import.meta.url): StoreProgram {
  const platform = `@dynoxide/${process.platform}-${process.arch}`;
  const executable = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  const wrapper = resolve(from, 'dynoxide/package.json');
  // The wrapper's own binary is preferred to the wrapper, which would be one process more to end.
  for (const origin of wrapper === undefined ? [from] : [wrapper, from]) {
    const packageFile = resolve(origin, `${platform}/package.json`);
    if (packageFile !== undefined) return { command: join(dirname(packageFile), executable), before: [] };
    const program = origin === wrapper ? wrapperProgram(origin) : undefined;
    if (program !== undefined) return program;
  }
  throw new Error(
    `No embedded DynamoDB for this machine: neither the package dynoxide nor ${platform} is installed. ` +
      'Install one of them, or give the address of any DynamoDB-compatible endpoint ' +
      '(SOINTU_DYNAMODB_ENDPOINT).',
  );
}
