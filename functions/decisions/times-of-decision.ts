import type { Change } from '../../shared/act.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import type { RuleKey } from '../../shared/domain/deadlines/norms/norms.ts';
import { type StartDeadline, startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { asksForAge, carriedOutRules } from '../../shared/domain/decisions/carried-out.ts';
import { type DecisionKind, kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { helsinkiDateOf, type LocalDate } from '../../shared/kernel/local-date.ts';

/** Times that a kind of measure begins with its first day. */
const OF_MEASURE: Partial<Record<DecisionKind, RuleKey>> = {
  '11027': 'urgentPlacement',
  '11050': 'contactRestriction',
  '11032': 'movementRestrictionTotal',
  '11012': 'specialCare',
  '11030': 'openPlacementReview',
};

/**
 * The times of the law that a decision begins: when what was granted must be carried out (1301/2014 45 §), and when a
 * measure ends or is looked at again. That each copy is served has its own time, when it is sent.
 */
export async function timesOfDecision(
  context: ClientContext,
  head: DecisionHead,
  ofCase: CaseHead,
): Promise<Change[]> {
  const start = (of: Pick<StartDeadline, 'rule' | 'start'>): Change[] =>
    startDeadline(context, {
      ...of,
      clientId: head.clientId,
      subject: { kind: 'decision', id: head.decisionId },
      caseId: head.caseId,
      serviceTasks: head.serviceTasks,
      unitId: head.unitId,
      workerId: ofCase.responsibleWorkerId,
    }).changes;
  const measure = OF_MEASURE[head.kind];
  const isGranted = head.result === 'granting' && kindOf(head.kind).implementMonths !== undefined;
  const openedOn = helsinkiDateOf(ofCase.openedAt);
  const birthDate = isGranted && asksForAge(head.socialServices) ? await bornOn(context) : undefined;
  return [
    ...(isGranted
      ? carriedOutRules(head.socialServices, { openedOn, birthDate }).flatMap((rule) =>
          start({ rule, start: { on: openedOn } }),
        )
      : []),
    ...(measure === undefined || head.validity === undefined
      ? []
      : start({ rule: measure, start: { on: head.validity.from } })),
  ];
}

async function bornOn(context: ClientContext): Promise<LocalDate | undefined> {
  const { data } = await openBase(ringOf(context), context.file.head);
  return birthDateIn(data);
}
