import type { ActContext } from '../../act.ts';
import type { BaseData } from '../clients/model.ts';
import { loadAnswering } from '../clients/network/store.ts';
import { hasSafetyBan } from '../clients/rules.ts';
import type { KnownRelation } from './known-persons.ts';

/**
 * Those of a client's network who are under a safety ban today (661/2009 § 36), whether this file says so or the own
 * file of one who is a client, also where that was merged into another. What is known of where they live is what this
 * file knows.
 */
export async function bannedOf(
  { today, ...where }: Pick<ActContext, 'services' | 'actor' | 'today'>,
  relations: readonly KnownRelation[],
): Promise<KnownRelation[]> {
  const linked = relations.flatMap(({ relatedClientId }) => relatedClientId ?? []);
  const heads = await loadAnswering(where, linked);
  return relations.filter(({ content, relatedClientId }) => {
    const head = relatedClientId === undefined ? undefined : heads.get(relatedClientId);
    return hasSafetyBan({ safetyBan: content.person?.safetyBan }, today) || hasSafetyBan(head ?? {}, today);
  });
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
