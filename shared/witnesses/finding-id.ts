import { createHash } from 'node:crypto';
import { formatId, WitnessFindingId } from '../kernel/id.ts';
import { epochMsOf } from '../kernel/instant.ts';
import type { Difference } from './reconcile.ts';

/** The same difference has the same id, however often it is found: it sorts by when it happened. */
export function findingIdOf({
  at,
  kind,
  evidence,
}: Pick<Difference, 'at' | 'kind' | 'evidence'>): WitnessFindingId {
  const hash = createHash('sha256').update(`${kind} ${evidence}`).digest();
  return WitnessFindingId.parse(formatId(epochMsOf(at), hash.subarray(0, 10)));
}
