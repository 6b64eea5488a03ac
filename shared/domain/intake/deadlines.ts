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
import { ASSISTANCE, isAssessmentReady, isAssessmentStart, rulesOf, URGENT } from './rules-of-time.ts';

/** Times that the receipt of a matter begins (1301/2014 § 36; 417/2007 § 26), and what becomes of them. */

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
    if (isAssessmentStart(deadline.rule)) return meetDeadline(context, deadline, { at: context.now }).changes;
    const ground = isAssessmentReady(deadline.rule) && outcome === 'joinedCase' ? 'replaced' : 'matterClosed';
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
