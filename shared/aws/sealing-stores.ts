import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { type Instant, instantOf } from '../kernel/instant.ts';
import type { FreshStore, LockedStore } from '../trail/sealing/places.ts';
import type { Version, VersionedStore } from '../witnesses/versioned-store.ts';

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

const momentOf = (date: Date | undefined): Instant => instantOf(date?.getTime() ?? 0);

/** Asks a bucket for the versions of its objects. A page ends with the last version of a name. */
export function versionedStore(bucket: string, client = s3Client()): VersionedStore {
  async function page(begins: string, after: { name: string; version?: string } | undefined) {
    const told = await client.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: begins,
        ...(after === undefined ? {} : { KeyMarker: after.name }),
        ...(after?.version === undefined ? {} : { VersionIdMarker: after.version }),
      }),
    );
    const all = [
      ...(told.Versions ?? []).map((one) => ({ ...one, hides: false })),
      ...(told.DeleteMarkers ?? []).map((one) => ({ ...one, hides: true })),
    ];
    const versions = all
      .map(({ Key = '', LastModified, hides }): Version => ({ name: Key, at: momentOf(LastModified), hides }))
      .toSorted((a, b) => (a.name === b.name ? (a.at > b.at ? -1 : 1) : a.name < b.name ? -1 : 1));
    const next =
      told.IsTruncated === true && told.NextKeyMarker !== undefined
        ? {
            name: told.NextKeyMarker,
            ...(told.NextVersionIdMarker === undefined ? {} : { version: told.NextVersionIdMarker }),
          }
        : undefined;
    return { versions, next };
  }
  return {
    async versions(begins, after) {
      let { versions, next } = await page(begins, after === undefined ? undefined : { name: after });
      const last = next?.name;
      // What is left of the name in which the page ended belongs to it.
      while (next !== undefined && next.name === last && next.version !== undefined) {
        const more = await page(begins, next);
        versions = [...versions, ...more.versions.filter(({ name }) => name === last)];
        next = more.next?.name === last ? more.next : undefined;
      }
      return last === undefined ? { versions } : { versions, after: last };
    },
  };
}
