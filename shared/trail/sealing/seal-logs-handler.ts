import * as z from 'zod';
import { sealingStores } from '../../aws/sealing-stores.ts';
import { kmsSigningKey } from '../../aws/signing-key.ts';
import { awsServices, sealerSettings } from '../../services-aws.ts';
import { noteKey } from '../../tlog/note.ts';
import { originOf, type Sealer } from './places.ts';
import { sealLogs } from './seal-logs.ts';

/** The schedule says an hour; an operator whose lines are older than the log says how far back to look, and `again`. */
const Asked = z.object({ beginMinutes: z.int().min(1).default(60), again: z.boolean().default(false) });

let sealer: Sealer | undefined;

function theSealer(): Sealer {
  if (sealer !== undefined) return sealer;
  const { archive, fresh, signingKey } = sealerSettings();
  const key = kmsSigningKey(signingKey);
  sealer = {
    services: awsServices(),
    ...sealingStores({ archive, fresh }),
    keyOf: async (controller) => noteKey(originOf(controller), await key.publicKey()),
    sign: key.sign,
  };
  return sealer;
}

/** Fails when a log was not sealed, so that the failure is counted and the alarm sounds. */
export async function handler(event: unknown): Promise<{ sealed: number }> {
  const { sealed, failed } = await sealLogs(theSealer(), sealerSettings().controllers, Asked.parse(event));
  if (failed > 0) throw new Error('Not every log was sealed.');
  return { sealed };
}
