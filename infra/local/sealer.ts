import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import type { Services } from '../../shared/services.ts';
import { bytesOfKey, noteKey } from '../../shared/tlog/note.ts';
import { originOf, type Sealer } from '../../shared/trail/sealing/places.ts';
import { replaceFile } from './durable-file.ts';
import { readOwnerOnly } from './owner-only.ts';
import { folderArchive, folderFresh } from './sealed-store.ts';

const FILE = 'seal-key.pem';

/** The key that signs the log of a laptop, in a file that only its owner may read. Made at the first need. */
function keyIn(folder: string): KeyObject {
  const path = join(folder, FILE);
  const text = readOwnerOnly(path);
  if (text !== undefined) return createPrivateKey(text);
  const { privateKey } = generateKeyPairSync('ed25519');
  replaceFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}

/** What seals the access log of a laptop: the archive is the data folder itself, where refused lines lie too. */
export function localSealer(services: Services, folder: string): Sealer {
  const key = keyIn(folder);
  const publicKey = bytesOfKey(createPublicKey(key));
  return {
    services,
    archive: folderArchive(folder),
    fresh: folderFresh(join(folder, 'fresh')),
    keyOf: async (controller) => noteKey(originOf(controller), publicKey),
    sign: async (text) => sign(null, Buffer.from(text), key),
  };
}
