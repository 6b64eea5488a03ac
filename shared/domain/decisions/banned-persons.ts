import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { BaseData } from '../clients/model.ts';
import { ownFileOf } from '../clients/network/own-ban.ts';
import { hasSafetyBan } from '../clients/rules.ts';
import type { KnownRelation } from './known-persons.ts';

/** Somebody of the network who is under a ban, and the own file of one who is a client. */
export type BannedRelation = KnownRelation & { ownClientId?: ClientId };

/**
 * Those of a client's network who are under a safety ban today (661/2009 § 36), whether this file says so or the own
 * file of one who is a client. What is known of where they live is what this file knows.
 */
export async function bannedOf(
  where: Pick<ActContext, 'services' | 'actor' | 'today'>,
  relations: readonly KnownRelation[],
): Promise<BannedRelation[]> {
  const all = await Promise.all(
    relations.map(async (relation) => {
      const own = await ownFileOf(where, relation);
      const { safetyBan } = relation.content.person ?? {};
      const isBanned = [{ safetyBan }, own ?? {}].some((one) => hasSafetyBan(one, where.today));
      return isBanned ? [{ ...relation, ...(own === undefined ? {} : { ownClientId: own.clientId }) }] : [];
    }),
  );
  return all.flat();
}

/** Streets, numbers and mail: words that would betray where somebody lives or is reached. */
export const contactWords = ({
  addresses,
  phones,
  emails,
}: Pick<BaseData, 'addresses' | 'phones' | 'emails'>): string[] => [
  ...addresses.map(({ street }) => street),
  ...phones,
  ...emails,
];
