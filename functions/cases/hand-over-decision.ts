import { workersNamed } from '../../shared/access/powers.ts';
import type { ActContext } from '../../shared/act.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { PREPARATION } from '../../shared/domain/decisions/states.ts';
import { placedDecision } from '../../shared/domain/decisions/store.ts';
import { handOverDecision as handedOver } from '../../shared/domain/decisions/transitions.ts';
import { loadOpenDecisions } from '../../shared/domain/decisions/worklists.ts';
import { loadDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import type { DocumentDraft } from '../../shared/domain/documents/model.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { taskResourceOf } from '../../shared/domain/tasks/view.ts';
import type { ClientId, DecisionId } from '../../shared/kernel/id.ts';
import { documentDraftPassed, draftMoved } from './hand-over-draft.ts';
import { type Handed, ofHandOver } from './handed.ts';
import { taskOfHandOver } from './task-of-hand-over.ts';

type One = { clientId: ClientId; decisionId: DecisionId };

/**
 * A decision that is not issued yet, with the draft of its text: the successor prepares it in the leaver's place, as far
 * as it has come. One that waits for the leaver to decide it goes back to its preparer, who has a task of it: whom it is
 * proposed to next depends on who has the power, and that the preparer judges.
 */
export async function handOverDecision(context: ActContext, job: HandOver, one: One): Promise<Handed> {
  const { services, actor, now } = context;
  const { fromWorkerId, successorId, unitId } = job;
  const [before] = await loadOpenDecisions(services, actor.controller, [one]);
  if (before === undefined || before.unitId !== unitId || !PREPARATION.includes(before.state))
    return 'nothing';
  const isPrepared = before.preparedBy.userId === fromWorkerId;
  const isBack = before.proposed?.to === fromWorkerId;
  if (!isPrepared && !isBack) return 'nothing';
  const [[head], [successor], draft] = await Promise.all([
    loadHeads(services, actor.controller, [before.clientId]),
    workersNamed(context, [successorId]),
    isPrepared && before.draftId !== undefined
      ? loadDocumentDraft(context, fromWorkerId, before.draftId)
      : undefined,
  ]);
  const preparerId = isPrepared ? successorId : before.preparedBy.userId;
  if (successor === undefined || (head !== undefined && isShutTo(head, preparerId))) return 'kept';

  const preparer = isPrepared ? { ...successor, at: now } : undefined;
  const after = handedOver(before, { preparer, isBack }, { now, by: actor.userId });
  const moved = draft === undefined ? undefined : documentDraftPassed(context, job, draft);
  const task = isBack
    ? taskOfHandOver(context, job, {
        kind: 'deciderLeft',
        subject: { kind: 'decision', id: before.decisionId },
        clientId: before.clientId,
        caseId: before.caseId,
        serviceTasks: before.serviceTasks,
        workerId: preparerId,
      })
    : undefined;
  return {
    changes: [
      ...placedDecision(actor.controller, before, after),
      ...(draft === undefined || moved === undefined ? [] : draftMoved(draft, moved)),
      ...(task === undefined ? [] : [{ put: task, when: 'absent' as const }]),
    ],
    line: lineOf(job, after, { moved, task, isPrepared }),
    more: false,
  };
}

function lineOf(
  job: HandOver,
  { decisionId, clientId, version, serviceTasks }: DecisionHead,
  {
    moved,
    task,
    isPrepared,
  }: { moved: DocumentDraft | undefined; task: Task | undefined; isPrepared: boolean },
): Exclude<Handed, string>['line'] {
  return {
    clients: [clientId],
    resources: [
      { kind: 'decision', id: decisionId, client: clientId, version, serviceTasks },
      ...(moved === undefined
        ? []
        : [
            {
              kind: 'draft' as const,
              id: moved.draftId,
              client: clientId,
              version: moved.version,
              serviceTasks: moved.serviceTasks,
            },
          ]),
      ...(task === undefined ? [] : [taskResourceOf(task)]),
      ...ofHandOver(job),
    ],
    dataGroups: [
      'decisions',
      ...(moved === undefined ? [] : ['drafts' as const]),
      ...(task === undefined ? [] : ['tasks' as const]),
    ],
    changedFields: [
      ...(isPrepared ? ['preparedBy'] : []),
      ...(moved === undefined ? [] : ['writer']),
      ...(task === undefined ? [] : ['state', 'proposed', 'task']),
    ],
  };
}
