import type { CaseHead } from '../domain/cases/model.ts';
import type { ClientHead, MatterAtHand } from '../domain/clients/model.ts';
import type { ClientTie } from '../domain/clients/tie.ts';
import { inForce } from '../kernel/date-range.ts';
import type { ClientId, UserId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { epochMsOf } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Basis } from '../trail/event.ts';
import type { ActiveGrant, Actor, Grant } from './actor.ts';
import { BOUND_BY_FILE } from './role-groups.ts';

/** Days an intake gives the unit a factual tie to the person it recorded, before a relationship begins. */
const INTAKE_DAYS = 30;

type Heads = { head: ClientHead; cases: readonly CaseHead[]; ties?: readonly ClientTie[] };
type Moment = { now: Instant; today: LocalDate };

const DAY = 86_400_000;
const LEGAL_GROUND = '703/2023 § 9';

/**
 * Tekninen asiakassuhteen todentaminen (703/2023 § 9): what ties this worker to this client today, the
 * strongest first. Read from the heads alone, strongly; an index never gives a tie.
 * @returns undefined when nothing does.
 */
export function tieOf(actor: Actor, grant: ActiveGrant, heads: Heads, moment: Moment): Basis | undefined {
  const basis = (kind: Basis['kind'], reference?: string): Basis => ({
    kind,
    legalGround: LEGAL_GROUND,
    ...(reference === undefined ? {} : { reference }),
  });
  if (BOUND_BY_FILE.includes(grant.role)) return grant.ofFile;
  const self = tieOfWorker(actor.userId, heads);
  if (self !== undefined) return basis(self.kind, self.caseId);
  const { deputyFor } = grant;
  const deputised = deputyFor === undefined ? undefined : tieOfWorker(deputyFor, heads);
  if (deputised !== undefined) return basis('deputy', grant.grantId);
  const ofUnits = isStaffFile(heads.head) && grant.role !== 'supervisor' ? { ...grant, unitIds: [] } : grant;
  const unitCase = heads.cases.find((item) => isUnitsCase(ofUnits, item));
  if (unitCase !== undefined) return basis('unit', unitCase.caseId);
  if (isUnitsClient(ofUnits, heads.head)) return basis('unit', grant.grantId);
  const matter = matterAtHand(actor.userId, ofUnits, heads.head);
  if (matter !== undefined) return basis('intake', matter);
  if (isIntakeAtHand(actor, ofUnits, heads.head, moment)) return basis('intake', grant.grantId);
  const appointment = appointmentOf(actor.userId, heads.ties, moment);
  if (appointment !== undefined) return basis('appointment', appointment.reference);
  if (!isStaffFile(heads.head) && grant.duties.includes('onCall') && inForce(grant.range, moment.today))
    return basis('onCall', grant.grantId);
  const opening = openingOf(actor, heads.head.clientId, moment.now);
  return opening === undefined ? undefined : basis('breakGlass', opening);
}

/**
 * The file of somebody who works here (setting `rights.staffFiles`): to colleagues it is open by what ties themselves
 * and not by their unit or duty. The unit's supervisor says who handles it.
 */
const isStaffFile = ({ barred = [] }: ClientHead): boolean =>
  barred.some(({ personalTiesOnly }) => personalTiesOnly === true);

/** The own worker, or one of the workers of an open case. */
export function tieOfWorker(
  userId: UserId,
  { head, cases }: Pick<Heads, 'head' | 'cases'>,
): { kind: 'ownWorker' | 'assignment'; caseId?: string } | undefined {
  if (head.relationship?.state === 'active' && head.relationship.ownWorkerId === userId)
    return { kind: 'ownWorker' };
  const own = cases.find((item) => item.responsibleWorkerId === userId || item.workerIds.includes(userId));
  return own === undefined ? undefined : { kind: 'assignment', caseId: own.caseId };
}

/** A case that was proposed to the grant's unit, of a task the grant covers, and the time to answer runs. */
export const isReferredTo = (
  grant: Grant,
  { referredTo, serviceTasks }: Pick<CaseHead, 'referredTo' | 'serviceTasks'>,
  today: LocalDate,
): boolean =>
  referredTo !== undefined &&
  today <= referredTo.until &&
  grant.unitIds.includes(referredTo.unitId) &&
  (grant.role === 'supervisor' || serviceTasks.some((task) => grant.serviceTasks.includes(task)));

/** What lets a unit look at a case that was proposed to it, where nothing else ties its worker to the client. */
export function referralOf(
  grant: Grant,
  { cases }: Pick<Heads, 'cases'>,
  { today }: Moment,
): Basis | undefined {
  const item = cases.find((candidate) => isReferredTo(grant, candidate, today));
  return item === undefined
    ? undefined
    : { kind: 'referral', reference: item.caseId, legalGround: LEGAL_GROUND };
}

/** A case of the grant's unit and of a task that the grant covers. */
export const isUnitsCase = (grant: Grant, item: Pick<CaseHead, 'unitId' | 'serviceTasks'>): boolean =>
  grant.unitIds.includes(item.unitId) && item.serviceTasks.some((task) => grant.serviceTasks.includes(task));

const isUnitsClient = (grant: Grant, { relationship }: ClientHead): boolean =>
  relationship?.state === 'active' && grant.unitIds.includes(relationship.responsibleUnitId);

/** Vireillä oleva yhteydenotto tai ilmoitus: whoever has it in hand, and the unit in whose intake it is. */
const matterAtHand = (userId: UserId, grant: Grant, { mattersAtHand = [] }: ClientHead): string | undefined =>
  mattersAtHand.find((matter) => matter.workerId === userId || isUnitsMatter(grant, matter))?.matterId;

/** An intake matter of the grant's unit and of a task that the grant covers, or of none yet. */
export const isUnitsMatter = (
  grant: Pick<Grant, 'unitIds' | 'serviceTasks'>,
  { unitId, serviceTasks }: Pick<MatterAtHand, 'unitId' | 'serviceTasks'>,
): boolean =>
  grant.unitIds.includes(unitId) &&
  (serviceTasks.length === 0 || serviceTasks.some((task) => grant.serviceTasks.includes(task)));

/** The unit that took a person in has the matter at hand until a relationship begins, for a month at most. */
function isIntakeAtHand(actor: Actor, grant: Grant, head: ClientHead, { now }: Moment): boolean {
  if (head.relationship !== undefined) return false;
  const age = epochMsOf(now) - epochMsOf(head.intake.at);
  const own = head.intake.workerId === actor.userId || grant.unitIds.includes(head.intake.unitId);
  return own && age <= INTAKE_DAYS * DAY;
}

/** Who meets the client soon, or has just met: from some days before to some days after. */
export const appointmentOf = (
  userId: UserId,
  ties: readonly ClientTie[] | undefined,
  { today }: Moment,
): ClientTie | undefined => ties?.find((tie) => tie.workerIds.includes(userId) && inForce(tie, today));

const openingOf = (actor: Actor, clientId: ClientId, now: Instant): string | undefined =>
  actor.openings.find(
    ({ duty, until, ...opening }) => opening.clientId === clientId && until > now && duty === undefined,
  )?.openingId;
