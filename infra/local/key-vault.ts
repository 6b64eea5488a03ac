import { join } from 'node:path';
import * as z from 'zod';
import { openBytes, type Place, sealBytes } from '../../shared/crypto/seal.ts';
import type { KeyContext, KeyPurpose, KeyVault } from '../../shared/services.ts';
import { replaceFile } from './durable-file.ts';
import { readOwnerOnly } from './owner-only.ts';

const FILE = 'master-keys.json';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

const MasterKeys = z.record(
  z.string(),
  z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES, 'a key of 32 bytes'),
);

/** What a wrapped key is tied to: another purpose, controller or key id does not open it. */
const placeOf = (purpose: KeyPurpose, context: KeyContext): Place => ({
  table: 'vault',
  pk: context.controller,
  sk: context.key,
  attribute: purpose,
  version: 1,
});

/**
 * KMS of the laptop: one master key for each purpose, in a file of the data folder that only its owner may
 * read, or in memory without a folder. The file lies beside the data it opens, so it protects nothing if the
 * disk is taken: it is for invented people only.
 */
export function fileKeyVault(folder: string | undefined, random: (length: number) => Uint8Array): KeyVault {
  const path = folder === undefined ? undefined : join(folder, FILE);
  const text = path === undefined ? undefined : readOwnerOnly(path);
  const masters = new Map(Object.entries(text === undefined ? {} : MasterKeys.parse(JSON.parse(text))));

  /** Made at the first need, and on the disk before anything is wrapped under it. */
  function masterOf(purpose: KeyPurpose): Uint8Array {
    const held = masters.get(purpose);
    if (held !== undefined) return Buffer.from(held, 'base64');
    const made = random(KEY_BYTES);
    masters.set(purpose, Buffer.from(made).toString('base64'));
    if (path !== undefined) replaceFile(path, JSON.stringify(Object.fromEntries(masters)));
    return made;
  }

  return {
    async generate(purpose, context) {
      const plain = random(KEY_BYTES);
      const place = placeOf(purpose, context);
      return { plain, wrapped: sealBytes(masterOf(purpose), place, plain, random(NONCE_BYTES)) };
    },
    async unwrap(purpose, wrapped, context) {
      return openBytes(masterOf(purpose), placeOf(purpose, context), wrapped);
    },
  };
}
