import { type DocumentKind, type ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import { ServiceTask } from '../domain/service-tasks.ts';
import { namesService, type SocialService } from '../domain/social-services.ts';
import { inForce } from '../kernel/date-range.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Duty } from './duties.ts';
import { JOB_ROLES, type JobRole } from './job-roles.ts';
import { type Condition, MATRIX, type MatrixRow } from './matrix-data.ts';

/** What a grant says of the work it is given for. Its own dates are judged where grants are read. */
export type MatrixGrant = {
  role: JobRole;
  serviceTasks: readonly ServiceTask[];
  /** The services the worker gives. */
  services?: readonly SocialService[];
  /** Services essentially related to those given (457/2024 15 § 1 mom. 2 k.). */
  relatedServices?: readonly SocialService[];
  duties?: readonly Duty[];
  /** A student's task under guidance (457/2024 21 §). */
  guidedRole?: JobRole;
};

export type MatrixItem = {
  /** Missing only of clienthood data, which belong to no task. */
  serviceTask?: ServiceTask;
  sensitivity: Sensitivity;
  kind: DocumentKind;
  /** Missing where nobody has said it: what holds in one phase only is then neither allowed nor left unbanned. */
  phase?: ProcessPhase;
  service?: SocialService;
  /** How the data came to health care: by the client's permit, or by 703/2023 53 § 6 mom. */
  disclosedToHealthCareBy?: 'permit' | 'law';
};

export type Judgement = { allowed: boolean; provision: string };

/**
 * May the work of this grant use this piece of data, at most (457/2024 1 §)? Pure; one table decides.
 * The relation to the client and restrictions are judged elsewhere, and both must agree. The provision
 * is the one that allows, forbids, or lists the role's rights without this one.
 */
export function mayUse(grant: MatrixGrant, item: MatrixItem, on: LocalDate): Judgement {
  if (grant.role === 'student') return mayUseAsStudent(grant, item, on);
  const piece = pieceOf(item);
  const rows = rowsOf(grant.role, on);
  const ban = rows.find((row) => row.effect === 'never' && bans(row, piece));
  if (ban) return { allowed: false, provision: ban.provision };
  const ground = rows.find((row) => row.effect === 'allow' && covers(row, piece) && holds(row, grant, piece));
  return ground
    ? { allowed: true, provision: ground.provision }
    : { allowed: false, provision: JOB_ROLES[grant.role].provision };
}

const known = new Map<string, readonly MatrixRow[]>();
/** Roles of some days: asked thousands of times when a list is made by key. */
const MOST_KNOWN = 100;

/** The rows of a role that are in force on the day. */
function rowsOf(role: JobRole, on: LocalDate): readonly MatrixRow[] {
  const name = `${role} ${on}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const rows = MATRIX.filter((row) => row.roles.includes(role) && inForce(row.validity, on));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, rows);
  return rows;
}

/** The classes of case notes of which the grant may use every one, so that a list is made by key. */
export function visibilityClassesOf(
  grant: MatrixGrant,
  on: LocalDate,
  of: { service?: SocialService; phase?: ProcessPhase } = {},
): { serviceTask: ServiceTask; sensitivity: Sensitivity }[] {
  const isWhole = (serviceTask: ServiceTask, sensitivity: Sensitivity): boolean =>
    mayUse(grant, { serviceTask, sensitivity, kind: 'caseNote', ...of }, on).allowed;
  return ServiceTask.options.flatMap((serviceTask) =>
    Sensitivity.options
      .filter((sensitivity) => isWhole(serviceTask, sensitivity))
      .map((sensitivity) => ({ serviceTask, sensitivity })),
  );
}

/** 21 §: rights that match the task, for one guided in a task of social or health care. */
function mayUseAsStudent(grant: MatrixGrant, item: MatrixItem, on: LocalDate): Judgement {
  const { guidedRole } = grant;
  const student = JOB_ROLES.student.provision;
  if (guidedRole === undefined || guidedRole === 'student') return { allowed: false, provision: student };
  const { allowed, provision } = mayUse({ ...grant, role: guidedRole }, item, on);
  return { allowed, provision: `${student}, ${provision}` };
}

type Piece = MatrixItem & { sensitivities: readonly Sensitivity[] };

/** Data of shelter and mediation are that by mark or by service: whichever was noticed, both hold. */
function pieceOf(item: MatrixItem): Piece {
  const byMark = PROTECTED_SERVICES.find((service) => service === item.sensitivity);
  const byService = PROTECTED_SERVICES.find((service) => service === item.service);
  const sensitivities = byService ? [item.sensitivity, byService] : [item.sensitivity];
  return {
    ...item,
    ...(byMark ? { service: byMark } : {}),
    sensitivities: byService ? sensitivities.filter((one) => one !== 'ordinary') : sensitivities,
  };
}

/** Services whose data have bans of their own (457/2024 §§ 12–18). */
export const PROTECTED_SERVICES = ['familyMediation', 'shelter'] as const;

const isIn = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value));

const isCell = (row: MatrixRow, piece: Piece): boolean =>
  isIn(row.serviceTasks, piece.serviceTask) &&
  isIn(row.kinds, piece.kind) &&
  (row.services === undefined || (piece.service !== undefined && namesService(row.services, piece.service)));

/** One sensitivity is enough to ban, and so is an unknown phase; to allow, the row must cover each. */
const bans = (row: MatrixRow, piece: Piece): boolean =>
  isCell(row, piece) &&
  (piece.phase === undefined || isIn(row.phases, piece.phase)) &&
  piece.sensitivities.some((one) => isIn(row.sensitivities, one));

const covers = (row: MatrixRow, piece: Piece): boolean =>
  isCell(row, piece) &&
  isIn(row.phases, piece.phase) &&
  piece.sensitivities.every((one) => isIn(row.sensitivities, one));

/** Whether the row is about data of this task, kind, phase and sensitivity, whatever their service. */
export const coversCell = (
  row: MatrixRow,
  cell: Required<Pick<MatrixItem, 'serviceTask' | 'kind' | 'phase' | 'sensitivity'>>,
): boolean =>
  isIn(row.serviceTasks, cell.serviceTask) &&
  isIn(row.kinds, cell.kind) &&
  isIn(row.phases, cell.phase) &&
  isIn(row.sensitivities, cell.sensitivity);

/** Whether the row asks nothing of the grant, nor of the service that the data concern. */
export const holdsByItself = (row: MatrixRow): boolean =>
  [row.services, row.gives, row.givesNone, row.duties, row.onlyIf].every((asked) => asked === undefined);

function holds(row: MatrixRow, grant: MatrixGrant, piece: Piece): boolean {
  const given = grant.services ?? [];
  return (
    (row.gives === undefined || row.gives.some((service) => given.includes(service))) &&
    !row.givesNone?.some((service) => given.includes(service)) &&
    (row.duties === undefined || row.duties.some((duty) => grant.duties?.includes(duty))) &&
    (row.onlyIf ?? []).every((condition) => CONDITIONS[condition](grant, piece))
  );
}

const CONDITIONS: Record<Condition, (grant: MatrixGrant, piece: Piece) => boolean> = {
  ownTask: (grant, { serviceTask }) => serviceTask !== undefined && grant.serviceTasks.includes(serviceTask),
  ownService: (grant, { service }) => service !== undefined && (grant.services ?? []).includes(service),
  ownOrRelatedService: (grant, piece) =>
    CONDITIONS.ownService(grant, piece) || isRelatedService(grant, piece.service),
  jointServiceOrDisclosed: (grant, { disclosedToHealthCareBy }) =>
    disclosedToHealthCareBy !== undefined || (grant.duties ?? []).includes('jointService'),
};

/** Shelter and mediation are reached by giving them, never as a neighbour of another service (15 § 2 and 4 mom.). */
const isRelatedService = (grant: MatrixGrant, service: SocialService | undefined): boolean =>
  service !== undefined &&
  (grant.relatedServices ?? []).includes(service) &&
  !PROTECTED_SERVICES.some((one) => one === service);
