import * as z from 'zod';
import { BASIS_ACTIONS } from '../../../shared/access/actions/rights-basis.ts';
import { InstructionContent, PolicyContent } from '../../../shared/domain/access-rights/basis/model.ts';
import { RIGHTS_REFUSALS } from '../../../shared/domain/access-rights/refusals.ts';
import { PageQuery } from '../../../shared/http/paging.ts';
import { type Route, read, write } from '../../../shared/http/route.ts';
import { InstructionId } from '../../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../../shared/kernel/refusal.ts';
import { approvePolicy, PolicyApproved } from './approve-policy.ts';
import { endInstruction, giveInstruction, InstructionChanged } from './give-instruction.ts';
import { InstructionPage, listInstructions, listPolicies, PolicyPage } from './list-basis.ts';

const POLICIES = '/v1/access-rights/policies';
const INSTRUCTIONS = '/v1/access-rights/instructions';

/** What rights rest on where the register's responsible person instructs how they are given (C-16). */
export const basisRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: POLICIES,
    action: BASIS_ACTIONS.approvePolicy,
    event: 'RightsPolicyApproved',
    summary: 'Approves how rights are given in the controller, by its management.',
    writes: 'creates',
    body: PolicyContent,
    returns: PolicyApproved,
    refusals: [RIGHTS_REFUSALS.basisNotValid],
    example: {
      reference: 'HYV 12/2026',
      text: 'Käyttöoikeudet annetaan siinä laajuudessa kuin työtehtävät edellyttävät.',
      from: '2026-12-01',
    },
    handle: approvePolicy,
  }),
  read({
    method: 'GET',
    path: POLICIES,
    action: BASIS_ACTIONS.listPolicies,
    event: 'RightsPoliciesListed',
    summary: 'The policies on which rights are given, the latest first.',
    query: PageQuery,
    returns: PolicyPage,
    handle: listPolicies,
  }),
  write({
    method: 'POST',
    path: INSTRUCTIONS,
    action: BASIS_ACTIONS.giveInstruction,
    event: 'RightsInstructionGiven',
    summary: "The register's responsible person instructs which rights are given, and for which duties.",
    writes: 'creates',
    body: InstructionContent,
    returns: InstructionChanged,
    refusals: [RIGHTS_REFUSALS.basisNotValid],
    example: {
      reference: 'Ohje 3/2026',
      text: 'Lapsiperheiden sosiaalityöntekijälle laaja vastuu omassa yksikössä.',
      roles: ['broadResponsibility'],
      serviceTasks: ['families'],
      from: '2026-12-01',
    },
    handle: giveInstruction,
  }),
  read({
    method: 'GET',
    path: INSTRUCTIONS,
    action: BASIS_ACTIONS.listInstructions,
    event: 'RightsInstructionsListed',
    summary: "The instructions of the register's responsible person, the latest first.",
    query: PageQuery,
    returns: InstructionPage,
    handle: listInstructions,
  }),
  write({
    method: 'POST',
    path: `${INSTRUCTIONS}/{instructionId}/end`,
    action: BASIS_ACTIONS.endInstruction,
    event: 'RightsInstructionEnded',
    summary: 'Ends an instruction at once.',
    writes: 'changes',
    params: z.strictObject({ instructionId: InstructionId }),
    returns: InstructionChanged,
    refusals: [COMMON_REFUSALS.notFound, RIGHTS_REFUSALS.instructionEnded],
    handle: endInstruction,
  }),
];
