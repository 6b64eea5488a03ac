import { hasLapsed } from '../../shared/access/actor.ts';
import { type GrantItem, overruledBy } from '../../shared/access/granting/model.ts';
import type { ActContext } from '../../shared/act.ts';
import type { Ending } from '../../shared/domain/access-rights/model.ts';
import { loadAllGrants, loadMembers, loadUsersNamed } from '../../shared/domain/access-rights/store.ts';
import { overlaps } from '../../shared/kernel/date-range.ts';
import type { UnitId, UserId } from '../../shared/kernel/id.ts';
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

/** How far a search has come: which of the users of which page, and where in the log of that one. */
export type Place = { members?: LastKey; user: number; line?: LastKey };

/** Users judged at a time, and how many pages of them one call goes through without finding anybody. */
const JUDGED = 25;
const PAGES = 8;

/** The worker whose log is looked through at a place, and the place after that one. */
export async function userAt(
  context: ActContext,
  whose: Whose,
  at: Place,
): Promise<{ found?: { userId: UserId; at: Place }; after?: Place }> {
  const { userIds, unitId } = whose;
  if (userIds !== undefined) {
    const userId = userIds[at.user];
    const after = at.user + 1 < userIds.length ? { after: { user: at.user + 1 } } : {};
    return { ...(userId === undefined ? {} : { found: { userId, at } }), ...after };
  }
  if (unitId === undefined) return {};
  let place = at;
  for (let page = 0; page < PAGES; page += 1) {
    const members = await loadMembers(context, { limit: JUDGED, after: place.members });
    const judged = members.items.map(({ member }) => member);
    const ofUnit = await workedIn(context, { ...whose, unitId }, judged);
    const userId = ofUnit[place.user];
    const next = members.lastKey === undefined ? undefined : { members: members.lastKey, user: 0 };
    if (userId !== undefined) {
      const after = place.user + 1 < ofUnit.length ? { ...place, user: place.user + 1 } : next;
      return { found: { userId, at: place }, ...(after === undefined ? {} : { after: withoutLine(after) }) };
    }
    if (next === undefined) return {};
    place = next;
  }
  return { after: place };
}

const withoutLine = ({ members, user }: Place): Place => ({
  ...(members === undefined ? {} : { members }),
  user,
});

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
export const packed = ({ members, user, line }: Place): LastKey => ({
  user: String(user),
  ...named('m.', members),
  ...named('l.', line),
});

export function unpacked(cursor: LastKey | undefined): Place {
  const { user = '0', ...rest } = cursor ?? {};
  const [members, line] = [ofName('m.', rest), ofName('l.', rest)];
  return {
    user: Number(user),
    ...(members === undefined ? {} : { members }),
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
