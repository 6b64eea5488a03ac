import * as z from 'zod';
import { supervises } from '../../../shared/access/supervision.ts';
import type { ActContext, Answer, LinePart, Reading } from '../../../shared/act.ts';
import { commit } from '../../../shared/commit.ts';
import { blindIndex } from '../../../shared/crypto/blind-index.ts';
import { Disqualification } from '../../../shared/domain/access-rights/disqualification/model.ts';
import {
  barredChanges,
  loadDisqualification,
  loadDisqualifications,
  ofCode,
} from '../../../shared/domain/access-rights/disqualification/store.ts';
import type { User } from '../../../shared/domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../../shared/domain/access-rights/refusals.ts';
import { loadUser } from '../../../shared/domain/access-rights/store.ts';
import {
  type Barred,
  BarringGround,
  barredTogether,
  isBarred,
  MOST_BARRED,
} from '../../../shared/domain/clients/barred.ts';
import { settingsOf } from '../../../shared/domain/controllers/settings-cache.ts';
import { expectVersion } from '../../../shared/expect-version.ts';
import { PAGE } from '../../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../../shared/http/paging.ts';
import { type ClientId, DisqualificationId, UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { PersonalIdentityCode } from '../../../shared/kernel/personal-identity-code.ts';
import { COMMON_REFUSALS, Refusal } from '../../../shared/kernel/refusal.ts';
import { newId } from '../../../shared/new-id.ts';
import { changed, created } from '../../../shared/table/item.ts';
import { userKeys } from '../../../shared/table/keys.ts';

export const DeclareDisqualification = z
  .strictObject({ personalIdentityCode: PersonalIdentityCode, ground: BarringGround })
  .meta({ id: 'DeclareDisqualification' });

export const DisqualificationChanged = z
  .strictObject({ userId: UserId, disqualificationId: DisqualificationId, version: z.int() })
  .meta({ id: 'DisqualificationChanged' });
type Changed = Promise<Answer<z.infer<typeof DisqualificationChanged>>>;

export const DisqualificationPage = z
  .strictObject({
    disqualifications: z.array(
      Disqualification.pick({
        disqualificationId: true,
        ground: true,
        liftedAt: true,
        liftedBy: true,
      }).extend({
        version: z.int(),
        declaredAt: Instant,
        declaredBy: UserId,
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'DisqualificationPage' });

const isOversight = (actor: ActContext['actor'], user: User): boolean =>
  supervises(actor, user.unitId) || actor.grants.some(({ role }) => role === 'mainUser');

/**
 * Closes one person's file to a worker: declared by the worker, by the supervisor, or by the main user from the
 * employer's own register. The answer is the same whether the person is a client or not.
 */
export async function declareDisqualification(
  context: ActContext,
  { params: { userId }, body }: { params: { userId: UserId }; body: z.infer<typeof DeclareDisqualification> },
): Changed {
  const { services, actor, now } = context;
  const { controller } = actor;
  const [{ user }, index, { rights }] = await Promise.all([
    loadUser(context, userId),
    blindIndex(services, controller),
    settingsOf(services, controller),
  ]);
  if (userId !== actor.userId && !isOversight(actor, user)) throw new Refusal(COMMON_REFUSALS.notAllowed);
  if (user.status === 'passive') throw new Refusal(RIGHTS_REFUSALS.passive);
  const mac = index.identityCode(body.personalIdentityCode);
  const found = await ofCode(context, mac);
  const known = found.item?.barred ?? [];
  if (isBarred({ barred: known }, userId)) throw new Refusal(RIGHTS_REFUSALS.alreadyDeclared);
  if (Math.max(known.length, found.head?.barred?.length ?? 0) >= MOST_BARRED) {
    throw new Refusal(RIGHTS_REFUSALS.tooManyDeclared);
  }
  const { ground } = body;
  const isStaffFile = ground === 'own' && rights.staffFiles === 'personalTies';
  const one: Barred = { userId, ground, ...(isStaffFile ? { personalTiesOnly: true as const } : {}) };
  const disqualificationId = DisqualificationId.parse(newId(services));
  const put: Disqualification = {
    ...userKeys.disqualification(controller, userId, disqualificationId),
    entity: 'disqualification',
    ...created(now, actor.userId),
    disqualificationId,
    userId,
    ground,
    mac,
  };
  return commit(context, {
    changes: [
      { put, when: 'absent' },
      ...barredChanges(context, mac, found, (barred) => barredTogether(barred, [one])),
    ],
    line: lineOf(userId, found.head?.clientId),
    answer: { body: { userId, disqualificationId, version: 1 }, version: 1 },
  });
}

/** Opens the file again: never by the worker whom it was closed to. */
export async function liftDisqualification(
  context: ActContext,
  {
    params: { userId, disqualificationId },
    version,
  }: { params: { userId: UserId; disqualificationId: DisqualificationId }; version: number },
): Changed {
  const { actor, now } = context;
  const [{ user }, item] = await Promise.all([
    loadUser(context, userId),
    loadDisqualification(context, userId, disqualificationId),
  ]);
  if (userId === actor.userId) throw new Refusal(RIGHTS_REFUSALS.own);
  if (!isOversight(actor, user)) throw new Refusal(COMMON_REFUSALS.notAllowed);
  expectVersion(item, version);
  if (item.liftedAt !== undefined) throw new Refusal(RIGHTS_REFUSALS.notInForce);
  const found = await ofCode(context, item.mac);
  const put: Disqualification = {
    ...item,
    ...changed(item, now, actor.userId),
    liftedAt: now,
    liftedBy: actor.userId,
  };
  return commit(context, {
    changes: [
      { put, when: { version } },
      ...barredChanges(context, item.mac, found, (barred) => barred.filter((one) => one.userId !== userId)),
    ],
    line: lineOf(userId, found.head?.clientId),
    answer: { body: { userId, disqualificationId, version: put.version }, version: put.version },
  });
}

/** What was declared of a worker, the latest first: grounds and times, and never of whom. */
export async function listDisqualifications(
  context: ActContext,
  {
    params: { userId },
    query: { cursor, limit = PAGE },
  }: { params: { userId: UserId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof DisqualificationPage>>> {
  const { actor } = context;
  const after = await openCursor(context, userId, cursor);
  const [{ user }, page] = await Promise.all([
    loadUser(context, userId),
    loadDisqualifications(context, userId, { limit, after }),
  ]);
  if (userId !== actor.userId && !isOversight(actor, user)) throw new Refusal(COMMON_REFUSALS.notAllowed);
  return {
    line: { clients: [], resources: [{ kind: 'user', id: userId }], dataGroups: ['accessRights'] },
    body: async () => {
      const next = await sealCursor(context, userId, page.lastKey);
      return {
        disqualifications: page.items.map((item) => ({
          disqualificationId: item.disqualificationId,
          ground: item.ground,
          version: item.version,
          declaredAt: item.createdAt,
          declaredBy: UserId.parse(item.createdBy),
          ...(item.liftedAt === undefined ? {} : { liftedAt: item.liftedAt }),
          ...(item.liftedBy === undefined ? {} : { liftedBy: item.liftedBy }),
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

/** A client's own log tells that the file was closed to a worker, or opened again. */
const lineOf = (userId: UserId, clientId: ClientId | undefined): LinePart => ({
  clients: clientId === undefined ? [] : [clientId],
  resources: [
    { kind: 'user', id: userId },
    ...(clientId === undefined ? [] : [{ kind: 'client' as const, id: clientId }]),
  ],
  dataGroups: ['accessRights'],
  changedFields: ['disqualification'],
});
