import type { ActContext, Reading } from '../../shared/act.ts';
import { loadParty, openParty as opened } from '../../shared/domain/providers/store.ts';
import type { PartyId } from '../../shared/kernel/id.ts';
import { type PartyView, partyView } from './party-view.ts';

/** Opens one party's data. */
export async function openParty(
  context: ActContext,
  { params }: { params: { partyId: PartyId } },
): Promise<Reading<PartyView>> {
  const item = await loadParty(context, params.partyId);
  return {
    version: item.version,
    line: {
      clients: [],
      resources: [{ kind: 'party', id: item.partyId, version: item.version }],
      dataGroups: ['parties'],
    },
    body: async () => partyView(context, item, await opened(context, item)),
  };
}
