import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { PROVIDER_REFUSALS } from '../../shared/domain/providers/refusals.ts';
import { judgeDays } from '../../shared/domain/providers/rules.ts';
import { loadParty, openParty, partyChanges } from '../../shared/domain/providers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { PartyId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { PartyChanged } from './add-party.ts';

export const EndParty = z
  .strictObject({
    /** The last day. */
    to: LocalDate,
  })
  .meta({ id: 'EndParty' });

/** Ends the use of a party with its last day. Its data stay for what was done by then. */
export async function endParty(
  context: ActContext,
  {
    params: { partyId },
    body: { to },
    version,
  }: { params: { partyId: PartyId }; body: z.infer<typeof EndParty>; version: number },
): Promise<Answer<z.infer<typeof PartyChanged>>> {
  const item = await loadParty(context, partyId);
  expectVersion(item, version);
  if (item.to !== undefined && item.to < context.today) throw new Refusal(PROVIDER_REFUSALS.ended);
  const findings = judgeDays({ from: item.from, to });
  if (findings.length > 0) throw new Refusal(PROVIDER_REFUSALS.notValid, { findings });
  const content = await openParty(context, item);
  return commit(context, {
    changes: await partyChanges(context, item, content, { content, from: item.from, to }, ['to']),
    line: {
      clients: [],
      resources: [{ kind: 'party', id: partyId, version: version + 1 }],
      dataGroups: ['parties'],
      changedFields: ['to'],
    },
    answer: { body: { partyId, version: version + 1 }, version: version + 1 },
  });
}
