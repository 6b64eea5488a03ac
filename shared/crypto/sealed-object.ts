import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { SealBroken } from './seal.ts';

/**
 * A file sealed in chunks of 1 MB, so that a part of it can be read and still be known to be whole. AES-256-GCM
 * under a key of the file's own; the additional data of each chunk name the object, the chunk, how many there are
 * and how long the whole is. So a chunk that was cut off, put elsewhere, taken from another file or changed by a
 * bit does not open (docs/decisions/0045).
 *
 * Layout: for each chunk nonce (12) | ciphertext | tag (16), one after another.
 */
export const CHUNK_BYTES = 1024 * 1024;
const NONCE = 12;
const TAG = 16;
const SEALED_CHUNK = CHUNK_BYTES + NONCE + TAG;

/** `name` is the object's with its controller; `bytes` the length of the plain file. */
export type SealedFile = { name: string; bytes: number };

export const chunksOf = (bytes: number): number => Math.ceil(bytes / CHUNK_BYTES);

const additionalData = ({ name, bytes }: SealedFile, index: number): Buffer =>
  Buffer.from(JSON.stringify(['object', name, index, chunksOf(bytes), bytes]), 'utf8');

/** `key` is 32 bytes; `random` gives each chunk its nonce. */
export function sealFile(
  key: Uint8Array,
  name: string,
  plain: Uint8Array,
  random: (length: number) => Uint8Array,
): Uint8Array {
  const secret = createSecretKey(key);
  const file = { name, bytes: plain.length };
  const sealed = Array.from({ length: chunksOf(plain.length) }, (_, index) => {
    const nonce = random(NONCE);
    const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG });
    cipher.setAAD(additionalData(file, index));
    const chunk = plain.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    return [nonce, cipher.update(chunk), cipher.final(), cipher.getAuthTag()];
  });
  return Buffer.concat(sealed.flat());
}

/** Where `count` chunks from the one numbered `first` lie in the sealed object: both ends included. */
export function sealedRange(
  { bytes }: SealedFile,
  first: number,
  count: number,
): { from: number; to: number } {
  const chunks = chunksOf(bytes);
  const end = Math.min(first + count, chunks);
  const whole = bytes + chunks * (NONCE + TAG);
  return { from: first * SEALED_CHUNK, to: Math.min(end * SEALED_CHUNK, whole) - 1 };
}

/**
 * Opens the chunks that a range of `sealedRange` brought.
 * @throws SealBroken when a byte is another, a chunk stands elsewhere, or one is missing.
 */
export function openChunks(
  key: Uint8Array,
  file: SealedFile,
  { first, count }: { first: number; count: number },
  sealed: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { from, to } = sealedRange(file, first, count);
  if (sealed.length !== to - from + 1) throw new SealBroken();
  const secret = createSecretKey(key);
  const chunks = Math.min(count, chunksOf(file.bytes) - first);
  return Buffer.concat(
    Array.from({ length: chunks }, (_, place) =>
      openChunk(
        secret,
        additionalData(file, first + place),
        sealed.subarray(place * SEALED_CHUNK, (place + 1) * SEALED_CHUNK),
      ),
    ),
  );
}

function openChunk(secret: KeyObject, data: Buffer, blob: Uint8Array): Uint8Array {
  if (blob.length <= NONCE + TAG) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', secret, blob.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(data);
  decipher.setAuthTag(blob.subarray(blob.length - TAG));
  try {
    return Buffer.concat([decipher.update(blob.subarray(NONCE, blob.length - TAG)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}
