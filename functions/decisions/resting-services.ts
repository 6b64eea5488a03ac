import type { Change } from '../../shared/act.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { judgeBasis } from '../../shared/domain/services/decision-basis.ts';
import type { ClientService } from '../../shared/domain/services/model.ts';
import { loadServicesInForce, placedService } from '../../shared/domain/services/store.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { indexedTask, placedTask } from '../../shared/domain/tasks/place.ts';
import { loadOpenTasks } from '../../shared/domain/tasks/store.ts';
import { endTask } from '../../shared/domain/tasks/transitions.ts';
import { taskResourceOf } from '../../shared/domain/tasks/view.ts';
import { TaskId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { clientKeys, taskKeys } from '../../shared/table/keys.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** What becomes of the services of a decision that ends: none rests unseen on what does not stand any more. */
export type Resting = { changes: Change[]; resources: Resource[]; findings: string[] };

type Ended = Pick<DecisionHead, 'decisionId' | 'clientId' | 'caseId' | 'serviceTasks' | 'unitId'>;

/** A commit has room for so many beside a decision with its document; the others are told of. */
const MOST_MOVED = 4;

const NOTHING: Resting = { changes: [], resources: [], findings: [] };

/**
 * Services that rest on a decision that ends follow the one in its place, where that carries them from now on
 * (1301/2014 45–46 §). Of the others the answer tells, and whoever answers for the case has a task: each is ended, or
 * rested on another decision, by its own worker.
 */
export async function restingAnew(
  context: ClientContext,
  ended: Ended,
  of: { instead?: DecisionHead | undefined; ofCase: CaseHead | undefined },
): Promise<Resting> {
  const { clientId, decisionId } = ended;
  const [given, tasks] = await Promise.all([
    loadServicesInForce(context, clientId),
    loadOpenTasks(context, clientId),
  ]);
  const resting = given.filter(({ basis }) => basis.kind === 'decision' && basis.decisionId === decisionId);
  const told = tasks.filter(({ kind, subject }) => kind === KIND && subject.id === decisionId);
  if (resting.length === 0) return told.length === 0 ? NOTHING : withoutTask(context, told);
  const { instead } = of;
  const moving =
    instead === undefined
      ? []
      : resting.filter((service) => isCarried(context, instead, service)).slice(0, MOST_MOVED);
  const left = resting.filter((service) => !moving.includes(service));
  const moved = instead === undefined ? [] : moving.map((service) => onto(context, instead, service));
  const work =
    left.length === 0
      ? withoutTask(context, told)
      : told.length > 0
        ? NOTHING
        : withTask(context, ended, { count: left.length, ofCase: of.ofCase });
  return {
    changes: [...moved.flatMap(({ changes }) => changes), ...work.changes],
    resources: [...moved.map(({ resource }) => resource), ...work.resources],
    findings: [
      ...moving.map(({ clientServiceId }) => `decision.serviceFollows:${clientServiceId}`),
      ...left.map(({ clientServiceId }) => `decision.serviceRests:${clientServiceId}`),
    ],
  };
}

/** From now on: what was given before rested on the other. One that begins later is asked for its own days. */
const isCarried = ({ today }: ClientContext, instead: DecisionHead, service: ClientService): boolean => {
  const validFrom = service.validFrom < today ? today : service.validFrom;
  return judgeBasis(instead, { ...service, validFrom }, today).length === 0;
};

function onto(
  { actor, now }: ClientContext,
  { decisionId, documentId }: DecisionHead,
  service: ClientService,
): { changes: Change[]; resource: Resource } {
  const after: ClientService = {
    ...service,
    ...changed(service, now, actor.userId),
    basis: { kind: 'decision', decisionId, ...(documentId === undefined ? {} : { documentId }) },
  };
  const { clientServiceId, clientId, version, serviceTask } = after;
  return {
    changes: placedService(actor.controller, service, after),
    resource: {
      kind: 'service',
      id: clientServiceId,
      client: clientId,
      version,
      serviceTasks: [serviceTask],
    },
  };
}

const KIND = 'servicesWithoutDecision';

function withTask(
  { services, actor, now, today }: ClientContext,
  { clientId, decisionId, caseId, serviceTasks, unitId }: Ended,
  { count, ofCase }: { count: number; ofCase: CaseHead | undefined },
): Resting {
  const taskId = TaskId.parse(newId(services));
  const workerId = ofCase?.responsibleWorkerId;
  const task: Task = indexedTask(
    {
      ...taskKeys.open(clientKeys.partition(actor.controller, clientId), taskId),
      entity: 'task',
      ...created(now, actor.userId),
      taskId,
      kind: KIND,
      subject: { kind: 'decision', id: decisionId },
      clientId,
      ...(ofCase === undefined ? {} : { caseId }),
      serviceTasks,
      unitId: ofCase?.unitId ?? unitId,
      ...(workerId === undefined ? { state: 'queued' } : { state: 'taken', workerId }),
      givenBy: actor.userId,
      dueOn: today,
      count,
    },
    actor.controller,
  );
  return { changes: [{ put: task, when: 'absent' }], resources: [taskResourceOf(task)], findings: [] };
}

/** The work that was given when the decision ended is done: its services follow another now. */
function withoutTask({ actor, now, today }: ClientContext, told: readonly Task[]): Resting {
  const after = told.map((task) => ({
    task,
    done: endTask(task, 'done', today, { now, by: actor.userId }),
  }));
  return {
    changes: after.flatMap(({ task, done }) => placedTask(actor.controller, task, done)),
    resources: after.map(({ done }) => taskResourceOf(done)),
    findings: [],
  };
}
