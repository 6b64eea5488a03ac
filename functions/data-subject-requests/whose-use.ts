import { hasLapsed } from '../../shared/access/actor.ts';
import { type GrantItem, overruledBy } from '../../shared/access/granting/model.ts';
import type { ActContext } from '../../shared/act.ts';
import type { Ending } from '../../shared/domain/access-rights/model.ts';
import { loadAllGrants, loadMembers, loadUsersNamed } from '../../shared/domain/access-rights/store.ts';
import { overlaps } from '../../shared/kernel/date-range.ts';
import { type UnitId, UserId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import type { LastKey } from '../../shared/table/read.ts';

/** Whose use of data is looked at: workers who are named, or all who worked in a unit in the time, those who left too. */
export type Whose = {
  userIds?: UserId[] | undefined;
  unitId?: UnitId | undefined;
  from: Instant;
  to: Instant;
};

/**
 * How far a search has come, by keys alone: the page of users that is gone through, the user of it whose log is being
 * read, or the one whose log has been, and where in the log. Nothing is counted, for who is found may change between
 * two calls: a right is given or ended, a worker moves.
 */
export type Place = { page?: LastKey; of?: UserId; after?: UserId; line?: LastKey };

/** Users judged at a time, and how many pages of them one call goes through without finding anybody. */
const JUDGED = 25;
const PAGES = 8;

type Found = { found?: { userId: UserId; at: Place }; after?: Place };

/** The worker whose log is looked through at a place, and the place after that one. */
export async function userAt(context: ActContext, whose: Whose, at: Place): Promise<Found> {
  const { userIds, unitId } = whose;
  // A log that was begun is read to its end, whatever has become of the worker since.
  if (at.of !== undefined) return foundAt(at.of, at, userIds);
  if (userIds !== undefined) {
    const userId = followingIn(userIds, at.after)[0];
    return userId === undefined ? {} : foundAt(userId, at, userIds);
  }
  if (unitId === undefined) return {};
  let place = at;
  for (let page = 0; page < PAGES; page += 1) {
    const members = await loadMembers(context, { limit: JUDGED, after: place.page });
    const judged = members.items.map(({ member }) => member);
    const waiting = followingIn(
      judged.map(({ userId }) => userId),
      place.after,
    );
    const ofUnit = await workedIn(context, { ...whose, unitId }, judged);
    const userId = ofUnit.find((one) => waiting.includes(one));
    if (userId !== undefined) return foundAt(userId, place);
    if (members.lastKey === undefined) return {};
    place = { page: members.lastKey };
  }
  return { after: place };
}

/** After one who was named last there is nobody; after one of a page the page goes on. */
function foundAt(userId: UserId, { page, line }: Place, named?: readonly UserId[]): Found {
  const of = page === undefined ? {} : { page };
  const at: Place = { ...of, of: userId, ...(line === undefined ? {} : { line }) };
  return {
    found: { userId, at },
    ...(named !== undefined && named.at(-1) === userId ? {} : { after: { ...of, after: userId } }),
  };
}

const followingIn = (userIds: readonly UserId[], after: UserId | undefined): UserId[] =>
  userIds.slice(after === undefined ? 0 : userIds.indexOf(after) + 1);

/** Those of a page whose post is of the unit, or who held a right in it at some time between. */
async function workedIn(
  context: ActContext,
  { unitId, from, to }: Whose & { unitId: UnitId },
  members: readonly { userId: UserId; unitId: UnitId }[],
): Promise<UserId[]> {
  const userIds = members.map(({ userId }) => userId);
  const [users, grants] = await Promise.all([
    loadUsersNamed(context, userIds),
    Promise.all(userIds.map((userId) => loadAllGrants(context, userId))),
  ]);
  return members.flatMap(({ userId, unitId: own }, index) => {
    const endings = users.get(userId)?.endings ?? [];
    const held = (grants[index] ?? []).filter((item) => heldBetween(item, endings, { from, to }));
    return own === unitId || held.some(({ grant }) => grant.unitIds.includes(unitId)) ? [userId] : [];
  });
}

/** Whether a right held at some moment of a time: given by its end, of its days, and not ended before it began. */
function heldBetween(
  item: GrantItem,
  endings: readonly Ending[],
  { from, to }: { from: Instant; to: Instant },
): boolean {
  const { course, grant } = item;
  if (course.state === 'proposed' || course.state === 'refused' || course.decidedAt > to) return false;
  const first = helsinkiDateOf(from);
  if (!overlaps(grant.range, { from: first, to: helsinkiDateOf(to) }) || hasLapsed(grant, first))
    return false;
  if (course.state === 'ended') return course.endedAt >= from;
  const ending = overruledBy(item, endings);
  return ending === undefined || ending.at >= from;
}

/** A place as a cursor holds it: text under names. */
export const packed = ({ page, of, after, line }: Place): LastKey => ({
  ...(of === undefined ? {} : { of }),
  ...(after === undefined ? {} : { after }),
  ...named('p.', page),
  ...named('l.', line),
});

export function unpacked(cursor: LastKey | undefined): Place {
  const { of, after, ...rest } = cursor ?? {};
  const [page, line] = [ofName('p.', rest), ofName('l.', rest)];
  return {
    ...(page === undefined ? {} : { page }),
    ...(of === undefined ? {} : { of: UserId.parse(of) }),
    ...(after === undefined ? {} : { after: UserId.parse(after) }),
    ...(line === undefined ? {} : { line }),
  };
}

const named = (prefix: string, key: LastKey | undefined): LastKey =>
  Object.fromEntries(Object.entries(key ?? {}).map(([name, value]) => [`${prefix}${name}`, value]));

function ofName(prefix: string, cursor: LastKey): LastKey | undefined {
  const own = Object.entries(cursor).filter(([name]) => name.startsWith(prefix));
  return own.length === 0
    ? undefined
    : Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
