import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { ControllerId } from '../kernel/id.ts';
import { epochMsOf, type Instant } from '../kernel/instant.ts';
import type { PostTerms, SignedPost } from '../services.ts';
import type { CredentialsOf } from './credentials.ts';
import { s3ClientOf } from './object-store.ts';

/**
 * A form that S3 takes one file by: this name, this type, exactly so many bytes, for minutes. Signed under the
 * data role's session of the controller, which can put under that controller's names only.
 */
export async function signPost(
  bucket: string,
  credentialsOf: CredentialsOf | undefined,
  controller: ControllerId,
  { uploadId, mediaType, bytes, until }: PostTerms,
  now: Instant,
): Promise<SignedPost> {
  const { url, fields } = await createPresignedPost(s3ClientOf(credentialsOf, controller), {
    Bucket: bucket,
    Key: `${controller}/${uploadId}`,
    Conditions: [['content-length-range', bytes, bytes]],
    Fields: { 'Content-Type': mediaType },
    Expires: Math.max(1, Math.floor((epochMsOf(until) - epochMsOf(now)) / 1000)),
  });
  return { url, fields, until };
}
