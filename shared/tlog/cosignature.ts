import { createHash, createPublicKey, verify } from 'node:crypto';
import { type NoteKey, SIGNATURE, SPKI_PREFIX } from './note.ts';

/** Of an Ed25519 cosignature (c2sp.org/tlog-cosignature), where 1 is a signature of a note. */
const COSIGNATURE = Buffer.of(4);
const ID_BYTES = 4;
const TIME_BYTES = 8;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** The key of a witness by its name and its 32 bytes: the same bytes under another use have another id. */
export function cosignerKey(name: string, publicKey: Buffer): NoteKey {
  if (!/^[^\s+]+$/u.test(name)) throw new Error('The name of a key has neither spaces nor a plus.');
  if (publicKey.length !== KEY_BYTES) throw new Error('An Ed25519 key has 32 bytes.');
  const hash = createHash('sha256').update(`${name}\n`).update(COSIGNATURE).update(publicKey).digest();
  return { name, id: hash.subarray(0, ID_BYTES), publicKey };
}

/** The key as a witness tells it, `witness.example/w1+1a2b3c4d+BA…`; nothing where the text contradicts itself. */
export function readCosigner(text: string): NoteKey | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([\da-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 1 + KEY_BYTES || bytes[0] !== COSIGNATURE[0]) return undefined;
  const key = cosignerKey(name, bytes.subarray(1));
  return key.id.toString('hex') === id ? key : undefined;
}

/** What a witness signs of a checkpoint at a moment, in seconds since 1970. */
export const cosignedText = (checkpoint: string, seconds: bigint): string =>
  `cosignature/v1\ntime ${seconds}\n${checkpoint}`;

/** A line as a witness answers it. */
export const cosignatureLine = ({ name, id }: NoteKey, seconds: bigint, signature: Buffer): string => {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(seconds);
  return `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`;
};

/** When this key cosigned the text, as a line says; nothing where the line is another's or not right. */
export function readCosignature(line: string, checkpoint: string, key: NoteKey): bigint | undefined {
  const [, name, encoded = ''] = SIGNATURE.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (name !== key.name || bytes.length !== ID_BYTES + TIME_BYTES + SIGNATURE_BYTES) return undefined;
  if (!bytes.subarray(0, ID_BYTES).equals(key.id)) return undefined;
  const seconds = bytes.readBigUInt64BE(ID_BYTES);
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, key.publicKey]),
    format: 'der',
    type: 'spki',
  });
  const signed = Buffer.from(cosignedText(checkpoint, seconds));
  const signature = bytes.subarray(ID_BYTES + TIME_BYTES);
  return verify(null, signed, publicKey, signature) ? seconds : undefined;
}

/** When this key cosigned a note; nothing where it did not. */
export function openCosigned(note: string, key: NoteKey): bigint | undefined {
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  const times = lines.flatMap((line) => readCosignature(line, note.slice(0, end + 1), key) ?? []);
  return times[0];
}
