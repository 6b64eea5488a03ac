import type { Ending } from '../../domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../domain/access-rights/refusals.ts';
import type { UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { attested, type EndReason, type GrantItem, grantStateOn, overruledBy } from './model.ts';

/** The moves of a grant. Each knows its prior state; the version is the race guard. */

type Mover = { now: Instant; by: UserId };

/** proposed -> granted, by another than the user and the proposer (C-16), until it is to be attested. */
export function grantProposal(
  item: GrantItem,
  endings: readonly Ending[],
  attestBy: LocalDate,
  mover: Mover,
): GrantItem {
  mustDecide(item, mover.by);
  if (overruledBy(item, endings, helsinkiDateOf(mover.now)) !== undefined)
    throw new Refusal(RIGHTS_REFUSALS.lapsed);
  return { ...decide(item, 'granted', mover), grant: { ...item.grant, attestBy } };
}

/** granted -> granted until another day, by another than the user. What has lapsed is proposed anew. */
export function attestGrant(
  item: GrantItem,
  endings: readonly Ending[],
  until: LocalDate,
  { now, by }: Mover,
): GrantItem {
  mustStand(item, endings, { now, by });
  return {
    ...item,
    ...changed(item, now, by),
    grant: { ...item.grant, attestBy: until },
    ...attested(item, { at: now, by, until }),
  };
}

/** proposed -> refused. A proposal that lapsed is refused too, so that it leaves the list. */
export function refuseProposal(item: GrantItem, mover: Mover): GrantItem {
  mustDecide(item, mover.by);
  return decide(item, 'refused', mover);
}

/** granted -> ended, at once. */
export function endGrant(
  item: GrantItem,
  endings: readonly Ending[],
  reason: EndReason,
  { now, by }: Mover,
): GrantItem {
  const { decidedAt, decidedBy } = mustStand(item, endings, { now, by });
  return {
    ...item,
    ...changed(item, now, by),
    course: { state: 'ended', decidedAt, decidedBy, endedAt: now, endedBy: by, reason },
  };
}

/** In force or to come, and not the mover's own. */
function mustStand(item: GrantItem, endings: readonly Ending[], { now, by }: Mover) {
  const { course, userId } = item;
  if (userId === by) throw new Refusal(RIGHTS_REFUSALS.own);
  const state = grantStateOn(item, endings, helsinkiDateOf(now));
  if (course.state !== 'granted' || (state !== 'inForce' && state !== 'coming')) {
    throw new Refusal(RIGHTS_REFUSALS.notInForce);
  }
  return course;
}

function mustDecide({ userId, createdBy, course }: GrantItem, by: UserId): void {
  if (userId === by) throw new Refusal(RIGHTS_REFUSALS.own);
  if (createdBy === by) throw new Refusal(RIGHTS_REFUSALS.ownProposal);
  if (course.state !== 'proposed') throw new Refusal(RIGHTS_REFUSALS.decided);
}

const decide = (item: GrantItem, state: 'granted' | 'refused', { now, by }: Mover): GrantItem => ({
  ...item,
  ...changed(item, now, by),
  course: { state, decidedAt: now, decidedBy: by },
});
