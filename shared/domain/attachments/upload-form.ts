import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { Instant } from '../../kernel/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { UploadItem } from './model.ts';
import { ATTACHMENT_REFUSALS } from './refusals.ts';

/** A multipart form: these fields as they stand, then the file as the field `file`. */
export const UploadForm = z
  .strictObject({ url: z.string(), fields: z.record(z.string(), z.string()), until: Instant })
  .meta({ id: 'UploadForm' });
export type UploadForm = z.infer<typeof UploadForm>;

/** @throws Refusal where no form of the upload is given any more. */
export function expectOpenUpload({ state, closesAt }: UploadItem, { now }: Pick<ActContext, 'now'>): void {
  if (state !== 'awaited' || closesAt <= now) throw new Refusal(ATTACHMENT_REFUSALS.closed);
}

/** Signs the form by which the announced file is sent: this one, of this type and length, for minutes. */
export async function signedForm(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  { uploadId, mediaType, bytes, closesAt }: UploadItem,
): Promise<UploadForm> {
  const order = { uploadId, mediaType, bytes, until: closesAt };
  const { url, fields, until } = await services.inbox.sign(actor.controller, order);
  return { url, fields: { ...fields }, until };
}
