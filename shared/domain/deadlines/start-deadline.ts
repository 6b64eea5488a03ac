import type { ActContext, Change } from '../../act.ts';
import { type CaseId, type ClientId, DeadlineId, type UnitId, type UserId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { newId } from '../../new-id.ts';
import { created } from '../../table/item.ts';
import { clientKeys, deadlineKeys, type PartitionKey } from '../../table/keys.ts';
import type { ServiceTask } from '../service-tasks.ts';
import { dayOf, dueOf, type Start } from './due-of.ts';
import type { Deadline, DeadlineSubject } from './model.ts';
import { type RuleKey, ruleOn } from './norms/norms.ts';
import { indexedDeadline } from './place.ts';

type Where = Pick<ActContext, 'services' | 'actor' | 'now'>;

/** What an act gives its commit, and what it may answer with: id and last day. */
export type DeadlineMoved = { deadline: Deadline; changes: Change[] };

/** Whose it is: of a client, or of an intake matter in whose partition it lies until there is a client. */
type Of = { clientId: ClientId } | { partition: PartitionKey };

export type StartDeadline = Of & {
  rule: RuleKey;
  start: Start;
  subject: DeadlineSubject;
  caseId?: CaseId | undefined;
  serviceTasks: readonly ServiceTask[];
  unitId: UnitId;
  workerId?: UserId | undefined;
  /** For a rule that ends at an age. */
  birthDate?: LocalDate | undefined;
};

/**
 * Begins a time of the law for a subject. Its change is spread into the commit of the act that began it, so that no
 * act stands without its deadline.
 */
export function startDeadline({ services, actor, now }: Where, order: StartDeadline): DeadlineMoved {
  const { rule, start, subject, caseId, serviceTasks, unitId, workerId, birthDate } = order;
  const { controller, userId } = actor;
  const deadlineId = DeadlineId.parse(newId(services));
  const partition = 'clientId' in order ? clientKeys.partition(controller, order.clientId) : order.partition;
  const startedOn = dayOf(start);
  const wording = ruleOn(rule, startedOn);
  const deadline = indexedDeadline(
    {
      ...deadlineKeys.open(partition, deadlineId),
      entity: 'deadline',
      ...created(now, userId),
      deadlineId,
      rule,
      ruleFrom: wording.validity.from,
      subject,
      ...('clientId' in order ? { clientId: order.clientId } : {}),
      ...(caseId === undefined ? {} : { caseId }),
      serviceTasks: [...serviceTasks],
      unitId,
      ...(workerId === undefined ? {} : { workerId }),
      startedOn,
      ...('at' in start ? { startedAt: start.at } : {}),
      ...dueOf(wording.count, start, birthDate),
      pauses: [],
      timesBegun: 1,
      earlier: [],
      state: 'running',
    },
    controller,
  );
  return { deadline, changes: [{ put: deadline, when: 'absent' }] };
}
