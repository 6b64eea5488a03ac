import type { ActContext, Change } from '../../act.ts';
import { instructionOn, policyOn } from '../../domain/access-rights/basis/rules.ts';
import { loadBasis } from '../../domain/access-rights/basis/store.ts';
import { RIGHTS_REFUSALS } from '../../domain/access-rights/refusals.ts';
import { settingsOf } from '../../domain/controllers/settings-cache.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import type { Key } from '../../table/keys.ts';
import type { Grant } from '../actor.ts';
import type { RestsOn } from './model.ts';

/** What a grant rests on, and that it still stands when the grant is written. */
export type Basis = { restsOn?: RestsOn; checks: Change[] };

/**
 * On what a grant rests that is given or attested today. Nothing where supervisors propose (C-16). Where the register's
 * responsible person instructs: on the policy that management has approved and on an instruction that speaks of it.
 * Those who come first cannot rest on what they are to make: before any policy was approved the right of management
 * itself is given without, and whoever instructs rests on the policy alone. No other special right comes along with
 * either (docs/decisions/0078).
 * @throws Refusal `grant.noPolicy`, `grant.noInstruction`.
 */
export async function basisOf(
  context: ActContext,
  grant: Pick<Grant, 'role' | 'serviceTasks' | 'specialRights'>,
): Promise<Basis> {
  const { services, actor, today } = context;
  const { rights } = await settingsOf(services, actor.controller);
  if (rights.approval === 'supervisorProposal') return { checks: [] };
  const { policies, instructions } = await loadBasis(context);
  const policy = policyOn(policies, today);
  if (policy === undefined) {
    const isBare = grant.role === 'management' && grant.specialRights.length === 0;
    if (policies.length === 0 && isBare) return { checks: [] };
    throw new Refusal(RIGHTS_REFUSALS.noPolicy);
  }
  const { policyId } = policy.policy;
  const [special, another] = grant.specialRights;
  if (special === 'giveInstructions' && another === undefined) return { restsOn: { policyId }, checks: [] };
  const found = instructionOn(instructions, grant, today);
  if (found === undefined) throw new Refusal(RIGHTS_REFUSALS.noInstruction);
  const { instructionId } = found.instruction;
  return { restsOn: { policyId, instructionId }, checks: [stillStands(found)] };
}

const stillStands = ({ pk, sk, version }: Key & { version: number }): Change => ({
  check: { pk, sk },
  when: { version },
  otherwise: COMMON_REFUSALS.conflict,
});
