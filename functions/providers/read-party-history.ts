import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { loadParty, loadPartyHistory, openParty } from '../../shared/domain/providers/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { PartyId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { PartyView, partyView } from './party-view.ts';

export const PartyHistory = z
  .strictObject({
    partyId: PartyId,
    versions: z.array(
      z.strictObject({
        supersededAt: Instant,
        supersededBy: UserId,
        changedFields: z.array(z.string()),
        party: PartyView.omit({ version: true }),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'PartyHistory' });

/** Earlier data of a party, the latest first. */
export async function readPartyHistory(
  context: ActContext,
  { params, query }: { params: { partyId: PartyId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof PartyHistory>>> {
  const { partyId } = params;
  const after = await openCursor(context, partyId, query.cursor);
  const [item, page] = await Promise.all([
    loadParty(context, partyId),
    loadPartyHistory(context, partyId, { limit: query.limit ?? 20, after }),
  ]);
  const oldest = page.items.at(-1);
  return {
    line: {
      clients: [],
      resources: [{ kind: 'party', id: partyId, version: item.version }],
      dataGroups: ['parties'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.createdAt }),
    },
    body: async () => {
      const [current, next] = await Promise.all([
        openParty(context, item),
        sealCursor(context, partyId, page.lastKey),
      ]);
      const versions = await Promise.all(
        page.items.map(async (version) => {
          const { version: _version, ...party } = partyView(
            context,
            version,
            await openParty(context, version),
            current,
          );
          return {
            supersededAt: version.createdAt,
            supersededBy: UserId.parse(version.createdBy),
            changedFields: version.changedFields,
            party,
          };
        }),
      );
      return { partyId, versions, ...(next === undefined ? {} : { next }) };
    },
  };
}
