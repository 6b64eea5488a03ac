import type { ActContext } from '../act.ts';
import { settingsOf } from '../domain/controllers/settings-cache.ts';
import { COMMON_REFUSALS } from '../kernel/refusal.ts';
import type { Action } from './action.ts';
import type { Actor } from './actor.ts';
import type { Judgement } from './authorise.ts';
import { BOUND_BY_FILE } from './role-groups.ts';

/**
 * A main user reads a file without a tie where the controller has so chosen (C-17), and only reads: each such line
 * rests on the administration. Asked of the settings of today, so that a controller's change of mind holds at once.
 */
export async function byAdministration(
  { services, actor, action, readOnly }: ActContext,
  judged: Judgement,
): Promise<Judgement | undefined> {
  if (judged.allowed || judged.refusal !== COMMON_REFUSALS.noTie || !readOnly) return undefined;
  const judgement = administrationOf(actor, action);
  if (judgement === undefined) return undefined;
  const { rights } = await settingsOf(services, actor.controller);
  return rights.mainUserScope === 'all' ? judgement : undefined;
}

/**
 * Where nothing ties a main user to the client: the grant of the administration by which she would read all the same,
 * and the one of client work that says what of the file. Whether the controller lets her is asked apart (C-17).
 * Nobody else has it, and what is restricted or of another controller was refused before.
 */
export function administrationOf(actor: Actor, action: Action): Judgement | undefined {
  const administers = actor.grants.find(
    ({ role, specialRights }) => role === 'mainUser' && specialRights.includes('administerClientData'),
  );
  const grant = actor.grants.find(({ role }) => action.roles.includes(role) && !BOUND_BY_FILE.includes(role));
  if (administers === undefined || grant === undefined) return undefined;
  const basis = {
    kind: 'administration',
    reference: administers.grantId,
    legalGround: '703/2023 § 9',
  } as const;
  return { allowed: true, basis, grant, actor };
}
