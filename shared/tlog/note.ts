import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A text signed by one or more keys (c2sp.org/signed-note), with Ed25519. */
export type NoteKey = { name: string; id: Buffer; publicKey: Buffer };

const ED25519 = Buffer.of(1);
const PUBLIC_KEY_BYTES = 32;
const ID_BYTES = 4;
/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
export const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
export const SIGNATURE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;
const MOST_SIGNATURES = 64;

/** A key by its name and its 32 bytes; its id is computed of both. */
export function noteKey(name: string, publicKey: Buffer): NoteKey {
  if (!/^[^\s+]+$/u.test(name)) throw new Error('The name of a key has neither spaces nor a plus.');
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new Error('An Ed25519 key has 32 bytes.');
  const hash = createHash('sha256').update(`${name}\n`).update(ED25519).update(publicKey).digest();
  return { name, id: hash.subarray(0, ID_BYTES), publicKey };
}

/** The 32 bytes of a key that a key service gives in DER. */
export function bytesOfKey(key: KeyObject): Buffer {
  const der = key.export({ type: 'spki', format: 'der' });
  return der.subarray(SPKI_PREFIX.length);
}

/** A key as verifiers are told it: `name+id+key`. */
export const verifierText = ({ name, id, publicKey }: NoteKey): string =>
  `${name}+${id.toString('hex')}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`;

/** The key that a verifier was told; nothing where the text contradicts itself. */
export function readVerifier(text: string): NoteKey | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([\da-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 1 + PUBLIC_KEY_BYTES || bytes[0] !== ED25519[0]) return undefined;
  const key = noteKey(name, bytes.subarray(1));
  return key.id.toString('hex') === id ? key : undefined;
}

/** A text and the signature made over it. The text ends in a new line. */
export const signedNote = (text: string, key: NoteKey, signature: Buffer): string =>
  `${text}\n— ${key.name} ${Buffer.concat([key.id, signature]).toString('base64')}\n`;

/** The text of a note that this key signed; nothing where it did not, or where its signature is not right. */
export function openNote(note: string, key: NoteKey): string | undefined {
  const end = note.lastIndexOf('\n\n');
  // oxlint-disable-next-line no-control-regex -- the format forbids them
  if (end === -1 || !note.endsWith('\n') || /[\0-\t\v-\x1f]/.test(note)) return undefined;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map((line) => SIGNATURE.exec(line));
  if (signatures.includes(null)) return undefined;
  const own = signatures.flatMap((match) => {
    const bytes = Buffer.from(match?.[2] ?? '', 'base64');
    return match?.[1] === key.name && bytes.subarray(0, ID_BYTES).equals(key.id)
      ? [bytes.subarray(ID_BYTES)]
      : [];
  });
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, key.publicKey]),
    format: 'der',
    type: 'spki',
  });
  const right = own.every((signature) => verify(null, Buffer.from(text), publicKey, signature));
  return own.length > 0 && right ? text : undefined;
}
