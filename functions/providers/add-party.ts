import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { PartyContent, type PartyItem, PartyKind } from '../../shared/domain/providers/model.ts';
import { PROVIDER_REFUSALS } from '../../shared/domain/providers/refusals.ts';
import { judgeParty } from '../../shared/domain/providers/rules.ts';
import { sealParty } from '../../shared/domain/providers/store.ts';
import { PartyId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { partyKeys } from '../../shared/table/keys.ts';

export const AddParty = z
  .strictObject({ kind: PartyKind, from: LocalDate, content: PartyContent })
  .meta({ id: 'AddParty' });

export const PartyChanged = z
  .strictObject({ partyId: PartyId, version: z.int() })
  .meta({ id: 'PartyChanged' });
type PartyChanged = z.infer<typeof PartyChanged>;

/** Records a support person, a support family, a supplier or a producer. */
export async function addParty(
  context: ActContext,
  { body }: { body: z.infer<typeof AddParty> },
): Promise<Answer<PartyChanged>> {
  const { actor, services, now } = context;
  const { kind, from, content } = body;
  const findings = judgeParty(kind, content);
  if (findings.length > 0) throw new Refusal(PROVIDER_REFUSALS.notValid, { findings });
  const partyId = PartyId.parse(newId(services));
  const key = partyKeys.party(actor.controller, partyId);
  const put: PartyItem = {
    ...key,
    entity: 'party',
    ...created(now, actor.userId),
    partyId,
    kind,
    from,
    content: await sealParty(context, key, 1, content),
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'party', id: partyId, version: 1 }],
      dataGroups: ['parties'],
      changedFields: ['party'],
    },
    answer: { body: { partyId, version: 1 }, version: 1, location: `/v1/providers/${partyId}` },
  });
}
