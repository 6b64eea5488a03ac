import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

let client: S3Client | undefined;

/**
 * The text of an object; undefined when nothing stands under the name. Loaded on first use only, as every use
 * of S3 is. Whoever asks must be able to list the bucket: else S3 says «denied» of what is not there.
 */
export async function readText(bucket: string, key: string): Promise<string | undefined> {
  client ??= new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 },
  });
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return await Body?.transformToString('utf8');
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'NoSuchKey') return undefined;
    throw thrown;
  }
}
