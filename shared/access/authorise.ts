import type { CaseHead } from '../domain/cases/model.ts';
import { isBarred } from '../domain/clients/barred.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import type { ClientTie } from '../domain/clients/tie.ts';
import type { ClientService } from '../domain/services/model.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { COMMON_REFUSALS, type RefusalDefinition } from '../kernel/refusal.ts';
import type { Basis } from '../trail/event.ts';
import type { Action } from './action.ts';
import { type Actor, type Grant, hasSpecialRight } from './actor.ts';
import { boundTo, isLive } from './bound-grants.ts';
import { ROLES_OF_DUTY } from './granting/role-limits.ts';
import { referralOf, tieOf } from './relations.ts';
import { BOUND_BY_FILE } from './role-groups.ts';

export type Judgement =
  | { allowed: true; basis: Basis; grant: Grant; actor: Actor }
  | { allowed: false; refusal: RefusalDefinition };

type FileToJudge = {
  head: ClientHead;
  cases: CaseHead[];
  ties?: ClientTie[];
  given?: ClientService[];
};
type Moment = { now: Instant; today: LocalDate };
const refused = (refusal: RefusalDefinition): Judgement => ({ allowed: false, refusal });

/** For an act that opens no client's file: role, and the special right where the act needs one. */
export function judgeAct(actor: Actor, action: Action): Judgement {
  const grant = actor.grants.find(
    (candidate) =>
      action.roles.includes(candidate.role) && isUnderDuty(action, candidate) && isLive(actor, candidate),
  );
  if (grant === undefined) return refused(COMMON_REFUSALS.notAllowed);
  if (action.special !== undefined && !hasSpecialRight(actor, action.special)) {
    return refused(COMMON_REFUSALS.notAllowed);
  }
  const kind = action.basis ?? 'ownMatters';
  return {
    allowed: true,
    basis: { kind, reference: grant.grantId, legalGround: action.legalGround },
    grant,
    actor,
  };
}

/** Of a role that the duty of the act can belong to, the grant names it. */
const isUnderDuty = ({ duty }: Action, { role, duties }: Grant): boolean =>
  duty === undefined || !ROLES_OF_DUTY[duty].includes(role) || duties.includes(duty);

/** Whether one of the worker's roles has the act among its duties, and the special right it may need. */
const judgeRole = ({ grants, unbound = grants, ...actor }: Actor, action: Action): boolean =>
  unbound.some(({ role }) => action.roles.includes(role)) &&
  (action.special === undefined || hasSpecialRight({ ...actor, grants: unbound }, action.special));

/**
 * For an act on one client's file: role and relation, and no restriction against it. What lies with another
 * controller has no heads here, and a restricted file answers as if it had none: both are «not found».
 */
export function judgeFile(
  actor: Actor,
  action: Action,
  file: FileToJudge | undefined,
  moment: Moment,
): Judgement {
  const readers = file?.head.restriction?.readers;
  const act = judgeRole(actor, action);
  if (file === undefined || (readers !== undefined && !readers.includes(actor.userId))) {
    return refused(act ? COMMON_REFUSALS.notFound : COMMON_REFUSALS.notAllowed);
  }
  if (!act) return refused(COMMON_REFUSALS.notAllowed);
  if (isBarred(file.head, actor.userId)) return refused(COMMON_REFUSALS.disqualified);
  const here = boundTo(actor, file, moment);
  for (const grant of here.grants) {
    if (!action.roles.includes(grant.role)) continue;
    const basis = tieOf(here, grant, file, moment);
    if (basis !== undefined) return { allowed: true, basis, grant, actor: here };
  }
  return byReferral(here, action, file, moment) ?? refused(COMMON_REFUSALS.noTie);
}

function byReferral(
  actor: Actor,
  action: Action,
  file: { cases: readonly CaseHead[] },
  moment: Moment,
): Judgement | undefined {
  if (action.byReferral !== true) return undefined;
  for (const grant of actor.grants) {
    const isAsked = action.roles.includes(grant.role) && !BOUND_BY_FILE.includes(grant.role);
    const basis = isAsked ? referralOf(grant, file, moment) : undefined;
    if (basis !== undefined) return { allowed: true, basis, grant, actor };
  }
  return undefined;
}
