import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../../shared/kernel/clock.ts';
import { ControllerId, UploadId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from '../../shared/kernel/refusal.ts';
import type { Inbox } from '../../shared/services.ts';
import type { LocalBucket } from './object-store.ts';

/** What a form's signature holds its sender to: whose upload, which type, how many bytes, until when. */
const Policy = z.strictObject({
  controller: ControllerId,
  uploadId: UploadId,
  mediaType: z.string(),
  bytes: z.int(),
  until: Instant,
});

const Fields = z.strictObject({
  key: z.string(),
  'Content-Type': z.string(),
  Policy: z.string(),
  'X-Amz-Signature': z.string(),
});

const POST_REFUSED: RefusalDefinition = {
  code: 'local.postRefused',
  kind: 'forbidden',
  title: {
    fi: 'Lomake ei kelpaa: allekirjoitus, aika, tyyppi tai koko.',
    sv: 'Formuläret duger inte: signatur, tid, typ eller storlek.',
    en: 'The form is not good: its signature, time, type or size.',
  },
};

export type LocalInbox = Inbox & {
  /** Where the server takes forms: known once it listens. */
  serveAt(origin: string): void;
  /** What S3 does with a posted form: takes the file under the name signed, or refuses it. */
  receive(form: FormData): Promise<void>;
};

/** Where front ends post to, on the laptop. */
export const INBOX_PATH = '/inbox';

/**
 * The inbox of the laptop: a form signed for minutes, and the file it brings put under the name signed. The names
 * of the fields are those of S3, so that a front end sends to both alike.
 */
export function localInbox(
  bucket: LocalBucket,
  more: { clock: Clock; secret: Uint8Array; arrived: (controller: ControllerId, uploadId: UploadId) => void },
): LocalInbox {
  let origin = 'http://127.0.0.1';
  const signatureOf = (policy: string): Buffer =>
    createHmac('sha256', more.secret).update(policy, 'utf8').digest();

  function policyOf({ Policy: text, 'X-Amz-Signature': signature }: z.infer<typeof Fields>) {
    const given = Buffer.from(signature, 'hex');
    const own = signatureOf(text);
    if (given.length !== own.length || !timingSafeEqual(given, own)) throw new Refusal(POST_REFUSED);
    return Policy.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  }

  return {
    remove: (controller, name) => bucket.remove(controller, name),
    list: (controller, begins, after) => bucket.list(controller, begins, after),
    get: (controller, name) => bucket.get(controller, name),
    serveAt(address) {
      origin = address;
    },
    async sign(controller, { uploadId, mediaType, bytes, until }) {
      const policy = Policy.parse({ controller, uploadId, mediaType, bytes, until });
      const text = Buffer.from(JSON.stringify(policy), 'utf8').toString('base64');
      return {
        url: `${origin}${INBOX_PATH}`,
        fields: {
          key: `${controller}/${uploadId}`,
          'Content-Type': mediaType,
          Policy: text,
          'X-Amz-Signature': signatureOf(text).toString('hex'),
        },
        until,
      };
    },
    async receive(form) {
      const file = form.get('file');
      const fields = Fields.safeParse(Object.fromEntries([...form].filter(([name]) => name !== 'file')));
      if (!fields.success || !(file instanceof Blob)) throw new Refusal(COMMON_REFUSALS.malformed);
      const policy = policyOf(fields.data);
      const { key, 'Content-Type': mediaType } = fields.data;
      const fits =
        key === `${policy.controller}/${policy.uploadId}` &&
        mediaType === policy.mediaType &&
        file.size === policy.bytes &&
        more.clock.now() <= policy.until;
      if (!fits) throw new Refusal(POST_REFUSED);
      await bucket.put(policy.controller, policy.uploadId, await file.bytes());
      more.arrived(policy.controller, policy.uploadId);
    },
  };
}
