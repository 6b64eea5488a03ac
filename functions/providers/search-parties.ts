import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { PartyItem, PartyKind } from '../../shared/domain/providers/model.ts';
import { PROVIDER_REFUSALS } from '../../shared/domain/providers/refusals.ts';
import { displayNameOf, namesOf } from '../../shared/domain/providers/rules.ts';
import { loadParties, openParty } from '../../shared/domain/providers/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { matchesName, nameParts } from '../../shared/kernel/name.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** Beginnings of names, in any order. Search words stand in the body, never in an address or a log. */
export const SearchParties = z
  .strictObject({
    name: z.string().trim().max(100).optional(),
    kind: PartyKind.optional(),
    /** Those whose last day has passed too. */
    ended: z.boolean().default(false),
  })
  .meta({ id: 'SearchParties' });

export const PartyHits = z
  .strictObject({
    hits: z
      .array(
        z.strictObject({
          ...PartyItem.pick({ partyId: true, kind: true, from: true, to: true }).shape,
          name: z.string(),
        }),
      )
      .max(PAGE),
  })
  .meta({ id: 'PartyHits' });

/** Finds parties by kind and by the beginnings of their names: names only, and more than a page is narrowed. */
export async function searchParties(
  context: ActContext,
  { body }: { body: z.infer<typeof SearchParties> },
): Promise<Reading<z.infer<typeof PartyHits>>> {
  const wanted = (await loadParties(context)).filter(
    ({ kind, to }) =>
      (body.kind === undefined || body.kind === kind) &&
      (body.ended || to === undefined || to >= context.today),
  );
  const words = nameParts(body.name ?? '');
  const opened = await Promise.all(
    wanted.map(async (item) => ({ item, content: await openParty(context, item) })),
  );
  const hits = opened.filter(({ content }) => words.length === 0 || matchesName(words, namesOf(content)));
  if (hits.length > PAGE) throw new Refusal(PROVIDER_REFUSALS.narrow);
  return {
    line: {
      clients: [],
      resources: hits.map(({ item }) => ({ kind: 'party', id: item.partyId })),
      dataGroups: ['parties'],
    },
    body: () => ({
      hits: hits.map(({ item: { partyId, kind, from, to }, content }) => ({
        partyId,
        kind,
        from,
        ...(to === undefined ? {} : { to }),
        name: displayNameOf(content),
      })),
    }),
  };
}
