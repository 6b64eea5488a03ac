import { CONTROLLER_ACTIONS } from '../../shared/access/actions/controllers.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import {
  approveSettings,
  OneProposal,
  refuseSettings,
  SettingsChanged,
  withdrawSettings,
} from './decide-settings.ts';
import { ProposalChanged, ProposeSettings, proposeSettings } from './propose-settings.ts';
import {
  listSettingsProposals,
  readSettingsProposal,
  SettingsProposals,
  SettingsProposalView,
} from './read-settings-proposals.ts';

const { notValid, laterWaits, ownProposal, notProposer, proposalDecided, proposalOutdated } =
  CONTROLLER_REFUSALS;

/** A change of settings takes two: one proposes, another approves. */
export const proposalRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/controllers/settings/proposals',
    action: CONTROLLER_ACTIONS.proposeSettings,
    event: 'SettingsChangeProposed',
    summary: 'Proposes to change the settings named, from a day on; it holds once another has approved it.',
    writes: 'creates',
    body: ProposeSettings,
    returns: ProposalChanged,
    refusals: [COMMON_REFUSALS.notFound, notValid, laterWaits, proposalOutdated],
    example: { baseVersion: 1, settings: { client: { fields: ['emails'] } } },
    handle: proposeSettings,
  }),
  read({
    method: 'GET',
    path: '/v1/controllers/settings/proposals',
    action: CONTROLLER_ACTIONS.listProposals,
    event: 'SettingsProposalsListed',
    summary: 'What was proposed of the settings, by whom, and what became of it, the latest first.',
    query: PageQuery,
    returns: SettingsProposals,
    handle: listSettingsProposals,
  }),
  read({
    method: 'GET',
    path: '/v1/controllers/settings/proposals/{proposalId}',
    action: CONTROLLER_ACTIONS.readProposal,
    event: 'SettingsProposalRead',
    summary: 'One proposed change, with what the settings say before and after it.',
    params: OneProposal,
    returns: SettingsProposalView,
    handle: readSettingsProposal,
  }),
  write({
    method: 'POST',
    path: '/v1/controllers/settings/proposals/{proposalId}/approve',
    action: CONTROLLER_ACTIONS.approveSettings,
    event: 'SettingsChanged',
    summary:
      'Approves what another has proposed: a new version of the settings; the earlier one stays readable.',
    writes: 'changes',
    params: OneProposal,
    returns: SettingsChanged,
    refusals: [notValid, laterWaits, ownProposal, proposalDecided, proposalOutdated],
    handle: approveSettings,
  }),
  write({
    method: 'POST',
    path: '/v1/controllers/settings/proposals/{proposalId}/refuse',
    action: CONTROLLER_ACTIONS.refuseSettings,
    event: 'SettingsChangeRefused',
    summary: 'Refuses what another has proposed.',
    writes: 'changes',
    params: OneProposal,
    returns: ProposalChanged,
    refusals: [ownProposal, proposalDecided],
    handle: refuseSettings,
  }),
  write({
    method: 'POST',
    path: '/v1/controllers/settings/proposals/{proposalId}/withdraw',
    action: CONTROLLER_ACTIONS.withdrawSettings,
    event: 'SettingsChangeWithdrawn',
    summary: 'Takes back what one has proposed.',
    writes: 'changes',
    params: OneProposal,
    returns: ProposalChanged,
    refusals: [notProposer, proposalDecided],
    handle: withdrawSettings,
  }),
];
