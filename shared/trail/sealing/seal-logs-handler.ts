import * as z from 'zod';
import { sealingStores } from '../../aws/sealing-stores.ts';
import { kmsSigningKey } from '../../aws/signing-key.ts';
import { awsServices, sealerSettings } from '../../services-aws.ts';
import { noteKey } from '../../tlog/note.ts';
import { deriveOfAll, isTimeToDerive } from '../rows/derive-of-all.ts';
import type { Derivation } from '../rows/derive-rows.ts';
import { originOf, type Sealer } from './places.ts';
import { sealLogs } from './seal-logs.ts';

/** The schedule says an hour; an operator whose lines are older than the log says how far back to look, and `again`. */
const Asked = z.object({ beginMinutes: z.int().min(1).default(60), again: z.boolean().default(false) });

let sealer: (Sealer & Derivation) | undefined;

function theSealer(): Sealer & Derivation {
  if (sealer !== undefined) return sealer;
  const { signingKey, ...buckets } = sealerSettings();
  const key = kmsSigningKey(signingKey);
  sealer = {
    services: awsServices(),
    ...sealingStores(buckets),
    keyOf: async (controller) => noteKey(originOf(controller), await key.publicKey()),
    sign: key.sign,
  };
  return sealer;
}

/**
 * Seals, and each quarter of an hour derives rows of what is sealed. Fails when either was not done for every log, so
 * that the failure is counted and the alarm sounds.
 */
export async function handler(event: unknown): Promise<{ sealed: number }> {
  const [run, { controllers }] = [theSealer(), sealerSettings()];
  const { sealed, failed } = await sealLogs(run, controllers, Asked.parse(event));
  const { clock, log } = run.services;
  const notDerived = isTimeToDerive(clock.now()) ? await deriveOfAll(run, log, controllers) : 0;
  if (failed > 0) throw new Error('Not every log was sealed.');
  if (notDerived > 0) throw new Error('Rows were not derived of every log.');
  return { sealed };
}
