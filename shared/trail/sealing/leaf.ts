import { hash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';

/**
 * What the sealed log holds of a line: one salted SHA-256 commitment for each field and for each client and resource
 * it names (security decision 19). An extract opens some of them and proves that the line stands in the log; what it
 * does not open stays unknown, and cannot be guessed for the salt.
 */
const LEAF_FORM = 'sointu-leaf/1';

export const SEED_BYTES = 32;

/** A field, or one of several, and what it says. */
export type Part = { name: string; value: unknown };
/** What whoever checks an extract is told of a part. */
export type OpenedPart = Part & { salt: string };

/** Opened one by one, since an extract may give some and withhold others. */
const BY_MEMBER = new Set(['userIdentity', 'basis', 'outcome', 'clients', 'resources', 'keys', 'disclosure']);

/** A line as it was sealed. Whoever checks it need not know the schema of its day. */
export type LineParts = Readonly<Record<string, unknown>>;

function partsOf(event: LineParts): Part[] {
  return Object.entries(event).flatMap(([name, value]) =>
    BY_MEMBER.has(name) && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([member, one]: [string, unknown]) => ({
          name: `${name}.${member}`,
          value: one,
        }))
      : [{ name, value }],
  );
}

const BLOCK_BYTES = 64;
const pad = (seed: Uint8Array, byte: number): Uint8Array =>
  new Uint8Array(BLOCK_BYTES).map((_, place) => byte ^ (seed[place] ?? 0));
const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  // One-shot, to a text: a hash object for each of a line's hundred hashes costs many times that.
  Buffer.from(hash('sha256', Buffer.concat(parts), 'binary'), 'binary');

/** The salts of a line: HMAC-SHA-256 (RFC 2104) of the name of each part, under the line's seed. */
function saltsOf(seed: Uint8Array): (name: string) => Buffer {
  if (seed.length > BLOCK_BYTES) throw new RangeError('A seed is no longer than a block.');
  const [inner, outer] = [pad(seed, 0x36), pad(seed, 0x5c)];
  return (name) => sha256(outer, sha256(inner, Buffer.from(name)));
}

const commitment = (salt: Uint8Array, { name, value }: Part): string =>
  hash('sha256', Buffer.concat([salt, Buffer.from(`${name}\0${canonicalJson(value)}`)]), 'base64');

/** The entry of a line: `seed` is its own and lies with the line, so that the commitments can be made again. */
export function leafOf(event: LineParts, seed: Uint8Array): Buffer {
  const saltOf = saltsOf(seed);
  const lines = partsOf(event).map((part) => `${part.name} ${commitment(saltOf(part.name), part)}`);
  return Buffer.from(`${[LEAF_FORM, ...lines].join('\n')}\n`);
}

/** Opens the parts of a line that an extract gives. */
export function openParts(event: LineParts, seed: Uint8Array, gives: (part: Part) => boolean): OpenedPart[] {
  const saltOf = saltsOf(seed);
  return partsOf(event)
    .filter(gives)
    .map((part) => ({ ...part, salt: saltOf(part.name).toString('base64') }));
}

/** Whether a part that was opened is what the entry committed to. */
export const isCommitted = (leaf: Buffer, { salt, ...part }: OpenedPart): boolean =>
  leaf
    .toString('utf8')
    .split('\n')
    .includes(`${part.name} ${commitment(Buffer.from(salt, 'base64'), part)}`);
