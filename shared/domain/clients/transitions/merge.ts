import { helsinkiDateOf } from '../../../kernel/local-date.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { changed } from '../../../table/item.ts';
import { keptTies } from '../as-it-stood.ts';
import { barredTogether } from '../barred.ts';
import type { ClientHead } from '../model.ts';
import { CLIENT_REFUSALS } from '../refusals.ts';
import { hasSafetyBan } from '../rules.ts';
import { type Mover, refuseMerged } from './relationship.ts';

/** Yhdistäminen: one person recorded twice becomes one client. Nothing is moved, so that it can be undone. */

const MOST_MERGED = 20;

type Pair = { source: ClientHead; target: ClientHead };

/**
 * The source keeps all that it holds, frozen; its codes go on finding it, and it answers with the target. An
 * active relationship goes on only on the target, so the source may not be the only one that has it; neither may
 * it be the only one that is under a safety ban or restricted, for then its protection would be lost.
 */
export function merge({ source, target }: Pair, { now, by }: Mover): Pair {
  if (source.clientId === target.clientId) throw new Refusal(CLIENT_REFUSALS.sameClient);
  refuseMerged(source);
  refuseMerged(target);
  if (isActive(source) && !isActive(target)) throw new Refusal(CLIENT_REFUSALS.relationshipOnlyHere);
  const today = helsinkiDateOf(now);
  const losesBan = hasSafetyBan(source, today) && !hasSafetyBan(target, today);
  const losesRestriction = source.restriction !== undefined && target.restriction === undefined;
  if (losesBan || losesRestriction) throw new Refusal(CLIENT_REFUSALS.protectionOnlyHere);
  // A merged file is frozen: it could not be restricted afterwards, and would go on being read by its own ties.
  if (target.restriction !== undefined && source.restriction === undefined) {
    throw new Refusal(CLIENT_REFUSALS.restrictionOnlyThere);
  }
  if (target.mergedFrom.length >= MOST_MERGED) throw new Refusal(CLIENT_REFUSALS.mergedTooOften);
  return {
    source: { ...source, ...changed(source, now, by), state: 'merged', mergedInto: target.clientId },
    target: {
      ...target,
      ...changed(target, now, by),
      mergedFrom: [...target.mergedFrom, source.clientId],
      // What is closed to a worker in the one is not opened through the other.
      ...(source.barred === undefined
        ? {}
        : { ...keptTies(target, now), barred: barredTogether(target.barred, source.barred) }),
    },
  };
}

/** Undoes a merge: both are again what they were, but for their versions and stamps. */
export function undoMerge({ source, target }: Pair, { now, by }: Mover): Pair {
  const { mergedInto, ...rest } = source;
  if (source.state !== 'merged' || mergedInto !== target.clientId) {
    throw new Refusal(CLIENT_REFUSALS.notMerged);
  }
  return {
    source: { ...rest, ...changed(source, now, by), state: ownStateOf(rest) },
    target: {
      ...target,
      ...changed(target, now, by),
      mergedFrom: target.mergedFrom.filter((clientId) => clientId !== source.clientId),
    },
  };
}

const isActive = ({ relationship }: ClientHead): boolean => relationship?.state === 'active';

/** A client is out of the active set exactly when the relationship has ended (U-8.1). */
const ownStateOf = ({ relationship }: Omit<ClientHead, 'mergedInto'>): ClientHead['state'] =>
  relationship?.state === 'ended' ? 'archived' : 'active';
