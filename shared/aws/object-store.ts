import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ControllerId } from '../kernel/id.ts';
import { instantOf } from '../kernel/instant.ts';
import type { Inbox, MalwareScan, MalwareVerdict, ObjectStore } from '../services.ts';
import type { CredentialsOf } from './credentials.ts';

/**
 * A bucket, reached under credentials of one controller: names begin with it, and the data role reaches no
 * others. Loaded on first use only, for most functions never touch a file.
 */
export type Bucket = ObjectStore & Pick<Inbox, 'get'> & { scan: MalwareScan['verdictOf'] };

const clients = new Map<string, S3Client>();

/** One client for each controller whose credentials it bears, over all buckets. */
export function s3ClientOf(credentialsOf: CredentialsOf | undefined, controller: ControllerId): S3Client {
  const name = credentialsOf === undefined ? '' : controller;
  const client =
    clients.get(name) ??
    new S3Client({
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 1000, requestTimeout: 20_000 },
      ...(credentialsOf === undefined ? {} : { credentials: credentialsOf(controller) }),
    });
  clients.set(name, client);
  return client;
}

const isNamed = (thrown: unknown, ...names: string[]): boolean =>
  thrown instanceof Error && names.includes(thrown.name);

const undefinedWhenGone = (thrown: unknown): undefined => {
  if (isNamed(thrown, 'NoSuchKey', 'NotFound')) return undefined;
  throw thrown;
};

/** What GuardDuty writes on an object it has looked at. */
const SCAN_TAG = 'GuardDutyMalwareScanStatus';
const VERDICTS: Readonly<Record<string, MalwareVerdict>> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'infected',
  UNSUPPORTED: 'unscannable',
  ACCESS_DENIED: 'unscannable',
  FAILED: 'unscannable',
};

export function s3Bucket(bucket: string, credentialsOf: CredentialsOf | undefined): Bucket {
  const at = (controller: ControllerId, name: string) => ({ Bucket: bucket, Key: `${controller}/${name}` });
  const clientOf = (controller: ControllerId): S3Client => s3ClientOf(credentialsOf, controller);
  return {
    async putIfAbsent(controller, name, bytes) {
      try {
        await clientOf(controller).send(
          new PutObjectCommand({
            ...at(controller, name),
            Body: bytes,
            ContentType: 'application/octet-stream',
            IfNoneMatch: '*',
          }),
        );
        return true;
      } catch (thrown) {
        if (isNamed(thrown, 'PreconditionFailed')) return false;
        throw thrown;
      }
    },
    async getRange(controller, name, { from, to }) {
      const answer = await clientOf(controller)
        .send(new GetObjectCommand({ ...at(controller, name), Range: `bytes=${from}-${to}` }))
        .catch(undefinedWhenGone);
      return answer?.Body?.transformToByteArray();
    },
    async get(controller, name) {
      const answer = await clientOf(controller)
        .send(new GetObjectCommand(at(controller, name)))
        .catch(undefinedWhenGone);
      if (answer?.Body === undefined) return undefined;
      return { bytes: await answer.Body.transformToByteArray(), tag: answer.ETag ?? '' };
    },
    async remove(controller, name) {
      await clientOf(controller).send(new DeleteObjectCommand(at(controller, name)));
    },
    async list(controller, begins, after) {
      const own = `${controller}/`;
      const answer = await clientOf(controller).send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: `${own}${begins}`,
          ...(after === undefined ? {} : { StartAfter: `${own}${after}` }),
        }),
      );
      const objects = (answer.Contents ?? []).map(({ Key = '', Size = 0, LastModified }) => ({
        name: Key.slice(own.length),
        bytes: Size,
        storedAt: instantOf(LastModified?.getTime() ?? 0),
      }));
      const last = objects.at(-1);
      return answer.IsTruncated === true && last !== undefined ? { objects, after: last.name } : { objects };
    },
    async scan(controller, { name, tag }) {
      const client = clientOf(controller);
      const { TagSet = [] } = await client.send(new GetObjectTaggingCommand(at(controller, name)));
      const status = TagSet.find(({ Key }) => Key === SCAN_TAG)?.Value;
      if (status === undefined) return 'pending';
      // What was scanned is what was read only while nothing else has taken its place.
      const { ETag } = await client.send(new HeadObjectCommand(at(controller, name)));
      return ETag === tag ? (VERDICTS[status] ?? 'unscannable') : 'pending';
    },
  };
}
