import { commit } from '../../shared/commit.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { placeOfPlan } from '../../shared/domain/plans/store.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { CaseId, type ClientId, DocumentId, PlanId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { created } from '../../shared/table/item.ts';
import { type World } from './world.ts';

/** What stands in a file at a glance, put there as its own acts leave it. */

const TEST = {
  name: 'test',
  title: { fi: 't', sv: 't', en: 't' },
  roles: [],
  tie: 'none',
  legalGround: 'test',
} as const;

const systemOf = (world: World) =>
  systemContext(world.services, world.controller, { action: TEST, event: 'Test', ranBy: 'test' });

/** A time that began today, as an act of another module leaves it. */
export async function begunDeadline(world: World, clientId: ClientId): Promise<void> {
  const context = systemOf(world);
  const { changes } = startDeadline(context, {
    clientId,
    rule: 'assessmentStart',
    start: { on: context.today },
    subject: { kind: 'client', id: clientId },
    serviceTasks: ['families'],
    unitId: world.units.families,
  });
  await commit(context, {
    changes,
    line: { clients: [clientId], resources: [], dataGroups: ['deadlines'] },
    answer: { body: {} },
  });
}

/** A plan in force, as the plans leave it. */
export async function madePlan(
  world: World,
  clientId: ClientId,
  of: { reviewBy: string; serviceTasks: ServiceTask[] },
): Promise<void> {
  const context = systemOf(world);
  const put = placeOfPlan(world.controller, {
    entity: 'plan',
    ...created(context.now, context.actor.userId),
    planId: PlanId.parse(newId(world.services)),
    clientId,
    caseId: CaseId.parse(newId(world.services)),
    typeOid: '1.2.246.537.6.1506.7',
    documentId: DocumentId.parse(newId(world.services)),
    kind: 'clientPlan',
    serviceTasks: of.serviceTasks,
    socialServices: [],
    sensitivity: 'ordinary',
    phase: 'arranging',
    unitId: world.units.families,
    state: 'inForce',
    madeOn: context.today,
    reviewBy: LocalDate.parse(of.reviewBy),
  });
  await commit(context, {
    changes: [{ put, when: 'absent' }],
    line: { clients: [clientId], resources: [], dataGroups: ['plans'] },
    answer: { body: {} },
  });
}
