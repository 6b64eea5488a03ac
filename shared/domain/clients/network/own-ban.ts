import type { ClientId, ControllerId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Services } from '../../../services.ts';
import type { ClientHead } from '../model.ts';
import { hasSafetyBan } from '../rules.ts';
import { findByCode } from '../store.ts';
import type { RelationContent } from './model.ts';
import { loadAnswering } from './store.ts';

type Where = { services: Services; actor: { controller: ControllerId }; today: LocalDate };
type Related = { relatedClientId?: ClientId | undefined; content: Pick<RelationContent, 'person'> };

/**
 * The own file of a related person, where the person is a client: by the link, or by the identity code of one who is
 * recorded by name. One that was merged is answered by the one that remains. Nothing of it is opened.
 */
export async function ownFileOf(
  where: Where,
  { relatedClientId, content }: Related,
): Promise<ClientHead | undefined> {
  const { personalIdentityCode } = content.person ?? {};
  const clientId =
    relatedClientId ??
    (personalIdentityCode === undefined
      ? undefined
      : await findByCode(where.services, where.actor.controller, { personalIdentityCode }));
  return clientId === undefined ? undefined : (await loadAnswering(where, [clientId])).get(clientId);
}

/** Whether a related person is under a safety ban today (661/2009 § 36), by this file or by the person's own. */
export async function isUnderBan(where: Where, related: Related): Promise<boolean> {
  if (hasSafetyBan({ safetyBan: related.content.person?.safetyBan }, where.today)) return true;
  return hasSafetyBan((await ownFileOf(where, related)) ?? {}, where.today);
}
