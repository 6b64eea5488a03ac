import { powersOf } from '../../shared/access/powers.ts';
import { commit } from '../../shared/commit.ts';
import { Member, type UserItem } from '../../shared/domain/access-rights/model.ts';
import { PostId, type UnitId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { controllerKeys, userKeys } from '../../shared/table/keys.ts';
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

/** The worker stands in the register of users. */
export async function recorded(world: World, worker: Worker): Promise<void> {
  const context = actingContext(world);
  const put: UserItem = {
    ...userKeys.user(world.controller, worker.userId),
    entity: 'user',
    ...created(context.now, context.actor.userId),
    user: {
      userId: worker.userId,
      name: 'Utu Uteliainen',
      postId: PostId.parse(newId(world.services)),
      postTitle: 'Sosiaaliohjaaja',
      unitId: world.units.families,
      status: 'active',
      from: LocalDate.parse('2026-01-01'),
    },
    endings: [],
  };
  await commit(context, {
    changes: [{ put, when: 'absent' }],
    line: { clients: [], resources: [], dataGroups: ['accessRights'] },
    answer: { body: {} },
  });
}
