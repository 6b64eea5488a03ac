import * as z from 'zod';
import { RIGHTS_ACTIONS } from '../../shared/access/actions/access-rights.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { GrantId, UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { EndGrant, endOneGrant, giveGrant, refuseGrant } from './decide-grant.ts';
import { listProposals, ProposalPage } from './list-proposals.ts';
import { GrantChanged, ProposeGrant, proposeGrant } from './propose-grant.ts';

const OneGrant = z.strictObject({ userId: UserId, grantId: GrantId });
const AT = '/v1/access-rights/users/{userId}/grants/{grantId}';

/** A grant from its proposal to its end. */
export const grantRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/access-rights/grants',
    action: RIGHTS_ACTIONS.propose,
    event: 'GrantProposed',
    summary: 'Proposes a grant for a user, by the supervisor of its units.',
    writes: 'creates',
    body: ProposeGrant,
    returns: GrantChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      RIGHTS_REFUSALS.own,
      RIGHTS_REFUSALS.passive,
      RIGHTS_REFUSALS.notValid,
    ],
    example: {
      userId: '01KBN4PZ00000000000000000B',
      grant: {
        role: 'broadResponsibility',
        unitIds: ['01KBN4PZ00000000000000000A'],
        serviceTasks: ['families'],
        range: { from: '2026-12-01' },
      },
    },
    handle: proposeGrant,
  }),
  read({
    method: 'GET',
    path: '/v1/access-rights/grants/proposed',
    action: RIGHTS_ACTIONS.listProposals,
    event: 'ProposalsListed',
    summary: 'What has been proposed and not decided on.',
    query: PageQuery,
    returns: ProposalPage,
    handle: listProposals,
  }),
  write({
    method: 'POST',
    path: `${AT}/grant`,
    action: RIGHTS_ACTIONS.grant,
    event: 'GrantGiven',
    summary: 'Gives what was proposed.',
    writes: 'changes',
    params: OneGrant,
    returns: GrantChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      RIGHTS_REFUSALS.own,
      RIGHTS_REFUSALS.ownProposal,
      RIGHTS_REFUSALS.noCommitment,
      RIGHTS_REFUSALS.noPolicy,
      RIGHTS_REFUSALS.noInstruction,
      RIGHTS_REFUSALS.decided,
      RIGHTS_REFUSALS.lapsed,
      RIGHTS_REFUSALS.notValid,
      RIGHTS_REFUSALS.tooMany,
    ],
    handle: giveGrant,
  }),
  write({
    method: 'POST',
    path: `${AT}/refuse`,
    action: RIGHTS_ACTIONS.refuse,
    event: 'GrantRefused',
    summary: 'Refuses what was proposed.',
    writes: 'changes',
    params: OneGrant,
    returns: GrantChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      RIGHTS_REFUSALS.own,
      RIGHTS_REFUSALS.ownProposal,
      RIGHTS_REFUSALS.decided,
    ],
    handle: refuseGrant,
  }),
  write({
    method: 'POST',
    path: `${AT}/end`,
    action: RIGHTS_ACTIONS.end,
    event: 'GrantEnded',
    summary: 'Ends a grant at once.',
    writes: 'changes',
    params: OneGrant,
    body: EndGrant,
    returns: GrantChanged,
    refusals: [COMMON_REFUSALS.notFound, RIGHTS_REFUSALS.own, RIGHTS_REFUSALS.notInForce],
    example: { reason: 'dutiesEnded' },
    handle: endOneGrant,
  }),
];
