import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { bytesOfKey, noteKey, verifierText } from '../../shared/tlog/note.ts';
import { originOf, type Sealer } from '../../shared/trail/sealing/places.ts';
import { sealLogs } from '../../shared/trail/sealing/seal-logs.ts';
import { replaceFile } from './durable-file.ts';
import { readOwnerOnly } from './owner-only.ts';
import { folderArchive, folderFresh } from './sealed-store.ts';

const FILE = 'seal-key.pem';
/** The public keys of the logs, one a line, as whoever checks them is told. */
export const SEAL_KEYS = 'seal-keys.txt';
/** So far back begins a log that is new: its first run has just been. */
const BEGIN_MINUTES = 60;
const MINUTE_MS = 60_000;

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
function localSealer(services: Services, folder: string): Sealer {
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

/** Seals the logs of a laptop each minute. */
export function sealEachMinute(
  services: Services,
  folder: string,
  controllers: readonly ControllerId[],
): { stop: () => Promise<void> } {
  const sealer = localSealer(services, folder);
  const seal = () => sealLogs(sealer, controllers, { beginMinutes: BEGIN_MINUTES });
  let running: Promise<unknown> = tellKeys(sealer, folder, controllers);
  const timer = setInterval(() => {
    running = running.then(seal);
  }, MINUTE_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function tellKeys(sealer: Sealer, folder: string, controllers: readonly ControllerId[]): Promise<void> {
  const keys = await Promise.all(controllers.map((controller) => sealer.keyOf(controller)));
  replaceFile(join(folder, SEAL_KEYS), `${keys.map(verifierText).join('\n')}\n`);
}
