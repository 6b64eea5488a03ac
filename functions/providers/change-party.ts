import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { PartyContent } from '../../shared/domain/providers/model.ts';
import { PROVIDER_REFUSALS } from '../../shared/domain/providers/refusals.ts';
import { judgeDays, judgeParty } from '../../shared/domain/providers/rules.ts';
import { loadParty, openParty, partyChanges } from '../../shared/domain/providers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { PartyId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { PartyChanged } from './add-party.ts';

export const ChangeParty = z
  .strictObject({ from: LocalDate, to: LocalDate.optional(), content: PartyContent })
  .meta({ id: 'ChangeParty' });

/** Writes a party's data anew; what stood before is kept as history. */
export async function changeParty(
  context: ActContext,
  {
    params: { partyId },
    body,
    version,
  }: { params: { partyId: PartyId }; body: z.infer<typeof ChangeParty>; version: number },
): Promise<Answer<z.infer<typeof PartyChanged>>> {
  const item = await loadParty(context, partyId);
  expectVersion(item, version);
  const findings = [...judgeParty(item.kind, body.content), ...judgeDays(body)];
  if (findings.length > 0) throw new Refusal(PROVIDER_REFUSALS.notValid, { findings });
  const before = await openParty(context, item);
  const fields = PartyContent.keyof().options.filter(
    (field) => canonicalJson(before[field] ?? null) !== canonicalJson(body.content[field] ?? null),
  );
  const days = (['from', 'to'] as const).filter((day) => item[day] !== body[day]);
  const changedFields = [...fields, ...days];
  return commit(context, {
    changes: await partyChanges(context, item, before, body, changedFields),
    line: {
      clients: [],
      resources: [{ kind: 'party', id: partyId, version: version + 1 }],
      dataGroups: ['parties'],
      changedFields,
    },
    answer: { body: { partyId, version: version + 1 }, version: version + 1 },
  });
}
