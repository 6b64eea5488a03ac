import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { bucketLibrary } from '../../../infra/library/target.ts';
import { readText } from '../../../shared/aws/read-text.ts';
import { named } from '../../support/faults.ts';

const s3 = mockClient(S3Client);
beforeEach(() => s3.reset());
afterAll(() => s3.restore());

/** An object of the bucket, as the SDK gives its text. */
const stands = (text: string) =>
  s3
    .on(GetObjectCommand)
    .callsFake(() => Promise.resolve({ ETag: '"1"', Body: { transformToString: () => text } }));
const puts = () => s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input);

describe('what an operator has loaded into the bucket', () => {
  test('is read by its name, and is nothing where nothing stands', async () => {
    stands('{}');
    expect(await readText('library', 'index.json')).toBe('{}');
    s3.on(GetObjectCommand).rejects(named('NoSuchKey'));
    expect(await readText('library', 'index.json')).toBeUndefined();
  });

  test.each(['AccessDenied', 'SlowDown'])('is not taken for nothing when S3 answers %s', async (name) => {
    s3.on(GetObjectCommand).rejects(named(name));
    await expect(readText('library', 'index.json')).rejects.toThrow(name);
    await expect(bucketLibrary(new S3Client({}), 'library').read('index.json')).rejects.toThrow(name);
  });

  test('is replaced only if it is still what was read', async () => {
    s3.on(PutObjectCommand).resolves({});
    stands('{"a":1}');
    const library = bucketLibrary(new S3Client({}), 'library');
    await library.replace('index.json', '{"a":2}', await library.read('index.json'));
    expect(puts()).toMatchObject([{ Key: 'index.json', Body: '{"a":2}', IfMatch: '"1"' }]);
  });

  test('is begun only where nothing stands yet', async () => {
    s3.on(PutObjectCommand).resolves({});
    s3.on(GetObjectCommand).rejects(named('NoSuchKey'));
    const library = bucketLibrary(new S3Client({}), 'library');
    await library.replace('index.json', '{}', await library.read('index.json'));
    expect(puts()).toMatchObject([{ IfNoneMatch: '*' }]);
  });

  test.each(['PreconditionFailed', 'ConditionalRequestConflict'])(
    'is left to another operator where S3 answers %s',
    async (name) => {
      s3.on(PutObjectCommand).rejects(named(name));
      const told = bucketLibrary(new S3Client({}), 'library').replace('index.json', '{}', undefined);
      await expect(told).rejects.toThrow(/meanwhile/);
    },
  );
});
