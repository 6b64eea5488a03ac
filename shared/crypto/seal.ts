import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';

/**
 * AES-256-GCM. The additional data tie a blob to its place: logical table, keys, attribute, and the
 * version of the item at which it was sealed. So a blob moved to another row, attribute or client does
 * not open, and a table restored under another name does.
 *
 * Layout: format (1) | nonce (12) | ciphertext | tag (16): 29 bytes more than the plain JSON.
 */
const FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE;

export type Place = { table: string; pk: string; sk: string; attribute: string; version: number };

const additionalData = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([place.table, place.pk, place.sk, place.attribute, place.version]), 'utf8');

export class SealBroken extends Error {
  constructor() {
    super('A sealed blob does not open with this key at this place.');
    this.name = 'SealBroken';
  }
}

/** `key` is 32 bytes, `nonce` 12 random bytes. As a key object, for Node takes bare bytes four times slower. */
export function sealBytes(key: Uint8Array, place: Place, plain: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG });
  cipher.setAAD(additionalData(place));
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws SealBroken on any other key, place, format or byte. */
export function openBytes(key: Uint8Array, place: Place, blob: Uint8Array): Uint8Array {
  if (blob[0] !== FORMAT || blob.length < HEAD + TAG) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), blob.subarray(1, HEAD), {
    authTagLength: TAG,
  });
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(blob.subarray(blob.length - TAG));
  try {
    return Buffer.concat([decipher.update(blob.subarray(HEAD, blob.length - TAG)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

export const sealJson = (key: Uint8Array, place: Place, value: unknown, nonce: Uint8Array): Uint8Array =>
  sealBytes(key, place, Buffer.from(JSON.stringify(value), 'utf8'), nonce);

export const openJson = (key: Uint8Array, place: Place, blob: Uint8Array): unknown =>
  JSON.parse(Buffer.from(openBytes(key, place, blob)).toString('utf8'));
