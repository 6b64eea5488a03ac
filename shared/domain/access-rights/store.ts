import { GrantItem } from '../../access/granting/model.ts';
import type { ActContext } from '../../act.ts';
import type { GrantId, UnitId, UserId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { controllerKeys, indexKeys, type Key, userKeys } from '../../table/keys.ts';
import { rowsOfUnit } from '../../table/lists.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { type Post, UnitItem } from '../controllers/model.ts';
import { CommitmentItem, Member, UserItem, Waiting } from './model.ts';

/** What is stored of users and their grants: each user's record and history in one partition, apart from the powers. */

type Where = Pick<ActContext, 'services' | 'actor'>;
type Asked = { limit: number; after: LastKey | undefined };

function found<T>(item: T | undefined): T {
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/** @throws Refusal `request.notFound`. */
export async function loadUser(
  { services, actor: { controller } }: Where,
  userId: UserId,
): Promise<UserItem> {
  const key = userKeys.user(controller, userId);
  return found(await getItem(services.tables, controller, 'records', key, UserItem));
}

/** @throws Refusal `request.notFound`. */
export async function loadGrant(
  { services, actor: { controller } }: Where,
  userId: UserId,
  grantId: GrantId,
): Promise<GrantItem> {
  const key = userKeys.grant(controller, userId, grantId);
  return found(await getItem(services.tables, controller, 'records', key, GrantItem));
}

/** Every grant a user ever had or was proposed, the latest first. */
export const loadGrants = (
  { services, actor: { controller } }: Where,
  userId: UserId,
  { limit, after }: Asked,
): Promise<Page<GrantItem>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: userKeys.partition(controller, userId),
      span: userKeys.spans.grants,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    GrantItem,
  );

/** The commitments a user has signed, the latest first. */
export const loadCommitments = (
  { services, actor: { controller } }: Where,
  userId: UserId,
  { limit, after }: Asked,
): Promise<Page<CommitmentItem>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: userKeys.partition(controller, userId),
      span: userKeys.spans.commitments,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    CommitmentItem,
  );

const organisation = ({ actor: { controller } }: Where, { limit, after }: Asked) => ({
  table: 'records' as const,
  pk: controllerKeys.organisation(controller),
  limit,
  ...(after === undefined ? {} : { after }),
});

/** A page of the controller's users. */
export const loadMembers = (where: Where, asked: Asked): Promise<Page<Member>> =>
  query(
    where.services.tables,
    where.actor.controller,
    { ...organisation(where, asked), span: controllerKeys.spans.members },
    Member,
  );

/** Proposals that wait for the main user, the oldest first, each with what is proposed. */
export async function loadProposals(where: Where, asked: Asked): Promise<Page<GrantItem>> {
  const { services, actor } = where;
  const { controller } = actor;
  const page = await query(
    services.tables,
    controller,
    { ...organisation(where, asked), span: controllerKeys.spans.proposals },
    Waiting,
  );
  const items = await batchGet(
    services.tables,
    controller,
    'records',
    page.items.map(({ userId, grantId }) => userKeys.grant(controller, userId, grantId)),
    GrantItem,
  );
  return { ...page, items: items.toSorted((a, b) => (a.grant.grantId < b.grant.grantId ? -1 : 1)) };
}

/** Those of the units that there are. */
export async function loadUnitsNamed(
  { services, actor: { controller } }: Where,
  unitIds: readonly UnitId[],
): Promise<Map<UnitId, UnitItem['unit']>> {
  const keys = unitIds.map((unitId): Key => controllerKeys.unit(controller, unitId));
  const items = await batchGet(services.tables, controller, 'records', keys, UnitItem);
  return new Map(items.map(({ unit }) => [unit.unitId, unit]));
}

/** A unit's grants by the day by which its supervisor attests them, the earliest first. */
export const grantsToAttest = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
  days: { from: LocalDate; to: LocalDate },
  { limit, after }: Asked,
): Promise<Page<GrantItem>> =>
  rowsOfUnit(
    services,
    controller,
    unitId,
    { span: indexKeys.unitGrantsOfDays(days), limit, after },
    GrantItem,
  );

/** The records of these users, by their ids. */
export async function loadUsersNamed(
  { services, actor: { controller } }: Where,
  userIds: readonly UserId[],
): Promise<Map<UserId, UserItem>> {
  const keys = userIds.map((userId): Key => userKeys.user(controller, userId));
  const items = await batchGet(services.tables, controller, 'records', keys, UserItem);
  return new Map(items.map((item) => [item.user.userId, item]));
}

/**
 * Who holds a post today: read strongly, past the index, since whoever is missed would keep rights that have ended. The
 * whole list of users is read for it, a few megabytes in a county of 5 000: a post seldom moves.
 */
export async function loadHolders(
  where: Where,
  { postId, unitId }: Pick<Post, 'postId' | 'unitId'>,
): Promise<UserItem[]> {
  const { services, actor } = where;
  const members = await queryAll(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: controllerKeys.organisation(actor.controller),
      span: controllerKeys.spans.members,
    },
    Member,
  );
  const ofUnit = members.filter(({ member }) => member.status === 'active' && member.unitId === unitId);
  const users = await loadUsersNamed(
    where,
    ofUnit.map(({ member }) => member.userId),
  );
  return [...users.values()].filter(({ user }) => user.status === 'active' && user.postId === postId);
}

/** A page of the users of a unit who have not left. */
export const loadUsersOfUnit = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
  { limit, after }: Asked,
): Promise<Page<Member>> =>
  rowsOfUnit(services, controller, unitId, { span: indexKeys.spans.users, limit, after }, Member);

/** All of a user's grants there have been: a handful a year. */
export const loadAllGrants = (
  { services, actor: { controller } }: Where,
  userId: UserId,
): Promise<GrantItem[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: userKeys.partition(controller, userId), span: userKeys.spans.grants },
    GrantItem,
  );
