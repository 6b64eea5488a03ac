import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { AccessEvent } from '../event.ts';

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
const BY_MEMBER = new Set(['userIdentity', 'basis', 'outcome', 'clients', 'resources', 'keys']);

function partsOf(event: AccessEvent): Part[] {
  return Object.entries(event).flatMap(([name, value]: [string, unknown]) =>
    BY_MEMBER.has(name) && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([member, one]: [string, unknown]) => ({
          name: `${name}.${member}`,
          value: one,
        }))
      : [{ name, value }],
  );
}

const saltOf = (seed: Uint8Array, name: string): Buffer => createHmac('sha256', seed).update(name).digest();

const commitment = (salt: Uint8Array, { name, value }: Part): string =>
  createHash('sha256')
    .update(salt)
    .update(`${name}\0${canonicalJson(value)}`)
    .digest('base64');

/** The entry of a line: `seed` is its own and lies with the line, so that the commitments can be made again. */
export function leafOf(event: AccessEvent, seed: Uint8Array): Buffer {
  const lines = partsOf(event).map((part) => `${part.name} ${commitment(saltOf(seed, part.name), part)}`);
  return Buffer.from(`${[LEAF_FORM, ...lines].join('\n')}\n`);
}

/** Opens the parts of a line that an extract gives. */
export const openParts = (
  event: AccessEvent,
  seed: Uint8Array,
  gives: (part: Part) => boolean,
): OpenedPart[] =>
  partsOf(event)
    .filter(gives)
    .map((part) => ({ ...part, salt: saltOf(seed, part.name).toString('base64') }));

/** Whether a part that was opened is what the entry committed to. */
export const isCommitted = (leaf: Buffer, { salt, ...part }: OpenedPart): boolean =>
  leaf
    .toString('utf8')
    .split('\n')
    .includes(`${part.name} ${commitment(Buffer.from(salt, 'base64'), part)}`);
