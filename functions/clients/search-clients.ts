import * as z from 'zod';
import type { Identity } from '../../shared/access/actor.ts';
import { visibleLabel } from '../../shared/access/visibility.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel, openLabel } from '../../shared/crypto/key-ring.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { findByCode, findByName, loadHeads, loadKeyItems } from '../../shared/domain/clients/store.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { isSearchable, matchesName } from '../../shared/kernel/name.ts';
import { PersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { TemporaryId } from '../../shared/kernel/temporary-id.ts';
import type { Services } from '../../shared/services.ts';

/** One of the three ways. Search words stand in the body, never in an address or a log. */
export const SearchClients = z
  .union([
    z.strictObject({ personalIdentityCode: PersonalIdentityCode }),
    z.strictObject({ temporaryId: TemporaryId }),
    z.strictObject({
      name: z
        .string()
        .trim()
        .max(100)
        .refine(isSearchable, 'two parts of a name, or one of at least four letters'),
    }),
  ])
  .meta({ id: 'SearchClients' });
type SearchClients = z.infer<typeof SearchClients>;

export const ClientHits = z
  .strictObject({
    hits: z
      .array(
        z.strictObject({
          clientId: ClientId,
          ...ClientLabel.omit({ former: true }).shape,
          state: z.enum(['active', 'archived', 'merged']),
          mergedInto: ClientId.optional(),
        }),
      )
      .max(PAGE_OF_CLIENTS),
  })
  .meta({ id: 'ClientHits' });
type ClientHits = z.infer<typeof ClientHits>;

type Found = { parts: string[]; candidates: ClientId[] };

/** At most so many candidates are opened; more, and the worker is asked to narrow. */
const CANDIDATES = 100;

/** The look-up goes out in the same round as the powers: it names ids only. */
export async function findCandidates(
  services: Services,
  { controller }: Identity,
  { body }: { body: SearchClients },
): Promise<Found> {
  if ('name' in body) return findByName(services, controller, body.name);
  const clientId = await findByCode(services, controller, body);
  return { parts: [], candidates: clientId === undefined ? [] : [clientId] };
}

/**
 * Identity only: name, birth year and municipality, to roles that take in matters. A restricted file is not
 * there for anybody but its named readers. Every hit stands in the line.
 */
export async function searchClients(
  context: ActContext,
  _input: { body: SearchClients },
  found: Found | undefined,
): Promise<Reading<ClientHits>> {
  const { services, actor } = context;
  const { parts, candidates } = found ?? { parts: [], candidates: [] };
  if (candidates.length > CANDIDATES) throw new Refusal(CLIENT_REFUSALS.narrow);
  const [heads, items] = await Promise.all([
    loadHeads(services, actor.controller, candidates),
    loadKeyItems(services, actor.controller, candidates),
  ]);
  const labelled = await Promise.all(
    items.map(async (item) => ({ item, label: await openLabel(services, actor.controller, item) })),
  );
  const hits = heads.flatMap((head) => {
    const label = labelled.find(({ item }) => item.clientId === head.clientId)?.label;
    if (label === undefined || isShutTo(head, actor.userId)) return [];
    if (parts.length > 0 && !matchesName(parts, [`${label.given} ${label.family}`, ...label.former]))
      return [];
    const { clientId, state, mergedInto } = head;
    // Of a merged client the ban is told by the one that remains.
    const shown = visibleLabel(label, state === 'merged' || hasSafetyBan(head, context.today));
    return [{ clientId, ...shown, state, ...(mergedInto === undefined ? {} : { mergedInto }) }];
  });
  if (hits.length > PAGE_OF_CLIENTS) throw new Refusal(CLIENT_REFUSALS.narrow);
  return {
    line: {
      clients: hits.map((hit) => hit.clientId),
      resources: hits.map((hit) => ({ kind: 'client', id: hit.clientId })),
      dataGroups: ['identity'],
    },
    body: () => ({ hits: hits.sort((a, b) => (a.clientId < b.clientId ? -1 : 1)) }),
  };
}
