import type { ActContext, Change } from '../../act.ts';
import type { DeadlineId } from '../../kernel/id.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import type { CaseHead } from '../cases/model.ts';
import type { ClientContext } from '../clients/file.ts';
import { birthDateIn } from '../clients/rules.ts';
import { openBase, ringOf } from '../clients/store.ts';
import type { Start } from '../deadlines/due-of.ts';
import type { Deadline } from '../deadlines/model.ts';
import { meetDeadline } from '../deadlines/move-deadline.ts';
import type { RuleKey } from '../deadlines/norms/norms.ts';
import { startDeadline } from '../deadlines/start-deadline.ts';
import { asksForAge, carriedOutRules } from './carried-out.ts';
import { type DecisionKind, kindOf } from './kinds.ts';
import type { DecisionHead } from './model.ts';

/** The times of the law that a decision begins and that acts on it meet. Those of its copies are of their service. */

type Where = Pick<ActContext, 'services' | 'actor' | 'now'>;
type OfCase = Pick<CaseHead, 'responsibleWorkerId'> | undefined;
type ByKind = Partial<Record<DecisionKind, RuleKey>>;

/** Times that a kind of measure begins with its first day. */
const OF_MEASURE: ByKind = {
  '11027': 'urgentPlacement',
  '11050': 'contactRestriction',
  '11032': 'movementRestrictionTotal',
  '11030': 'openPlacementReview',
};

/** Times within which a kind must be begun, else it lapses: from its issue or its legal force, as the kind says. */
export const OF_LAPSE: ByKind = { '11012': 'specialCareLapse', '11023': 'takingIntoCareLapse' };

/** Times of a measure that run from its actual beginning. */
export const OF_BEGINNING: ByKind = { '11012': 'specialCare' };

/** Times by which a decision is carried out (1301/2014 45 §). Which of them a service meets, depends on the service. */
const CARRIED_OUT: readonly RuleKey[] = [
  'urgentDecisionCarriedOut',
  'decisionCarriedOut',
  'mentalHealthCarriedOut',
];
const LAPSES: readonly RuleKey[] = Object.values(OF_LAPSE);

/** Times that ask for the grounds to be looked at again. */
const MET_BY_REASSESSING: readonly RuleKey[] = ['decisionReview', 'openPlacementReview'];

/** Times that ask for a further decision before a measure or a term is over. */
const MET_BY_CONTINUING: readonly RuleKey[] = [
  ...MET_BY_REASSESSING,
  'decisionTermEnds',
  'urgentPlacement',
  'specialCare',
  'contactRestriction',
  'movementRestrictionTotal',
];

const started = (
  context: Where,
  head: DecisionHead,
  ofCase: OfCase,
  of: { rule: RuleKey | undefined; start: Start },
): { deadline?: Deadline; changes: Change[] } =>
  of.rule === undefined
    ? { changes: [] }
    : startDeadline(context, {
        rule: of.rule,
        start: of.start,
        clientId: head.clientId,
        subject: { kind: 'decision', id: head.decisionId },
        caseId: head.caseId,
        serviceTasks: head.serviceTasks,
        unitId: head.unitId,
        workerId: ofCase?.responsibleWorkerId,
      });

/**
 * What a decision begins as it is issued: when what was granted must be carried out, when its measure or term ends or
 * is looked at again, and by when it must be begun. A term is watched by its own day, unless the law's is as early.
 */
export async function timesOfIssue(
  context: ClientContext,
  head: DecisionHead,
  ofCase: CaseHead,
): Promise<Change[]> {
  const { kind, result, validity, issued, reviewOn } = head;
  if (issued === undefined || result === 'rejecting') return [];
  const start = (rule: RuleKey | undefined, of: Start) => started(context, head, ofCase, { rule, start: of });
  const measure = validity === undefined ? { changes: [] } : start(OF_MEASURE[kind], { on: validity.from });
  const lastDay = validity?.to;
  const isWatched = lastDay !== undefined && (measure.deadline?.dueOn ?? NEVER) > lastDay;
  const openedOn = helsinkiDateOf(ofCase.openedAt);
  return [
    ...(await rulesOfGrant(context, head, openedOn)).flatMap((rule) => start(rule, { on: openedOn }).changes),
    ...measure.changes,
    ...(isWatched ? start('decisionTermEnds', { on: issued.on, due: lastDay }).changes : []),
    ...(reviewOn === undefined ? [] : start('decisionReview', { on: issued.on, due: reviewOn }).changes),
    ...(kindOf(kind).beginWithin?.from === 'issued' ? start(OF_LAPSE[kind], { on: issued.on }).changes : []),
  ];
}

