import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { takeIn } from '../../../functions/attachments/take-in.ts';
import { s3Bucket } from '../../../shared/aws/object-store.ts';
import { signPost } from '../../../shared/aws/sign-post.ts';
import { ControllerId, UploadId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { arrivalHandler } from '../../../shared/objects/arrival-handler.ts';
import { objectServices } from '../../../shared/services-objects.ts';
import {
  announced,
  attachmentAt,
  begun,
  countyWithClient,
  partOf,
  pdfOf,
  stateOf,
} from '../../support/attachments.ts';
import { named } from '../../support/faults.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const s3 = mockClient(S3Client);
beforeEach(() => s3.reset());
afterAll(() => {
  s3.restore();
  vi.unstubAllEnvs();
});

const KEUSOTE = ControllerId.parse('KEUSOTE');
const bucket = s3Bucket('documents', undefined);
const stands = (bytes: Uint8Array) =>
  s3
    .on(GetObjectCommand)
    .callsFake(() =>
      Promise.resolve({ ETag: '"1"', Body: { transformToByteArray: () => Promise.resolve(bytes) } }),
    );

describe('a form for one file', () => {
  test('lets in this name, this type and exactly so many bytes, for as long as it says', async () => {
    const credentialsOf = () => () =>
      Promise.resolve({
        accessKeyId: 'AKIDEXAMPLE',
        secretAccessKey: 'secret',
        sessionToken: 'token',
        expiration: new Date('2099-01-01'),
      });
    const uploadId = UploadId.parse('01KBN4PZ00000000000000000A');
    const until = Instant.parse('2026-11-24T10:10:00.000Z');
    const { url, fields } = await signPost(
      'inbox',
      credentialsOf,
      KEUSOTE,
      { uploadId, mediaType: 'application/pdf', bytes: 4321, until },
      Instant.parse('2026-11-24T10:00:00.000Z'),
    );
    expect(url).toContain('inbox');
    expect(fields).toMatchObject({ key: `KEUSOTE/${uploadId}`, 'Content-Type': 'application/pdf' });
    const policy = z
      .object({ expiration: z.string(), conditions: z.array(z.unknown()) })
      .parse(JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString('utf8')));
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 4321, 4321],
        { bucket: 'inbox' },
        { key: `KEUSOTE/${uploadId}` },
        { 'Content-Type': 'application/pdf' },
      ]),
    );
    // The signer counts from its own clock: ten minutes, and no more.
    const left = Date.parse(policy.expiration) - Date.now();
    expect(left).toBeGreaterThan(590_000);
    expect(left).toBeLessThanOrEqual(600_000);
  });
});

