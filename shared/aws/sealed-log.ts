import { GetObjectCommand } from '@aws-sdk/client-s3';
import type { ControllerId } from '../kernel/id.ts';
import type { SealedLog } from '../trail/sealing/places.ts';
import type { CredentialsOf } from './credentials.ts';
import { s3ClientOf } from './object-store.ts';

/**
 * One controller's sealed log, read under credentials of that controller. Loaded on first use only. Whoever reads must
 * be able to list its names: else S3 says «denied» of what is not there.
 */
export function sealedLogIn(
  buckets: { archive: string; fresh: string },
  credentialsOf: CredentialsOf | undefined,
  controller: ControllerId,
): SealedLog {
  const from = (bucket: string) => ({
    async get(name: string): Promise<Buffer | undefined> {
      try {
        const asked = new GetObjectCommand({ Bucket: bucket, Key: name });
        const { Body } = await s3ClientOf(credentialsOf, controller).send(asked);
        return Body === undefined ? undefined : Buffer.from(await Body.transformToByteArray());
      } catch (thrown) {
        if (thrown instanceof Error && thrown.name === 'NoSuchKey') return undefined;
        throw thrown;
      }
    },
  });
  return { archive: from(buckets.archive), fresh: from(buckets.fresh) };
}
