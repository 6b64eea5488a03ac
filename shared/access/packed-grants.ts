import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { sha256Of } from '../crypto/sha256.ts';
import { Grant, MOST_GRANTS } from './actor.ts';

/** A worker's thousand grants are some 360 KB of JSON and a ninth of that as they are kept. */
const MOST_PACKED = 64 * 1024;
const MOST_UNPACKED = 4 * 1024 * 1024;
/** So many workers' grants are kept, and so many grants of all together: some ten megabytes. */
const WORKERS_KEPT = 500;
const GRANTS_KEPT = 10_000;

const Grants = z.array(Grant).max(MOST_GRANTS);

/** Grants that were read before, by the hash of what is stored: other bytes are other grants, and nothing goes stale. */
const kept = new Map<string, readonly Grant[]>();

/** @returns undefined when they would not fit in the item. */
export function packGrants(grants: readonly Grant[]): Uint8Array | undefined {
  if (grants.length > MOST_GRANTS) return undefined;
  const bytes = Buffer.from(JSON.stringify(grants));
  // What is larger than a reader unpacks would shut the worker out for good.
  if (bytes.length > MOST_UNPACKED) return undefined;
  const packed = deflateRawSync(bytes);
  return packed.length > MOST_PACKED ? undefined : packed;
}

/**
 * Grants as they are stored with a worker's powers: packed, because the whole of them is read with every request. Those
 * once read are given out again, frozen, for as long as the same bytes stand in the table.
 */
export const PackedGrants = z.instanceof(Uint8Array).transform((packed, { issues }): readonly Grant[] => {
  const name = sha256Of(packed);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const read = Grants.safeParse(unpacked(packed));
  if (!read.success) {
    issues.push({ code: 'custom', message: 'no packed grants', input: undefined });
    return z.NEVER;
  }
  const grants = frozen(read.data);
  keep(name, grants);
  return grants;
});

/** The oldest go first. */
function keep(name: string, grants: readonly Grant[]): void {
  kept.set(name, grants);
  let count = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (kept.size <= WORKERS_KEPT && count <= GRANTS_KEPT) return;
    kept.delete(oldest);
    count -= length;
  }
}

function unpacked(packed: Uint8Array): unknown {
  try {
    return JSON.parse(inflateRawSync(packed, { maxOutputLength: MOST_UNPACKED }).toString());
  } catch {
    return undefined;
  }
}

/** One request can change nothing that another sees. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
