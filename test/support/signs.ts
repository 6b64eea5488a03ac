import { powersOf } from '../../shared/access/powers.ts';
import { commit } from '../../shared/commit.ts';
import { Member } from '../../shared/domain/access-rights/model.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { controllerKeys } from '../../shared/table/keys.ts';
import { actingContext } from './deadlines.ts';
import type { Worker, World } from './world.ts';

/** The worker stands in the controller's list of users, in a unit, under this name. */
export async function listed(world: World, worker: Worker, unitId: UnitId, name: string): Promise<void> {
  const context = actingContext(world);
  const put: Member = {
    ...controllerKeys.member(world.controller, worker.userId),
    entity: 'member',
    ...created(context.now, context.actor.userId),
    member: { userId: worker.userId, name, postTitle: 'Sosiaaliohjaaja', unitId, status: 'active' },
  };
  await commit(context, {
    changes: [{ put, when: 'absent' }],
    line: { clients: [], resources: [], dataGroups: ['accessRights'] },
    answer: { body: {} },
  });
}

/** Gives the worker the supervisor’s grant beside the own one. */
export async function supervisesToo(world: World, worker: Worker): Promise<void> {
  const context = actingContext(world);
  const item = await powersOf(world.services, world.controller, worker.userId);
  const { grants } = item.powers;
  const more = grants.map((grant) => ({ ...grant, role: 'supervisor' as const, serviceTasks: [] }));
  const put = {
    ...item,
    ...changed(item, context.now, context.actor.userId),
    powers: { ...item.powers, grants: [...grants, ...more] },
  };
  await commit(context, {
    changes: [{ put, when: { version: item.version } }],
    line: { clients: [], resources: [], dataGroups: ['accessRights'] },
    answer: { body: {} },
  });
}
