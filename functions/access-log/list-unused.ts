import * as z from 'zod';
import { grantsOn, type Powers } from '../../shared/access/actor.ts';
import { JobRole } from '../../shared/access/job-roles.ts';
import { PowersItem } from '../../shared/access/powers.ts';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Member } from '../../shared/domain/access-rights/model.ts';
import { loadMembers, loadUsersOfUnit } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { UnitId, type UserId } from '../../shared/kernel/id.ts';
import { addDays, helsinkiDateOf, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { batchGet, type LastKey } from '../../shared/table/read.ts';
import { hasBeenUsed } from '../../shared/trail/last-use.ts';

/** Accounts looked at for one page. */
const LOOKED_AT = 25;

/** A supervisor names a unit of the own; others may. */
export const UnusedQuery = PageQuery.omit({ limit: true }).extend({ unitId: UnitId.optional() });

export const UnusedAccounts = z
  .strictObject({
    /** The first day on which use was looked for. */
    since: LocalDate,
    accounts: z
      .array(
        Member.shape.member.omit({ status: true }).extend({
          roles: z.array(JobRole),
          /** The day on which the account was made. */ madeOn: LocalDate,
        }),
      )
      .max(LOOKED_AT),
    next: z.string().optional(),
  })
  .meta({ id: 'UnusedAccounts' });

/**
 * Accounts that had rights for as long as the setting `rights.unusedAfterDays` says, and were not used. A page looks at
 * twenty-five accounts, so that it may show none and yet have a next.
 */
export async function listUnused(
  context: ActContext,
  { query: { unitId, cursor } }: { query: z.infer<typeof UnusedQuery> },
): Promise<Reading<z.infer<typeof UnusedAccounts>>> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  mustOversee(context, unitId);
  const subject = unitId ?? 'all';
  const [after, { rights }] = await Promise.all([
    openCursor(context, subject, cursor),
    settingsOf(services, controller),
  ]);
  const page = await membersOf(context, unitId, after);
  const since = addDays(today, -rights.unusedAfterDays);
  const members = page.items.map(({ member }) => member).filter(({ status }) => status === 'active');
  const powers = await powersOfAll(
    context,
    members.map(({ userId }) => userId),
  );
  const asked = members.flatMap(({ status: _status, ...member }) => {
    const found = powers.get(member.userId);
    const madeOn = found === undefined ? today : helsinkiDateOf(found.createdAt);
    if (found === undefined || madeOn > since) return [];
    const roles = rolesSince(found.powers, since, today);
    return roles.length === 0 ? [] : [{ ...member, roles, madeOn }];
  });
  const used = await Promise.all(
    asked.map(({ userId }) =>
      hasBeenUsed(services.tables, controller, userId, { since: startOfDay(since), now }),
    ),
  );
  const accounts = asked.filter((_, index) => used[index] === false);
  return {
    line: {
      clients: [],
      resources: accounts.map(({ userId }) => ({ kind: 'user', id: userId })),
      dataGroups: ['accessRights', 'accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, subject, page.lastKey);
      return { since, accounts, ...(next === undefined ? {} : { next }) };
    },
  };
}

function mustOversee({ actor }: ActContext, unitId: UnitId | undefined): void {
  if (actor.grants.some(({ role }) => OF_ALL.includes(role))) return;
  if (unitId === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  mustSupervise(actor, unitId);
}

/** Those who look at the accounts of every unit. */
const OF_ALL: readonly JobRole[] = ['mainUser', 'management', 'dataProtectionOfficer'];

const membersOf = (context: ActContext, unitId: UnitId | undefined, after: LastKey | undefined) =>
  unitId === undefined
    ? loadMembers(context, { limit: LOOKED_AT, after })
    : loadUsersOfUnit(context, unitId, { limit: LOOKED_AT, after });

async function powersOfAll(
  { services, actor: { controller } }: ActContext,
  userIds: readonly UserId[],
): Promise<Map<UserId, PowersItem>> {
  const keys = userIds.map((userId) => userKeys.powers(controller, userId));
  const items = await batchGet(services.tables, controller, 'records', keys, PowersItem);
  return new Map(items.map((item) => [item.powers.userId, item]));
}

/** The roles that hold today and began by the day: who was given a right lately has had no time to use it. */
const rolesSince = (powers: Powers, since: LocalDate, today: LocalDate): JobRole[] => [
  ...new Set(
    grantsOn(powers, today)
      .filter(({ range }) => range.from <= since)
      .map(({ role }) => role),
  ),
];
