import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { JudgedReport } from '../domain/plantings/model.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { Hands } from '../plantings/planter.ts';
import type { KeyVault, Tables } from '../services.ts';
import { plantingKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import { credentialsPerController } from './credentials.ts';
import { awsKeyVault, type KeyNameOf } from './key-vault.ts';
import { awsTables } from './tables.ts';

/**
 * How KMS and DynamoDB say no to who asks, rather than that they are out of reach. That the bytes are none of the key's
 * (InvalidCiphertextException) is not among them: so KMS answers whoever was let through.
 */
const REFUSALS = new Set(['AccessDeniedException', 'AccessDenied']);

const isRefusal = (thrown: unknown): boolean => thrown instanceof Error && REFUSALS.has(thrown.name);

/**
 * Plants under a role of its own, always in a session of one controller: it may put over lines of the invented client,
 * lay into the outbox what is planted and nothing else, use keys that begin as planted ones do, and put objects under `planted/`, and read nothing.
 */
export function planterHands(
  tables: Tables,
  { role, keyNameOf, archive }: { role: string; keyNameOf: KeyNameOf; archive: string },
): Hands {
  const credentialsOf = credentialsPerController(role);
  const vaults = new Map<ControllerId, KeyVault>();
  const { records, keys, trail } = tables;
  return {
    tables: awsTables({ records, keys, trail }, credentialsOf),
    vaultOf(controller) {
      const known = vaults.get(controller) ?? awsKeyVault(keyNameOf, () => credentialsOf(controller));
      vaults.set(controller, known);
      return known;
    },
    sessionOf: (controller) => `assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${controller}`,
    isRefusal,
    // By the credentials that every function has: those of this controller, asked for what is another's.
    async tableRefuses(controller, other) {
      try {
        await getItem(tables, controller, 'records', plantingKeys.report(other, 'of-another'), JudgedReport);
        return false;
      } catch (thrown) {
        if (isRefusal(thrown)) return true;
        throw thrown;
      }
    },
    async putObject(controller, name, body) {
      const client = new S3Client({ maxAttempts: 3, credentials: credentialsOf(controller) });
      await client.send(
        new PutObjectCommand({ Bucket: archive, Key: name, Body: body, ContentType: 'text/plain' }),
      );
    },
    streams: true,
  };
}
