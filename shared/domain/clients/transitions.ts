import type { ControllerId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { indexKeys } from '../../table/keys.ts';
import type { ClientHead, Relationship } from './model.ts';
import { CLIENT_REFUSALS } from './refusals.ts';

/** The moves of a client relationship. Each knows its prior state; the version is the race guard. */

type Mover = { controller: ControllerId; now: Instant; by: UserId };

/** The head with its index attributes as its state says: only an active relationship has an own worker's row. */
function indexed(head: ClientHead, controller: ControllerId): ClientHead {
  const { g1pk: _g1pk, g1sk: _g1sk, ...rest } = head;
  const worker = head.relationship?.state === 'active' ? head.relationship.ownWorkerId : undefined;
  if (worker === undefined) return rest;
  return { ...rest, g1pk: indexKeys.worker(controller, worker), g1sk: indexKeys.workerClient(head.clientId) };
}

/** none | ended -> active (1301/2014 § 34). The file comes back into the active set. */
export function startRelationship(
  head: ClientHead,
  start: Omit<Relationship, 'state' | 'endedOn' | 'endGround'>,
  mover: Mover,
): ClientHead {
  if (head.state === 'merged') throw new Refusal(CLIENT_REFUSALS.merged);
  if (head.relationship?.state === 'active') throw new Refusal(CLIENT_REFUSALS.relationshipActive);
  return indexed(
    {
      ...head,
      ...changed(head, mover.now, mover.by),
      state: 'active',
      relationship: { ...start, state: 'active' },
    },
    mover.controller,
  );
}

/** active -> ended, with its ground. The file leaves the active set (U-8.1). */
export function endRelationship(
  head: ClientHead,
  end: { on: LocalDate; ground: NonNullable<Relationship['endGround']> },
  mover: Mover,
): ClientHead {
  const { relationship } = head;
  if (relationship?.state !== 'active') throw new Refusal(CLIENT_REFUSALS.noRelationship);
  return indexed(
    {
      ...head,
      ...changed(head, mover.now, mover.by),
      state: 'archived',
      relationship: { ...relationship, state: 'ended', endedOn: end.on, endGround: end.ground },
    },
    mover.controller,
  );
}

/** Names or changes the own worker (1301/2014 § 42) and the responsible unit. */
export function nameOwnWorker(
  head: ClientHead,
  to: { ownWorkerId: UserId; responsibleUnitId?: Relationship['responsibleUnitId'] },
  mover: Mover,
): ClientHead {
  const { relationship } = head;
  if (relationship?.state !== 'active') throw new Refusal(CLIENT_REFUSALS.noRelationship);
  return indexed(
    {
      ...head,
      ...changed(head, mover.now, mover.by),
      relationship: {
        ...relationship,
        ownWorkerId: to.ownWorkerId,
        responsibleUnitId: to.responsibleUnitId ?? relationship.responsibleUnitId,
      },
    },
    mover.controller,
  );
}
