import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { projectRoot } from './source-files.ts';

/** What came of one start of a bundle in a process of its own. */
const BundleRun = z.object({ initMs: z.number(), answer: z.unknown().optional() });
type BundleRun = z.infer<typeof BundleRun>;

/** As the stacks tell a function, of a deployment that is nowhere. Nothing listens at port 1. */
const ENVIRONMENT = {
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
  SOINTU_RECORDS: 'sointu-records',
  SOINTU_KEYS: 'sointu-keys',
  SOINTU_TRAIL: 'sointu-trail',
  SOINTU_KEY_ALIAS: 'alias/sointu-test',
  SOINTU_ARCHIVE: 'sointu-archive',
  SOINTU_LIBRARY: 'sointu-library',
  SOINTU_DATA_ROLE: 'arn:aws:iam::000000000000:role/sointu-data',
  SOINTU_CONTROLLERS: '["KEUSOTE"]',
  SOINTU_ISSUER: 'https://127.0.0.1:1/pool',
  SOINTU_SCOPE: 'sointu/use',
  SOINTU_CLIENTS: '{"client":"KEUSOTE"}',
  SOINTU_ORIGINS: '[]',
  SOINTU_BUS: 'sointu-bus',
  SOINTU_SIGN_IN: 'native',
};

const MAIN = join(projectRoot, 'test', 'support', 'bundle-main.ts');

/** @throws Error with what the process said, when loading or the event fails. */
export async function runBundle(file: string, event?: unknown): Promise<BundleRun> {
  const args = [MAIN, file, ...(event === undefined ? [] : [JSON.stringify(event)])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: ENVIRONMENT, timeout: 30_000 });
  return BundleRun.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
