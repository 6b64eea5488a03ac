import type { CaseHead } from '../domain/cases/model.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import type { ClientTie } from '../domain/clients/tie.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { COMMON_REFUSALS, type RefusalDefinition } from '../kernel/refusal.ts';
import type { Basis } from '../trail/event.ts';
import type { Action } from './action.ts';
import { type Actor, type Grant, hasSpecialRight } from './actor.ts';
import { referralOf, tieOf } from './relations.ts';

export type Judgement =
  | { allowed: true; basis: Basis; grant: Grant }
  | { allowed: false; refusal: RefusalDefinition };

type Moment = { now: Instant; today: LocalDate };
const refused = (refusal: RefusalDefinition): Judgement => ({ allowed: false, refusal });

/** For an act that opens no client's file: role, and the special right where the act needs one. */
export function judgeAct(actor: Actor, action: Action): Judgement {
  const grant = actor.grants.find((candidate) => action.roles.includes(candidate.role));
  if (grant === undefined) return refused(COMMON_REFUSALS.notAllowed);
  if (action.special !== undefined && !hasSpecialRight(actor, action.special)) {
    return refused(COMMON_REFUSALS.notAllowed);
  }
  const kind = action.basis ?? 'ownMatters';
  return { allowed: true, basis: { kind, reference: grant.grantId, legalGround: action.legalGround }, grant };
}

/**
 * For an act on one client's file: role and relation, and no restriction against it. What lies with another
 * controller has no heads here, and a restricted file answers as if it had none: both are «not found».
 */
export function judgeFile(
  actor: Actor,
  action: Action,
  file: { head: ClientHead; cases: readonly CaseHead[]; ties?: readonly ClientTie[] } | undefined,
  moment: Moment,
): Judgement {
  const readers = file?.head.restriction?.readers;
  const act = judgeAct(actor, action);
  if (file === undefined || (readers !== undefined && !readers.includes(actor.userId))) {
    return refused(act.allowed ? COMMON_REFUSALS.notFound : COMMON_REFUSALS.notAllowed);
  }
  if (!act.allowed) return act;
  for (const grant of actor.grants) {
    if (!action.roles.includes(grant.role)) continue;
    const basis = tieOf(actor, grant, file, moment);
    if (basis !== undefined) return { allowed: true, basis, grant };
  }
  return byReferral(actor, action, file, moment) ?? refused(COMMON_REFUSALS.noTie);
}

function byReferral(
  actor: Actor,
  action: Action,
  file: { cases: readonly CaseHead[] },
  moment: Moment,
): Judgement | undefined {
  if (action.byReferral !== true) return undefined;
  for (const grant of actor.grants) {
    const basis = action.roles.includes(grant.role) ? referralOf(grant, file, moment) : undefined;
    if (basis !== undefined) return { allowed: true, basis, grant };
  }
  return undefined;
}
