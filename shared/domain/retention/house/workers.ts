import * as z from 'zod';
import { lastDayOf } from '../../../access/granting/attestation.ts';
import { GrantItem } from '../../../access/granting/model.ts';
import type { ActContext } from '../../../act.ts';
import { commit } from '../../../commit.ts';
import { GrantId, UserId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { controllerKeys, userKeys } from '../../../table/keys.ts';
import { getItem, type LastKey, query } from '../../../table/read.ts';
import { Disqualification } from '../../access-rights/disqualification/model.ts';
import { barredChanges, ofCode } from '../../access-rights/disqualification/store.ts';
import { Member, UserItem } from '../../access-rights/model.ts';
import { endedBy } from './ended.ts';
import type { HouseItem, HouseKind, ToLookAt } from './kind.ts';

/**
 * Workers, and the rights they had. Lines of the log and documents bear the worker's name and post themselves, so that
 * they are read without the record; who had which right is asked as long as a line that tells of its use is kept.
 */

const ofUser = (item: UserItem): HouseItem => ({
  item,
  recordId: item.user.userId,
  endedOn: item.user.status === 'passive' ? item.user.to : undefined,
});

async function userOf(
  { services, actor: { controller } }: ToLookAt,
  id: string,
): Promise<HouseItem | undefined> {
  const key = userKeys.user(controller, UserId.parse(id));
  const item = await getItem(services.tables, controller, 'records', key, UserItem);
  return item === undefined ? undefined : ofUser(item);
}

const Raw = z.looseObject({
  ...UserItem.pick({ pk: true, sk: true, version: true }).shape,
  entity: z.string(),
});

/** Whatever lies with a worker beside the record itself: rights, commitments, powers, declarations. */
async function* liesWith(
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  userId: UserId,
): AsyncGenerator<z.infer<typeof Raw>> {
  let after: LastKey | undefined;
  do {
    const page = await query(
      services.tables,
      controller,
      {
        table: 'records',
        pk: userKeys.partition(controller, userId),
        ...(after === undefined ? {} : { after }),
      },
      Raw,
    );
    yield* page.items.filter(({ entity }) => entity !== 'user');
    after = page.lastKey;
  } while (after !== undefined);
}

/** No file is shut to somebody who is not known here any more. */
async function openAgain(context: ActContext, userId: UserId): Promise<void> {
  for await (const found of liesWith(context, userId)) {
    if (found.entity !== 'disqualification') continue;
    const { mac, liftedAt } = Disqualification.parse(found);
    const standing = await ofCode(context, mac);
    if (liftedAt !== undefined || standing.item?.barred.some((one) => one.userId === userId) !== true)
      continue;
    await commit(context, {
      changes: barredChanges(context, mac, standing, (barred) =>
        barred.filter((one) => one.userId !== userId),
      ),
      line: {
        clients: standing.head === undefined ? [] : [standing.head.clientId],
        resources: [{ kind: 'user', id: userId }],
        dataGroups: ['accessRights'],
        changedFields: ['disqualification'],
      },
      answer: { body: {} },
    });
  }
}

/** Käyttäjä, whose employment has ended: with the rights, commitments and declarations that lie with the record. */
const user: HouseKind = {
  entities: [
    'user',
    'member',
    'powers',
    'knownAs',
    'commitment',
    'disqualification',
    'barredOfCode',
    'proposal',
  ],
  rules: ['user', 'commitment', 'grant'],
  ended: async function* ended(where, until) {
    for await (const { member } of endedBy(where, 'user', until, Member)) {
      const found = await userOf(where, member.userId);
      if (found !== undefined) yield found;
    }
  },
  one: userOf,
  parts: async function* parts(where, { recordId }) {
    const { services, actor } = where;
    const { controller } = actor;
    const userId = UserId.parse(recordId);
    for await (const found of liesWith(where, userId)) {
      if (found.entity === 'grant') {
        const waiting = controllerKeys.proposal(controller, GrantItem.parse(found).grant.grantId);
        const proposal = await getItem(services.tables, controller, 'records', waiting, Raw);
        if (proposal !== undefined) yield proposal;
      }
      yield found;
    }
    const row = await getItem(
      services.tables,
      controller,
      'records',
      controllerKeys.member(controller, userId),
      Raw,
    );
    if (row !== undefined) yield row;
  },
  undo: (context, { recordId }) => openAgain(context, UserId.parse(recordId)),
};

const ofGrant = (item: GrantItem, today: LocalDate): HouseItem => {
  const last = lastDayOf(item);
  return {
    item,
    recordId: `${item.userId}-${item.grant.grantId}`,
    endedOn: last !== undefined && last < today ? last : undefined,
  };
};

/** Käyttöoikeus that has ended, lapsed or was refused: before the record of whoever had it. */
const grant: HouseKind = {
  entities: ['grant'],
  rules: ['grant'],
  ended: async function* ended(where, until) {
    for await (const item of endedBy(where, 'grant', until, GrantItem)) yield ofGrant(item, where.today);
  },
  one: async ({ services, actor, today }, recordId) => {
    const [userId = '', grantId = ''] = recordId.split('-');
    const key = userKeys.grant(actor.controller, UserId.parse(userId), GrantId.parse(grantId));
    const item = await getItem(services.tables, actor.controller, 'records', key, GrantItem);
    return item === undefined ? undefined : ofGrant(item, today);
  },
};

export const WORKERS = { user, grant } satisfies Record<string, HouseKind>;
