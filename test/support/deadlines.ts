import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { Unit, type UnitItem } from '../../shared/domain/controllers/model.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { type StartDeadline, startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import type { ClientId, UnitId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { systemContext } from '../../shared/system-context.ts';
import { created } from '../../shared/table/item.ts';
import { controllerKeys } from '../../shared/table/keys.ts';
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

/** Puts one of the world's units among those that the controller has: a run goes through these. */
export const standingUnit = (world: World, unitId: UnitId, name = 'Yksikkö'): Promise<void> => {
  const { controller } = world;
  const unit = Unit.parse({
    unitId,
    name: { fi: name },
    serviceTasks: ['families'],
    from: '2020-01-01',
  });
  const put: UnitItem = {
    ...controllerKeys.unit(controller, unitId),
    entity: 'unit',
    ...created(world.services.clock.now(), 'test'),
    unit,
  };
  return committed(world, [{ put, when: 'absent' }]);
};
