import type { UserId } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { changed } from '../../../table/item.ts';
import { keptTies } from '../as-it-stood.ts';
import type { ClientHead, Relationship } from '../model.ts';
import { CLIENT_REFUSALS } from '../refusals.ts';

/** The moves of a client relationship. Each knows its prior state; the version is the race guard. */

export type Mover = { now: Instant; by: UserId };

/** The matters of a merged client go on under another: nothing is written here any more. */
export function refuseMerged({ state, mergedInto }: Pick<ClientHead, 'state' | 'mergedInto'>): void {
  if (state !== 'merged') return;
  throw new Refusal(
    CLIENT_REFUSALS.merged,
    mergedInto === undefined ? {} : { details: { clientId: mergedInto } },
  );
}

/** none | ended -> active (1301/2014 § 34). The file comes back into the active set. */
export function startRelationship(
  head: ClientHead,
  start: Omit<Relationship, 'state' | 'endedOn' | 'endGround'>,
  { now, by }: Mover,
): ClientHead {
  refuseMerged(head);
  if (head.relationship?.state === 'active') throw new Refusal(CLIENT_REFUSALS.relationshipActive);
  return {
    ...head,
    ...changed(head, now, by),
    ...keptTies(head, now),
    state: 'active',
    relationship: { ...start, state: 'active' },
  };
}

/** active -> ended, with its ground. The file leaves the active set (U-8.1). */
export function endRelationship(
  head: ClientHead,
  end: { on: LocalDate; ground: NonNullable<Relationship['endGround']> },
  { now, by }: Mover,
): ClientHead & { relationship: Relationship } {
  return {
    ...head,
    ...changed(head, now, by),
    ...keptTies(head, now),
    state: 'archived',
    relationship: { ...activeOf(head), state: 'ended', endedOn: end.on, endGround: end.ground },
  };
}

/** Names or changes the own worker (1301/2014 § 42) and the responsible unit. */
export function nameOwnWorker(
  head: ClientHead,
  to: { ownWorkerId: UserId; responsibleUnitId?: Relationship['responsibleUnitId'] },
  { now, by }: Mover,
): ClientHead {
  const relationship = activeOf(head);
  return {
    ...head,
    ...changed(head, now, by),
    ...keptTies(head, now),
    relationship: {
      ...relationship,
      ownWorkerId: to.ownWorkerId,
      responsibleUnitId: to.responsibleUnitId ?? relationship.responsibleUnitId,
    },
  };
}

/**
 * When and how the client was told of the processing, where it was not recorded at the start (J-8.2). How it was on
 * another day is not how it was on this one.
 */
export function recordInforming(
  head: ClientHead,
  told: Pick<Relationship, 'informedOn' | 'informing'>,
  { now, by }: Mover,
): ClientHead {
  const { informing: _, ...relationship } = activeOf(head);
  return { ...head, ...changed(head, now, by), relationship: { ...relationship, ...told } };
}

function activeOf(head: ClientHead): Relationship {
  refuseMerged(head);
  if (head.relationship?.state !== 'active') throw new Refusal(CLIENT_REFUSALS.noRelationship);
  return head.relationship;
}

/** Begun on another day than was recorded: in force, or ended since. */
export const startCorrected = (
  head: ClientHead,
  relationship: Relationship | undefined,
  { now, by }: Mover,
): ClientHead => ({
  ...head,
  ...changed(head, now, by),
  ...keptTies(head, now),
  ...(relationship === undefined ? {} : { relationship }),
});
