import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type KnownPersons, knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { delegationsOfKind, loadPostsNamed } from '../../shared/domain/decisions/powers/store.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { expectedConcerned, judgeConcerned } from '../../shared/domain/decisions/rules/concerned.ts';
import { judgeHearing } from '../../shared/domain/decisions/rules/hearing.ts';
import { judgePower } from '../../shared/domain/decisions/rules/power.ts';
import { judgeTerm } from '../../shared/domain/decisions/rules/term.ts';
import { needsSpecialSupport } from '../../shared/domain/decisions/special-support.ts';
import { loadDecision } from '../../shared/domain/decisions/store.ts';
import { errorsOf } from '../../shared/kernel/finding.ts';
import type { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

type Power = NonNullable<DecisionHead['issued']>['power'];
type OfCase = Pick<CaseHead, 'responsibleWorkerId'> | undefined;

type Judged = {
  power: Power;
  /** The file knows that the client needs special support. */
  isSupported: boolean;
  /** Whose matter it is, as the file knows them. */
  known: KnownPersons;
  findings: string[];
};

/**
 * Whether this official may issue this decision today, and whether it is ripe: power first, then hearing, then that
 * nobody whom the file names is missing. The table of powers and the post are read with the act, strongly.
 * @throws Refusal `decision.noPower`, `decision.notHeard`, `decision.notValid`, each with every finding.
 */
export async function judgeIssue(
  context: ClientContext,
  head: DecisionHead,
  ofCase: CaseHead,
): Promise<Judged> {
  const { today } = context;
  const [known, { power, earlier, isSupported }] = await Promise.all([
    knownPersons(context),
    mustHavePower(context, head, ofCase),
  ]);
  const heard = judgeHearing(head, today);
  if (errorsOf(heard).length > 0) throw new Refusal(DECISION_REFUSALS.notHeard, { findings: heard });
  const expected = expectedConcerned(head.kind, known, known.relations, today);
  const rest = [...judgeConcerned(head.concerned, expected), ...judgeTerm(head, earlier)];
  refuseErrors(DECISION_REFUSALS.notValid, rest);
  return { power, isSupported, known, findings: [...heard, ...rest].map(({ rule }) => rule) };
}

/** The power by which this official may make this decision today. @throws Refusal `decision.noPower`. */
export async function mustHavePower(
  context: ClientContext,
  head: DecisionHead,
  ofCase: OfCase,
): Promise<{ power: Power; earlier: DecisionHead | undefined; isSupported: boolean }> {
  const { actor, today } = context;
  const [posts, delegations, earlier, isSupported] = await Promise.all([
    actor.postId === undefined ? [] : loadPostsNamed(context, [actor.postId]),
    delegationsOfKind(context, head.kind),
    head.follows === undefined ? undefined : loadDecision(context, head.clientId, head.follows),
    needsSpecialSupport(context, head.clientId),
  ]);
  const { used, findings } = judgePower({
    // Found after the preparation began, it binds the decider all the same.
    decision: { ...head, specialSupport: head.specialSupport || isSupported },
    decider: { userId: actor.userId, postId: actor.postId, grants: actor.grants, post: posts[0]?.post },
    delegations: delegations.map(({ delegation }) => delegation),
    childsWorkers: childsWorkers(context, ofCase),
    earlierDecider: earlier?.issued?.by.userId,
    today,
  });
  if (used === undefined) throw new Refusal(DECISION_REFUSALS.noPower, { findings });
  return { power: used, earlier, isSupported };
}

/** Lapsen asioista vastaava sosiaalityöntekijä: who answers for the case, and the child's own worker. */
const childsWorkers = ({ file }: ClientContext, ofCase: OfCase): UserId[] =>
  [ofCase?.responsibleWorkerId, file.head.relationship?.ownWorkerId].filter((userId) => userId !== undefined);
