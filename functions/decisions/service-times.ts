import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { cancelDeadline, meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import type { RuleKey } from '../../shared/domain/deadlines/norms/norms.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { isReviewed } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { presumedDay } from '../../shared/domain/decisions/rules/service.ts';
import type { ServiceRow, Way } from '../../shared/domain/decisions/service-model.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';

/** What an official waits for after a copy went out, by its way; an ordinary one is presumed to arrive. */
const WAITED: Partial<Record<Way, RuleKey>> = {
  verifiableLetter: 'verifiableServiceProved',
  summons: 'verifiableServiceProved',
  verifiableElectronic: 'electronicServiceFetched',
};

const start = (
  context: ClientContext,
  head: DecisionHead,
  { serviceId }: Pick<ServiceRow, 'serviceId'>,
  of: { rule: RuleKey; on: LocalDate },
): Change[] =>
  startDeadline(context, {
    rule: of.rule,
    start: { on: of.on },
    clientId: head.clientId,
    subject: { kind: 'serviceOfNotice', id: serviceId },
    caseId: head.caseId,
    serviceTasks: head.serviceTasks,
    unitId: head.unitId,
  }).changes;

const appealRule = (head: DecisionHead): RuleKey => (isReviewed(head.route) ? 'reviewRequest' : 'appeal');

const mayAppeal = (head: DecisionHead, { concernedId }: Pick<ServiceRow, 'concernedId'>): boolean =>
  head.concerned.some((one) => one.concernedId === concernedId && one.mayAppeal);

/** The times that sending begins: until it is proven or fetched, or, of an ordinary copy, the recipient's own time. */
export function timesOfSending(context: ClientContext, head: DecisionHead, row: ServiceRow): Change[] {
  const waited = WAITED[row.way];
  if (waited !== undefined) return start(context, head, row, { rule: waited, on: row.sentOn });
  const presumed = presumedDay(row.way, row.sentOn);
  if (presumed === undefined || !mayAppeal(head, row)) return [];
  return start(context, head, row, { rule: appealRule(head), on: presumed });
}

const ofRow = (open: readonly Deadline[], { serviceId }: ServiceRow): Deadline[] =>
  open.filter(({ subject }) => subject.kind === 'serviceOfNotice' && subject.id === serviceId);

/** The copy arrived on a shown day: what was waited for is met, and the recipient's time runs from that day. */
export function timesOfArrival(
  context: ClientContext,
  head: DecisionHead,
  row: ServiceRow & { servedOn: LocalDate },
  open: readonly Deadline[],
): Change[] {
  const ended = ofRow(open, row).flatMap((deadline) =>
    deadline.rule === appealRule(head)
      ? cancelDeadline(context, deadline, 'replaced').changes
      : meetDeadline(context, deadline, { on: row.servedOn }).changes,
  );
  const own = mayAppeal(head, row)
    ? start(context, head, row, { rule: appealRule(head), on: row.servedOn })
    : [];
  return [...ended, ...own];
}

/** The copy did not arrive: nothing of it is waited for. */
export const timesOfFailure = (
  context: ClientContext,
  row: ServiceRow,
  open: readonly Deadline[],
): Change[] => ofRow(open, row).flatMap((deadline) => cancelDeadline(context, deadline, 'replaced').changes);
