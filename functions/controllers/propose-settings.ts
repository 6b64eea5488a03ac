import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { judgeFirstDay, nothingChanges } from '../../shared/domain/controllers/rules.ts';
import { NamedSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { type SettingsProposalItem, settingsMade } from '../../shared/domain/controllers/settings/stored.ts';
import { loadSettings } from '../../shared/domain/controllers/store.ts';
import { SettingsProposalId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { controllerKeys } from '../../shared/table/keys.ts';
import { nextSettings } from './next-settings.ts';

/** Only the settings that change are named, each of them whole. */
export const ProposeSettings = z
  .strictObject({
    /** The version of the settings that the change rests on. */
    baseVersion: z.int().min(1),
    /** The first day in force; the day of the approval when it is not said. */
    from: LocalDate.optional(),
    settings: NamedSettings,
  })
  .meta({ id: 'ProposeSettings' });

export const ProposalChanged = z
  .strictObject({ proposalId: SettingsProposalId, version: z.int() })
  .meta({ id: 'ProposalChanged' });

/** Proposes a change of the settings, which holds once somebody else has approved it. */
export async function proposeSettings(
  context: ActContext,
  { body }: { body: z.infer<typeof ProposeSettings> },
): Promise<Answer<z.infer<typeof ProposalChanged>>> {
  const { services, actor, now, today } = context;
  const item = await loadSettings(context);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (item.version !== body.baseVersion) throw new Refusal(CONTROLLER_REFUSALS.proposalOutdated);
  const early = judgeFirstDay(body.from ?? today, today);
  if (early.length > 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings: early });
  const { fields } = nextSettings(context, item, body);
  if (fields.length === 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings: [nothingChanges()] });
  const proposalId = SettingsProposalId.parse(newId(services));
  const put: SettingsProposalItem = {
    ...controllerKeys.settingsProposal(actor.controller, proposalId),
    entity: 'settingsProposal',
    ...settingsMade(now, actor.userId),
    proposal: { proposalId, state: 'open', ...body, changedFields: fields, proposedBy: actor.userId },
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: proposalId, version: 1 }],
      dataGroups: ['settings'],
      changedFields: fields,
    },
    answer: { body: { proposalId, version: 1 }, version: 1 },
  });
}
