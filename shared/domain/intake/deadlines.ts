import type { ActContext, Change } from '../../act.ts';
import type { CaseId, ClientId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { matterKeys } from '../../table/keys.ts';
import type { Deadline } from '../deadlines/model.ts';
import { cancelDeadline, meetDeadline, moveToClient, reassignDeadline } from '../deadlines/move-deadline.ts';
import type { RuleKey } from '../deadlines/norms/norms.ts';
import { startDeadline } from '../deadlines/start-deadline.ts';
import { loadDeadlinesIn, loadEndedIn } from '../deadlines/store.ts';
import type { IntakeMatter, IntakeOutcome } from './model.ts';
import type { IntakeRecord } from './record.ts';

/** Times that the receipt of a matter begins (1301/2014 § 36; 417/2007 § 26), and what becomes of them. */

type Timed = Pick<IntakeMatter, 'kind' | 'serviceTasks' | 'urgency'>;
type Learnt = Pick<IntakeRecord, 'subjects' | 'services' | 'statesNeed' | 'assistance'>;

const URGENT: readonly RuleKey[] = ['urgentNeed', 'protectionUrgentNeed'];
const START: readonly RuleKey[] = [
  'assessmentStart',
  'assessmentStartOther',
  'supportAssessmentStart',
  'protectionAssessmentStart',
];
const READY: readonly RuleKey[] = ['supportAssessmentReady', 'protectionAssessmentReady'];

/** From the arrival of an application for social assistance to its decision and to a talk that was asked for. */
const ASSISTANCE: readonly RuleKey[] = ['assistanceDecision', 'assistanceUrgent', 'assistanceTalk'];

/** The rules of a matter as far as it is known: one time for all its persons, the shortest that any of them has. */
export function rulesOf(matter: Timed, record: Learnt): RuleKey[] {
  if (!isOfAssistance(matter, record)) return rulesOfNeed(matter, record);
  return [
    ...(assessesNeed(matter, record) ? rulesOfNeed(matter, record) : ['urgentNeed' as const]),
    ...rulesOfAssistance(matter, record),
  ];
}

/** An application for supplementary or preventive social assistance (1412/1997), alone or among other services. */
const isOfAssistance = ({ kind }: Pick<Timed, 'kind'>, { services }: Pick<Learnt, 'services'>): boolean =>
  kind === 'application' && services.includes('socialAssistance');

/**
 * Social assistance is decided on its application, whose urgency is looked at once. That the need for services is
 * assessed too is not begun by it, but by a need that the application or the worker states (1301/2014 § 36), by other
 * services that are applied for, or by the task of child welfare (docs/decisions/0061).
 */
const assessesNeed = (
  { serviceTasks }: Pick<Timed, 'serviceTasks'>,
  { services, statesNeed }: Pick<Learnt, 'services' | 'statesNeed'>,
): boolean =>
  statesNeed === true ||
  services.some((service) => service !== 'socialAssistance') ||
  serviceTasks.includes('childWelfare');

/** 1412/1997 §§ 14 a, 14 b, 14 d. */
const rulesOfAssistance = ({ urgency }: Timed, { assistance }: Learnt): RuleKey[] => [
  'assistanceDecision',
  ...(urgency?.result === 'urgent' ? ['assistanceUrgent' as const] : []),
  ...(assistance?.wantsTalk === true ? ['assistanceTalk' as const] : []),
];

function rulesOfNeed(
  { serviceTasks }: Pick<Timed, 'serviceTasks'>,
  { subjects }: Pick<IntakeRecord, 'subjects'>,
): RuleKey[] {
  if (serviceTasks.includes('childWelfare')) {
    return ['protectionUrgentNeed', 'protectionAssessmentStart', 'protectionAssessmentReady'];
  }
  if (subjects.some(({ childInNeedOfSpecialSupport }) => childInNeedOfSpecialSupport === true)) {
    return ['urgentNeed', 'supportAssessmentStart', 'supportAssessmentReady'];
  }
  const within7Days = subjects.some(
    ({ over75, highestCareAllowance, disabled }) =>
      over75 === true || highestCareAllowance === true || disabled === true,
  );
  return ['urgentNeed', within7Days ? 'assessmentStart' : 'assessmentStartOther'];
}

const started = (
  context: ActContext,
  matter: IntakeMatter,
  rules: readonly RuleKey[],
  at: Instant = matter.receivedAt,
): Change[] =>
  rules.flatMap(
    (rule) =>
      startDeadline(context, {
        rule,
        partition: matterKeys.partition(context.actor.controller, matter.matterId),
        start: { at },
        subject: { kind: 'intake', id: matter.matterId },
        serviceTasks: matter.serviceTasks,
        unitId: matter.unitId,
        workerId: matter.workerId,
      }).changes,
  );

/** Begun with the receipt. */
export const startMatterDeadlines = (
  context: ActContext,
  matter: IntakeMatter,
  record: IntakeRecord,
): Change[] => started(context, matter, rulesOf(matter, record));

/** The times of a matter that still run. */
export const deadlinesOfMatter = (
  context: ActContext,
  matterId: IntakeMatter['matterId'],
): Promise<Deadline[]> => loadDeadlinesIn(context, matterKeys.partition(context.actor.controller, matterId));

/** The times of a matter that have ended: a handful. */
export const endedDeadlinesOfMatter = (
  context: ActContext,
  matterId: IntakeMatter['matterId'],
): Promise<Deadline[]> => loadEndedIn(context, matterKeys.partition(context.actor.controller, matterId));

/** What still has to be kept: an urgent need that has been assessed is assessed. */
const wantedOf = ({ matter, record }: Known): RuleKey[] =>
  rulesOf(matter, record).filter((rule) => !URGENT.includes(rule) || matter.urgency === undefined);

type Known = { matter: IntakeMatter; record: IntakeRecord };

/**
 * What is learnt of the persons or of the task may put another time in the place of the one that runs. What an
 * official cancelled does not begin again; a need that is stated later has its times from then.
 */
export function adjustedDeadlines(
  context: ActContext,
  times: { running: readonly Deadline[]; ended: readonly Deadline[] },
  { before, after }: { before: Known; after: Known },
): Change[] {
  const { matter } = after;
  const wanted = wantedOf(after);
  const stale = times.running.filter(({ rule }) => !wanted.includes(rule));
  const done = [...times.running, ...times.ended.filter(({ cancelGround }) => cancelGround !== 'replaced')];
  const missing = wanted.filter((rule) => !done.some((one) => one.rule === rule));
  const isNeedNew = !rulesOf(before.matter, before.record).some(isAssessmentStart);
  const ofNeed = missing.filter((rule) => isNeedNew && (isAssessmentStart(rule) || isAssessmentReady(rule)));
  return [
    ...stale.flatMap((deadline) => cancelDeadline(context, deadline, 'replaced').changes),
    ...started(context, matter, ofNeed, context.now),
    ...started(
      context,
      matter,
      missing.filter((rule) => !ofNeed.includes(rule)),
    ),
  ];
}

/** The urgent need has been assessed. An urgent application for assistance is decided at once (1412/1997 § 14 b). */
export function timesOfUrgency(
  context: ActContext,
  running: readonly Deadline[],
  matter: IntakeMatter,
): Change[] {
  const met = running
    .filter(({ rule }) => URGENT.includes(rule))
    .flatMap((deadline) => meetDeadline(context, deadline, { at: context.now }).changes);
  const urgent = running.find(({ rule }) => rule === 'assistanceUrgent');
  const isUrgent = matter.urgency?.result === 'urgent';
  if (urgent !== undefined && !isUrgent)
    return [...met, ...cancelDeadline(context, urgent, 'replaced').changes];
  const begins =
    isUrgent && urgent === undefined && running.some(({ rule }) => rule === 'assistanceDecision');
  return begins ? [...met, ...started(context, matter, ['assistanceUrgent'])] : met;
}

/** In the hands of another worker or unit, or of no worker. */
export const reassignedDeadlines = (
  context: ActContext,
  running: readonly Deadline[],
  { unitId, workerId }: IntakeMatter,
): Change[] =>
  running.flatMap(
    ({ workerId: _former, ...deadline }) =>
      reassignDeadline(context, deadline, { unitId, ...(workerId === undefined ? {} : { workerId }) })
        .changes,
  );

/** In another unit under other tasks: what still applies goes along, and the times of the task begin. */
export const transferredDeadlines = (
  context: ActContext,
  times: { running: readonly Deadline[]; ended: readonly Deadline[] },
  known: { before: Known; after: Known },
): Change[] => [
  ...reassignedDeadlines(
    context,
    times.running.filter(({ rule }) => wantedOf(known.after).includes(rule)),
    known.after.matter,
  ),
  ...adjustedDeadlines(context, times, known),
];

/**
 * The matter has been handled for one person. Where a case was opened, the time to begin and to finish the assessment
 * goes on in the client's file; otherwise it has been decided that none begins, which is what the law gives the days
 * for. An application that is joined to a case is decided there, in the time that began with its arrival. Until the
 * last person of the matter has been handled its own times run on.
 */
export function deadlinesOfHandled(
  context: ActContext,
  running: readonly Deadline[],
  of: {
    matter: IntakeMatter;
    isLast: boolean;
    outcome: IntakeOutcome;
    inFile?: { clientId: ClientId; caseId: CaseId } | undefined;
  },
): Change[] {
  const { matter, isLast, outcome, inFile } = of;
  const going = running.filter(({ rule }) => !URGENT.includes(rule));
  if (outcome === 'caseOpened' && inFile !== undefined) {
    return going.flatMap((deadline) =>
      isLast ? moveToClient(context, deadline, inFile).changes : copied(context, deadline, matter, inFile),
    );
  }
  if (!isLast) return [];
  return running.flatMap((deadline) => {
    if (ASSISTANCE.includes(deadline.rule) && outcome === 'joinedCase' && inFile !== undefined) {
      return moveToClient(context, deadline, inFile).changes;
    }
    if (START.includes(deadline.rule)) return meetDeadline(context, deadline, { at: context.now }).changes;
    const ground = READY.includes(deadline.rule) && outcome === 'joinedCase' ? 'replaced' : 'matterClosed';
    return cancelDeadline(context, deadline, ground).changes;
  });
}

const copied = (
  context: ActContext,
  { rule, subject }: Deadline,
  { receivedAt, serviceTasks, unitId, workerId }: IntakeMatter,
  inFile: { clientId: ClientId; caseId: CaseId },
): Change[] =>
  startDeadline(context, {
    rule,
    ...inFile,
    start: { at: receivedAt },
    subject,
    serviceTasks,
    unitId,
    workerId,
  }).changes;

/** Whether a time is one that ends when the assessment begins, or when it is ready. */
export const isAssessmentStart = (rule: RuleKey): boolean => START.includes(rule);
export const isAssessmentReady = (rule: RuleKey): boolean => READY.includes(rule);
