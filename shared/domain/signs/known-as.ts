import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { ClientId, UserId } from '../../kernel/id.ts';
import { storedItem } from '../../table/item.ts';
import { lookupKeys, userKeys } from '../../table/keys.ts';
import { batchGet, getItem } from '../../table/read.ts';
import { IdentityLookup } from '../clients/lookup.ts';

/**
 * The worker's identity code and address as the employer knows them (1050/2018 § 29), as keyed hashes and never in
 * clear: they tell whether a client is the worker, or lives where the worker does, and nothing else.
 */
export const KnownAs = storedItem('knownAs', {
  userId: UserId,
  identityMac: z.string().optional(),
  addressHash: z.string().optional(),
});
export type KnownAs = z.infer<typeof KnownAs>;

type Where = Pick<ActContext, 'services' | 'actor'>;

export const loadKnownAs = (
  { services, actor: { controller } }: Where,
  userId: UserId,
): Promise<KnownAs | undefined> =>
  getItem(services.tables, controller, 'records', userKeys.knownAs(controller, userId), KnownAs);

export type OnRecord = {
  addressHash: ReadonlyMap<UserId, string>;
  /** Which clients are workers, by the client. */
  workerOf: ReadonlyMap<ClientId, UserId>;
};

/** What is on record of these users, and which of them are clients too. */
export async function loadOnRecord(
  { services, actor: { controller } }: Where,
  userIds: readonly UserId[],
): Promise<OnRecord> {
  const keys = userIds.map((userId) => userKeys.knownAs(controller, userId));
  const items = await batchGet(services.tables, controller, 'records', keys, KnownAs);
  const byMac = new Map(
    items.flatMap(({ identityMac, userId }) => (identityMac === undefined ? [] : [[identityMac, userId]])),
  );
  const found = await batchGet(
    services.tables,
    controller,
    'records',
    [...byMac.keys()].map((mac) => lookupKeys.identity(controller, mac)),
    IdentityLookup,
  );
  const byPartition = new Map(
    [...byMac].map(([mac, userId]) => [String(lookupKeys.identity(controller, mac).pk), userId]),
  );
  return {
    addressHash: new Map(
      items.flatMap(({ addressHash, userId }) => (addressHash === undefined ? [] : [[userId, addressHash]])),
    ),
    workerOf: new Map(
      found.flatMap(({ pk, clientId }) => {
        const userId = byPartition.get(pk);
        return userId === undefined ? [] : [[clientId, userId]];
      }),
    ),
  };
}
