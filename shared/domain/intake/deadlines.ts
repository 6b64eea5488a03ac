import type { ActContext, Change } from '../../act.ts';
import type { CaseId, ClientId } from '../../kernel/id.ts';
import { matterKeys } from '../../table/keys.ts';
import type { Deadline } from '../deadlines/model.ts';
import { cancelDeadline, meetDeadline, moveToClient, reassignDeadline } from '../deadlines/move-deadline.ts';
import type { RuleKey } from '../deadlines/norms/norms.ts';
import { startDeadline } from '../deadlines/start-deadline.ts';
import { loadDeadlinesIn } from '../deadlines/store.ts';
import type { IntakeMatter, IntakeOutcome } from './model.ts';
import type { IntakeRecord } from './record.ts';

/** Times that the receipt of a matter begins (1301/2014 § 36; 417/2007 § 26), and what becomes of them. */

type Timed = Pick<IntakeMatter, 'kind' | 'serviceTasks'>;

const URGENT: readonly RuleKey[] = ['urgentNeed', 'protectionUrgentNeed'];
const START: readonly RuleKey[] = [
  'assessmentStart',
  'assessmentStartOther',
  'supportAssessmentStart',
  'protectionAssessmentStart',
];
const READY: readonly RuleKey[] = ['supportAssessmentReady', 'protectionAssessmentReady'];

/** The decision on social assistance, from the arrival of its application (1412/1997 § 14 a). */
const ASSISTANCE: RuleKey = 'assistanceDecision';

/** The rules of a matter as far as it is known: one time for all its persons, the shortest that any of them has. */
export function rulesOf(matter: Timed, record: Pick<IntakeRecord, 'subjects' | 'services'>): RuleKey[] {
  const isOfAssistance = matter.kind === 'application' && record.services.includes('socialAssistance');
  return [...rulesOfNeed(matter, record), ...(isOfAssistance ? [ASSISTANCE] : [])];
}

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

const started = (context: ActContext, matter: IntakeMatter, rules: readonly RuleKey[]): Change[] =>
  rules.flatMap(
    (rule) =>
      startDeadline(context, {
        rule,
        partition: matterKeys.partition(context.actor.controller, matter.matterId),
        start: { at: matter.receivedAt },
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

/** What is learnt of the persons or of the task may put another time in the place of the one that runs. */
export function adjustedDeadlines(
  context: ActContext,
  running: readonly Deadline[],
  matter: IntakeMatter,
  record: IntakeRecord,
): Change[] {
  const wanted = rulesOf(matter, record).filter(
    (rule) => !URGENT.includes(rule) || matter.urgency === undefined,
  );
  const stale = running.filter(({ rule }) => !wanted.includes(rule));
  const missing = wanted.filter((rule) => !running.some((one) => one.rule === rule));
  return [
    ...stale.flatMap((deadline) => cancelDeadline(context, deadline, 'replaced').changes),
    ...started(context, matter, missing),
  ];
}

/** The urgent need has been assessed. */
export const metUrgency = (context: ActContext, running: readonly Deadline[]): Change[] =>
  running
    .filter(({ rule }) => URGENT.includes(rule))
    .flatMap((deadline) => meetDeadline(context, deadline, { at: context.now }).changes);

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
    if (deadline.rule === ASSISTANCE && outcome === 'joinedCase' && inFile !== undefined) {
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
