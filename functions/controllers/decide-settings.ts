import * as z from 'zod';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import {
  type SettingsItem,
  type SettingsProposal,
  type SettingsProposalItem,
  type SettingsVersionItem,
  settingsMade,
  stillOpen,
} from '../../shared/domain/controllers/settings/stored.ts';
import { forgetSettings } from '../../shared/domain/controllers/settings-cache.ts';
import { loadSettings, loadSettingsProposal } from '../../shared/domain/controllers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { SettingsProposalId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { controllerKeys } from '../../shared/table/keys.ts';
import { nextSettings } from './next-settings.ts';
import type { ProposalChanged } from './propose-settings.ts';

export const OneProposal = z.strictObject({ proposalId: SettingsProposalId });
type Asked = { params: z.infer<typeof OneProposal>; version: number };

export const SettingsChanged = z
  .strictObject({
    proposalId: SettingsProposalId,
    version: z.int(),
    settingsVersion: z.int(),
    from: LocalDate,
  })
  .meta({ id: 'SettingsChanged' });

/**
 * The second pair of eyes: makes a new version of the settings, in force from its day and at the earliest from today.
 * Every earlier version stays readable.
 */
export async function approveSettings(
  context: ActContext,
  { params, version }: Asked,
): Promise<Answer<z.infer<typeof SettingsChanged>>> {
  const { services, actor, now, today } = context;
  const [item, found] = await Promise.all([loadSettings(context), openProposal(context, params, version)]);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const { proposal } = found;
  if (proposal.proposedBy === actor.userId) throw new Refusal(CONTROLLER_REFUSALS.ownProposal);
  if (item.version !== proposal.baseVersion) throw new Refusal(CONTROLLER_REFUSALS.proposalOutdated);
  const { from, settings, fields } = nextSettings(context, item, proposal);
  const next = {
    version: item.version + 1,
    from,
    settings,
    changedBy: proposal.proposedBy,
    changedAt: now,
    approvedBy: actor.userId,
  };
  const put: SettingsItem = {
    ...item,
    ...changed(item, now, actor.userId),
    versions: [...stillOpen(item.versions, today), next],
  };
  const kept: SettingsVersionItem = {
    ...controllerKeys.settingsVersion(actor.controller, next.version),
    entity: 'settingsVersion',
    ...settingsMade(now, actor.userId),
    settings: next,
    changedFields: fields,
  };
  const decided = decidedAs(context, found, 'approved');
  const answer = await commit(context, {
    changes: [
      { put, when: { version: item.version } },
      { put: kept, when: 'absent' },
      { put: decided, when: { version } },
    ],
    line: {
      clients: [],
      resources: [
        { kind: 'settings', id: actor.controller, version: next.version },
        { kind: 'settings', id: proposal.proposalId, version: decided.version },
      ],
      dataGroups: ['settings'],
      changedFields: fields,
    },
    answer: {
      body: {
        proposalId: proposal.proposalId,
        version: decided.version,
        settingsVersion: next.version,
        from,
      },
      version: decided.version,
    },
  });
  forgetSettings(services, actor.controller);
  return answer;
}

/** Somebody else refuses what was proposed: nothing changes, and the proposal stays on file. */
export async function refuseSettings(
  context: ActContext,
  { params, version }: Asked,
): Promise<Answer<z.infer<typeof ProposalChanged>>> {
  const found = await openProposal(context, params, version);
  if (found.proposal.proposedBy === context.actor.userId) throw new Refusal(CONTROLLER_REFUSALS.ownProposal);
  return ended(context, found, 'refused');
}

/** Whoever proposed the change takes it back. */
export async function withdrawSettings(
  context: ActContext,
  { params, version }: Asked,
): Promise<Answer<z.infer<typeof ProposalChanged>>> {
  const found = await openProposal(context, params, version);
  if (found.proposal.proposedBy !== context.actor.userId) throw new Refusal(CONTROLLER_REFUSALS.notProposer);
  return ended(context, found, 'withdrawn');
}

async function openProposal(
  context: ActContext,
  { proposalId }: z.infer<typeof OneProposal>,
  version: number,
): Promise<SettingsProposalItem> {
  const item = await loadSettingsProposal(context, proposalId);
  expectVersion(item, version);
  if (item.proposal.state !== 'open') throw new Refusal(CONTROLLER_REFUSALS.proposalDecided);
  return item;
}

const decidedAs = (
  { actor, now }: ActContext,
  item: SettingsProposalItem,
  state: SettingsProposal['state'],
): SettingsProposalItem => ({
  ...item,
  ...changed(item, now, actor.userId),
  proposal: { ...item.proposal, state, decidedBy: actor.userId, decidedAt: now },
});

function ended(
  context: ActContext,
  item: SettingsProposalItem,
  state: 'refused' | 'withdrawn',
): Promise<Answer<z.infer<typeof ProposalChanged>>> {
  const put = decidedAs(context, item, state);
  const { proposalId } = item.proposal;
  const change: Change = { put, when: { version: item.version } };
  return commit(context, {
    changes: [change],
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: proposalId, version: put.version }],
      dataGroups: ['settings'],
      changedFields: ['state'],
    },
    answer: { body: { proposalId, version: put.version }, version: put.version },
  });
}
