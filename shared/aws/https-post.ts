import { request } from 'node:https';
import type { Post } from '../trail/cosigning/ask-witness.ts';

const PATIENCE_MS = 10_000;
/** For the whole answer: one that comes byte by byte would keep the others waiting. */
const WHOLE_MS = 30_000;
/** A witness answers in some lines. */
const BYTES = 16 * 1024;

/** Sends a text and takes a short one. A redirection is not followed: it would lead where no setting has named. */
export const httpsPost: Post = (url, body) =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        timeout: PATIENCE_MS,
        signal: AbortSignal.timeout(WHOLE_MS),
        headers: { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes > BYTES) asked.destroy(new Error('Too long an answer.'));
          else parts.push(part);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('No answer in time.')));
    asked.on('error', reject);
    asked.end(body);
  });
