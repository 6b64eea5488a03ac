import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

let client: S3Client | undefined;

/**
 * Puts an object where nothing stands. Loaded on first use only: the trail takes almost every line, and the
 * S3 client would double what a cold start reads. What stands there already under this name is the same
 * thing sent before; it is left as it is.
 */
export async function putOnce(bucket: string, key: string, body: string): Promise<void> {
  client ??= new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 },
  });
  try {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: 'application/json',
        IfNoneMatch: '*',
      }),
    );
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'PreconditionFailed') throw thrown;
  }
}
