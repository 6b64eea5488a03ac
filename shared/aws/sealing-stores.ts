import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { FreshStore, LockedStore } from '../trail/sealing/places.ts';

const BYTES = { ContentType: 'application/octet-stream' };

const isNamed = (thrown: unknown, name: string): boolean => thrown instanceof Error && thrown.name === name;

async function get(client: S3Client, bucket: string, name: string): Promise<Buffer | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
    return Body === undefined ? undefined : Buffer.from(await Body.transformToByteArray());
  } catch (thrown) {
    if (isNamed(thrown, 'NoSuchKey')) return undefined;
    throw thrown;
  }
}

const s3Client = (): S3Client =>
  new S3Client({ maxAttempts: 3, requestHandler: { connectionTimeout: 1000, requestTimeout: 20_000 } });

/** A locked bucket: the archive, or that of the witnesses. */
export function lockedStore(bucket: string, client = s3Client()): LockedStore {
  return {
    async putIfAbsent(name, body) {
      const put = { Bucket: bucket, Key: name, Body: body, IfNoneMatch: '*', ...BYTES };
      try {
        await client.send(new PutObjectCommand(put));
        return true;
      } catch (thrown) {
        if (isNamed(thrown, 'PreconditionFailed')) return false;
        throw thrown;
      }
    },
    get: (name) => get(client, bucket, name),
    async list(begins, after) {
      const { Contents = [], IsTruncated } = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: begins,
          ...(after === undefined ? {} : { StartAfter: after }),
        }),
      );
      const names = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
      const last = names.at(-1);
      return IsTruncated === true && last !== undefined ? { names, after: last } : { names };
    },
  };
}

/** The buckets of the sealed log and of the rows derived of it: only its sealer writes into them. */
export function sealingStores(buckets: { archive: string; fresh: string; rows: string }): {
  archive: LockedStore;
  fresh: FreshStore;
  rows: FreshStore;
} {
  const client = s3Client();
  return {
    archive: lockedStore(buckets.archive, client),
    fresh: openStore(client, buckets.fresh),
    rows: openStore(client, buckets.rows),
  };
}

/** What may be replaced and removed. */
const openStore = (client: S3Client, bucket: string): FreshStore => ({
  async put(name, body) {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: body, ...BYTES }));
  },
  get: (name) => get(client, bucket, name),
  async remove(name) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
  },
});
