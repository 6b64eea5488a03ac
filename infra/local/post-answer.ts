import type { IncomingMessage } from 'node:http';
import { MOST_BYTES } from '../../shared/domain/attachments/media-type.ts';
import type { HttpAnswer } from '../../shared/http/request.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { LocalInbox } from './inbox.ts';
import { readBytes } from './read-all.ts';

/** What the fields and the boundaries of a form may take besides its file. */
const FORM_BYTES = 64 * 1024;

/** S3's answer to a posted form: 204 when the file was taken. A page of an allowed origin may read it. */
export async function postAnswer(
  request: IncomingMessage,
  inbox: LocalInbox,
  allowedOrigins: readonly string[],
): Promise<HttpAnswer> {
  if (request.method !== 'POST') throw new Refusal(COMMON_REFUSALS.notFound);
  const body = await readBytes(request, MOST_BYTES + FORM_BYTES);
  if (body === undefined) throw new Refusal(COMMON_REFUSALS.tooLarge);
  await inbox.receive(await formOf(body, request.headers['content-type'] ?? ''));
  const { origin } = request.headers;
  return {
    status: 204,
    headers:
      origin !== undefined && allowedOrigins.includes(origin)
        ? { 'access-control-allow-origin': origin, vary: 'origin' }
        : {},
  };
}

async function formOf(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new Refusal(COMMON_REFUSALS.malformed);
  }
}