/** By which rules what was granted is to be carried out (1301/2014 45 §): some of them ask for the client's age. */
async function rulesOfGrant(
  context: ClientContext,
  { kind, result, socialServices }: DecisionHead,
  openedOn: LocalDate,
): Promise<RuleKey[]> {
  if (result !== 'granting' || kindOf(kind).implementMonths === undefined) return [];
  const birthDate = asksForAge(socialServices)
    ? birthDateIn((await openBase(ringOf(context), context.file.head)).data)
    : undefined;
  return carriedOutRules(socialServices, { openedOn, birthDate });
}

/** After every day. */
const NEVER = '9';

/** What legal force begins: the time in which it must be begun, unless it has been. */
export const timesOfForce = (context: Where, head: DecisionHead, ofCase: OfCase): Change[] =>
  head.force !== undefined && head.begun === undefined && kindOf(head.kind).beginWithin?.from === 'legalForce'
    ? started(context, head, ofCase, { rule: OF_LAPSE[head.kind], start: { on: head.force.on } }).changes
    : [];

/** Of these times, those of one decision. */
export const timesOf = (
  { decisionId }: Pick<DecisionHead, 'decisionId'>,
  deadlines: readonly Deadline[],
): Deadline[] => deadlines.filter(({ subject }) => subject.kind === 'decision' && subject.id === decisionId);

/** Those of the rules, by their ids. */
export const ofRules = (deadlines: readonly Deadline[], rules: readonly RuleKey[]): DeadlineId[] =>
  deadlines.filter(({ rule }) => rules.includes(rule)).map(({ deadlineId }) => deadlineId);

/** Those of the rules are met on that day. */
export const metOf = (
  context: Where,
  deadlines: readonly Deadline[],
  { rules, on }: { rules: readonly RuleKey[]; on: LocalDate },
): Change[] =>
  deadlines
    .filter(({ rule }) => rules.includes(rule))
    .flatMap((deadline) => meetDeadline(context, deadline, { on }).changes);

/** What becomes of times, and which they are. */
type Moved = { changes: Change[]; times: DeadlineId[] };

/** Begun on this day: it lapses no more, and a measure that counts from its beginning runs. */
export const timesOfBeginning = (
  context: Where,
  head: DecisionHead,
  { open, on, ofCase }: { open: readonly Deadline[]; on: LocalDate; ofCase: OfCase },
): Moved => {
  const own = timesOf(head, open);
  const begun = started(context, head, ofCase, { rule: OF_BEGINNING[head.kind], start: { on } });
  return {
    changes: [...metOf(context, own, { rules: LAPSES, on }), ...begun.changes],
    times: [...ofRules(own, LAPSES), ...(begun.deadline === undefined ? [] : [begun.deadline.deadlineId])],
  };
};

/** Carried out without a service of the file that would meet them one by one. */
export const timesOfCarryingOut = (
  context: Where,
  head: DecisionHead,
  { open, on }: { open: readonly Deadline[]; on: LocalDate },
): Moved => {
  const own = timesOf(head, open);
  return { changes: metOf(context, own, { rules: CARRIED_OUT, on }), times: ofRules(own, CARRIED_OUT) };
};

/**
 * Looked at again: what asked for it is met. What the law asks for again and again runs anew, and so does the day that
 * was set; where it was found that the decision ends, its last day needs nothing more.
 */
export function timesOfReassessing(
  context: Where,
  head: DecisionHead,
  { open, ofCase }: { open: readonly Deadline[]; ofCase: OfCase },
): Change[] {
  const { reassessed, reviewOn } = head;
  if (reassessed === undefined) return [];
  const { on, outcome } = reassessed;
  const isEnding = outcome === 'toEnd';
  const own = timesOf(head, open);
  const again = own.filter(({ rule }) => rule === 'openPlacementReview' && !isEnding);
  const start = (rule: RuleKey, of: Start) => started(context, head, ofCase, { rule, start: of }).changes;
  return [
    ...metOf(context, own, {
      rules: isEnding ? [...MET_BY_REASSESSING, 'decisionTermEnds'] : MET_BY_REASSESSING,
      on,
    }),
    ...again.flatMap(({ rule }) => start(rule, { on })),
    ...(reviewOn === undefined ? [] : start('decisionReview', { on, due: reviewOn })),
  ];
}

/** Another decision continues this one: what waited for that is met. */
export const timesOfContinuing = (
  context: Where,
  head: Pick<DecisionHead, 'decisionId'>,
  { open, on }: { open: readonly Deadline[]; on: LocalDate },
): Change[] => metOf(context, timesOf(head, open), { rules: MET_BY_CONTINUING, on });
