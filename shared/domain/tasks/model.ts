import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { CaseId, ClientId, TaskId, UnitId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { ServiceTask } from '../service-tasks.ts';

/** What a task is about: the client, or a thing in the client's file, by its id. */
export const TaskSubject = z
  .strictObject({
    kind: z.enum([
      'client',
      'case',
      'document',
      'intake',
      'decision',
      'plan',
      'assessment',
      'appointment',
      'unit',
    ]),
    id: z.string().min(1).max(64),
  })
  .meta({ id: 'TaskSubject' });

/**
 * Tehtävä: work that somebody gave to a worker or to the queue of a unit. One about a client lies in that client's
 * file, its words sealed there. What the system itself puts before a unit's supervisor lies with the unit and names
 * nobody.
 */
export const Task = storedItem('task', {
  taskId: TaskId,
  /**
   * `lateDeadlines`, `transferNotAnswered`: put before somebody by the run of the morning. `appointmentNotHanded`: a
   * leaver's appointment at a time when the successor has another. `deciderLeft`: a proposal came back to its preparer,
   * for its decider has left. `servicesWithoutDecision`: the decision that they
   * rest on has ended.
   */
  kind: z.enum([
    'toDo',
    'lateDeadlines',
    'transferNotAnswered',
    'appointmentNotHanded',
    'deciderLeft',
    'servicesWithoutDecision',
  ]),
  subject: TaskSubject,
  clientId: ClientId.optional(),
  caseId: CaseId.optional(),
  /** Decide who of the unit sees it, as those of a case do. */
  serviceTasks: z.array(ServiceTask).max(7),
  /** In whose queue it lies, or whose worker has it. */
  unitId: UnitId,
  workerId: UserId.optional(),
  givenBy: UserId,
  dueOn: LocalDate,
  /** `queued`: nobody has it. `taken`: a worker has it. */
  state: z.enum(['queued', 'taken', 'done', 'cancelled']),
  endedOn: LocalDate.optional(),
  /** What is to be done, in words. */
  words: Sealed.optional(),
  /** Of how many, where the system counts: deadlines that became late, services that rest on what has ended. */
  count: z.int().positive().optional(),
  ...inIndexes(1, 2),
});
export type Task = z.infer<typeof Task>;
