import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { type StartDeadline, startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { systemContext } from '../../shared/system-context.ts';
import type { World } from './world.ts';

/** Deadlines as the acts of other modules begin and end them: their changes in a commit of its own here. */

export const actingContext = (world: World): ActContext =>
  systemContext(world.services, world.controller, {
    action: { name: 't', title: { fi: 't', sv: 't', en: 't' }, roles: [], tie: 'none', legalGround: 't' },
    event: 'Test',
    ranBy: 'test',
  });

export const committed = async (world: World, changes: readonly Change[]): Promise<void> => {
  await commit(actingContext(world), {
    changes,
    line: { clients: [], resources: [], dataGroups: [] },
    answer: { body: {} },
  });
};

/** A time of the families' unit that began on the day. */
export async function startedDeadline(
  world: World,
  clientId: ClientId,
  on: string,
  more: Partial<Omit<StartDeadline, 'partition'>> = {},
): Promise<Deadline> {
  const { deadline, changes } = startDeadline(actingContext(world), {
    rule: 'protectionAssessmentStart',
    start: { on: LocalDate.parse(on) },
    subject: { kind: 'client', id: clientId },
    serviceTasks: ['families'],
    unitId: world.units.families,
    ...more,
    clientId,
  });
  await committed(world, changes);
  return deadline;
}
