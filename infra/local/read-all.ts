import type { IncomingMessage } from 'node:http';

/** Bytes the door takes in: more than any act takes, so that an act's own limit answers and is logged. */
const DOOR_BYTES = 1024 * 1024;

/**
 * The body of a request as text.
 * @returns undefined when it is larger than the door takes: the rest is not read.
 */
export async function readAll(request: IncomingMessage): Promise<string | undefined> {
  return (await readBytes(request, DOOR_BYTES))?.toString('utf8');
}

/** The body as bytes, of so many at most. @returns undefined when it is larger: the rest is not read. */
export async function readBytes(
  request: IncomingMessage,
  most: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) return chunks.push(chunk);
      request.pause();
      request.removeAllListeners('data');
      return resolve(undefined);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The caller went away.')));
  });
}
