import type { UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import { type Grant, hasLapsed, type Powers } from '../actor.ts';
import { openingsInForce, type PowersItem } from '../powers.ts';

type Mover = { now: Instant; by: UserId };

/**
 * The powers after a change: what has run out, grants and openings alike, leaves them with every rewriting.
 */
export function rewritten(
  item: PowersItem,
  change: (powers: Powers) => Partial<Powers>,
  { now, by }: Mover,
): PowersItem {
  const today = helsinkiDateOf(now);
  const { professionalNumber, postTo, ...next } = { ...item.powers, ...change(item.powers) };
  const powers: Powers = {
    ...next,
    ...(postTo === undefined ? {} : { postTo }),
    ...(professionalNumber === undefined ? {} : { professionalNumber }),
    grants: next.grants.filter(
      (grant) => (grant.range.to === undefined || grant.range.to >= today) && !hasLapsed(grant, today),
    ),
    openings: openingsInForce(next, now),
  };
  return { ...item, ...changed(item, now, by), powers };
}

export const withGrant = (item: PowersItem, grant: Grant, mover: Mover): PowersItem =>
  rewritten(item, ({ grants }) => ({ grants: [...grants, grant] }), mover);

export const withoutGrant = (item: PowersItem, { grantId }: Grant, mover: Mover): PowersItem =>
  rewritten(item, ({ grants }) => ({ grants: grants.filter((one) => one.grantId !== grantId) }), mover);

/** The grant as it stands after an attestation, in the place of the one before. */
export const withAttested = (item: PowersItem, grant: Grant, mover: Mover): PowersItem =>
  rewritten(
    item,
    ({ grants }) => ({ grants: grants.map((one) => (one.grantId === grant.grantId ? grant : one)) }),
    mover,
  );

/** A change of duties or the end of the employment: nothing that was given holds any more. */
export const withoutRights = (
  item: PowersItem,
  change: Partial<Omit<Powers, 'grants' | 'openings'>>,
  mover: Mover,
): PowersItem => rewritten(item, () => ({ ...change, grants: [], openings: [] }), mover);