describe('the bucket of documents', () => {
  test('takes an object where nothing stands, and leaves what does', async () => {
    s3.on(PutObjectCommand).resolvesOnce({}).rejects(named('PreconditionFailed'));
    expect(await bucket.putIfAbsent(KEUSOTE, 'a/b', Buffer.from('x'))).toBe(true);
    expect(await bucket.putIfAbsent(KEUSOTE, 'a/b', Buffer.from('y'))).toBe(false);
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'documents',
      Key: 'KEUSOTE/a/b',
      IfNoneMatch: '*',
    });
  });

  test('gives a range of an object, and nothing where none stands', async () => {
    stands(Buffer.from('range'));
    const range = { from: 10, to: 14 };
    expect(Buffer.from((await bucket.getRange(KEUSOTE, 'a', range)) ?? []).toString()).toBe('range');
    expect(s3.commandCalls(GetObjectCommand)[0]?.args[0].input).toMatchObject({
      Key: 'KEUSOTE/a',
      Range: 'bytes=10-14',
    });
    s3.on(GetObjectCommand).rejects(named('NoSuchKey'));
    expect(await bucket.getRange(KEUSOTE, 'a', range)).toBeUndefined();
  });

  test.each(['AccessDenied', 'KMS.DisabledException', 'SlowDown'])(
    'that answers %s is a fault, and never as if nothing stood there',
    async (name) => {
      s3.on(GetObjectCommand).rejects(named(name));
      s3.on(PutObjectCommand).rejects(named(name));
      await expect(bucket.getRange(KEUSOTE, 'a', { from: 0, to: 1 })).rejects.toThrow(name);
      await expect(bucket.putIfAbsent(KEUSOTE, 'a', Buffer.from('x'))).rejects.toThrow(name);
    },
  );

  test('lists the names of one controller, page by page', async () => {
    const LastModified = new Date('2026-11-24T10:00:00Z');
    s3.on(ListObjectsV2Command)
      .resolvesOnce({ IsTruncated: true, Contents: [{ Key: 'KEUSOTE/a/1', Size: 3, LastModified }] })
      .resolves({ Contents: [{ Key: 'KEUSOTE/a/2', Size: 4, LastModified }] });
    const first = await bucket.list(KEUSOTE, 'a/');
    expect(first).toEqual({
      objects: [{ name: 'a/1', bytes: 3, storedAt: '2026-11-24T10:00:00.000Z' }],
      after: 'a/1',
    });
    expect(await bucket.list(KEUSOTE, 'a/', first.after)).toMatchObject({ objects: [{ name: 'a/2' }] });
    expect(s3.commandCalls(ListObjectsV2Command)[1]?.args[0].input).toMatchObject({
      Prefix: 'KEUSOTE/a/',
      StartAfter: 'KEUSOTE/a/1',
    });
  });

  test.each([
    [undefined, '"1"', 'pending'],
    ['NO_THREATS_FOUND', '"1"', 'clean'],
    ['THREATS_FOUND', '"1"', 'infected'],
    ['UNSUPPORTED', '"1"', 'unscannable'],
    ['A_NEW_WORD', '"1"', 'unscannable'],
    // Another file took its place after it was scanned.
    ['NO_THREATS_FOUND', '"2"', 'pending'],
  ])('the scanner’s tag %s on the object %s means %s', async (status, ETag, verdict) => {
    const TagSet = status === undefined ? [] : [{ Key: 'GuardDutyMalwareScanStatus', Value: status }];
    s3.on(GetObjectTaggingCommand).resolves({ TagSet });
    s3.on(HeadObjectCommand).resolves({ ETag });
    const file = { name: 'a', tag: '"1"', bytes: Buffer.from('x') };
    expect(await bucket.scan(KEUSOTE, file)).toBe(verdict);
  });
});

describe('a file that lies in the inbox of S3', () => {
  test('is taken in by the queue: scanned, sniffed, sealed and emptied from the inbox; while S3 refuses, it waits', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { services, controller } = world;
    Object.assign(
      services,
      objectServices(
        {
          inbox: 'inbox',
          documents: 'documents',
          exports: undefined,
          transfers: undefined,
          malwareScan: 'guardDuty',
        },
        undefined,
        services.clock,
      ),
    );
    const bytes = await pdfOf(2);
    const { uploadId, attachmentId } = await begun(worker, clientId, announced(bytes));
    const deliver = () =>
      arrivalHandler(
        { handle: takeIn },
        () => services,
      )({
        Records: [record(JSON.stringify({ detail: { object: { key: `${controller}/${uploadId}` } } }))],
      });
    stands(bytes);
    s3.on(GetObjectTaggingCommand).resolves({
      TagSet: [{ Key: 'GuardDutyMalwareScanStatus', Value: 'NO_THREATS_FOUND' }],
    });
    s3.on(HeadObjectCommand).resolves({ ETag: '"1"' });
    s3.on(DeleteObjectCommand).resolves({});
    s3.on(PutObjectCommand).rejects(named('KMS.DisabledException'));
    expect(await deliver()).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(await stateOf(worker, clientId, uploadId)).toBe('awaited');
    expect(s3.commandCalls(DeleteObjectCommand)).toEqual([]);

    s3.on(PutObjectCommand).resolves({});
    expect(await deliver()).toEqual({ batchItemFailures: [] });
    expect(await stateOf(worker, clientId, uploadId)).toBe('kept');
    expect(s3.commandCalls(DeleteObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'inbox',
      Key: `${controller}/${uploadId}`,
    });
    const sealed = s3.commandCalls(PutObjectCommand).at(-1)?.args[0].input.Body;
    if (!(sealed instanceof Uint8Array)) throw new Error('nothing was put');
    expect(Buffer.from(sealed).includes('%PDF')).toBe(false);

    stands(sealed);
    const part = await partOf(worker, attachmentAt(clientId, attachmentId));
    expect(Buffer.from(part.bytes ?? [])).toEqual(Buffer.from(bytes));
    s3.on(GetObjectCommand).rejects(named('NoSuchKey'));
    expect((await partOf(worker, attachmentAt(clientId, attachmentId))).status).toBe(500);
  });
});

const record = (body: string) => ({
  messageId: 'm1',
  receiptHandle: '',
  body,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
});
