import type * as z from 'zod';
import { ControllerKeyItem } from '../../shared/crypto/controller-keys.ts';
import { UserItem } from '../../shared/domain/access-rights/model.ts';
import {
  ControllerItem,
  type Post,
  PostItem,
  type Unit,
  UnitItem,
} from '../../shared/domain/controllers/model.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Services } from '../../shared/services.ts';
import { setUpControllerKeys, setUpPosts, setUpRecord, setUpUnits } from '../../shared/setup.ts';
import { type NewUser, setUpUser } from '../../shared/setup-users.ts';
import { controllerKeys, type Key, keyKeys, userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { namesIn } from './names.ts';
import type { FileUser, OrganisationFile } from './organisation-file.ts';

/** One thing of the file: what the register has of it now. What differs has been changed since, and is left. */
export type Step = {
  kind: 'keys' | 'controller' | 'unit' | 'post' | 'user';
  key: string;
  state: 'new' | 'same' | 'differs';
};

type Made = { steps: Step[]; load: () => Promise<void> };

/**
 * Holds a file against the register, and loads what is not there yet: keys, record and settings, units, posts, users.
 * Each is a commit with its line, or twenty of a kind are; a run that was cut off goes on where it ended.
 */
export async function planLoad(services: Services, file: OrganisationFile, ranBy: string): Promise<Made> {
  const { controller, settings } = file;
  const id = controller.controllerId;
  const names = namesIn(file);
  const units = file.units.map(({ key, ...unit }): Unit => ({ unitId: names.unitId(key), ...unit }));
  const posts = file.posts.map(
    ({ key, unit, ...post }): Post => ({ postId: names.postId(key), unitId: names.unitId(unit), ...post }),
  );
  const users = file.users.map((user) => newUserOf(file, user, posts));

  async function stateOf<T>(
    table: 'records' | 'keys',
    key: Key,
    schema: z.ZodType<T>,
    isSame: (item: T) => boolean = () => true,
  ): Promise<Step['state']> {
    const item = await getItem(services.tables, id, table, key, schema);
    if (item === undefined) return 'new';
    return isSame(item) ? 'same' : 'differs';
  }
  const keys = await stateOf('keys', keyKeys.controllerKey(id, 'controller'), ControllerKeyItem);
  const record = await stateOf('records', controllerKeys.controller(id), ControllerItem, (item) =>
    isAlike(item.controller, controller),
  );
  const unitStates = await inTurn(units, (unit) =>
    stateOf('records', controllerKeys.unit(id, unit.unitId), UnitItem, (item) => isAlike(item.unit, unit)),
  );
  const postStates = await inTurn(posts, (post) =>
    stateOf('records', controllerKeys.post(id, post.postId), PostItem, (item) => isAlike(item.post, post)),
  );
  const userStates = await inTurn(users, ({ user }) =>
    stateOf('records', userKeys.user(id, user.userId), UserItem, (item) =>
      isAlike(item.user, { ...user, status: 'active' }),
    ),
  );
  const steps: Step[] = [
    { kind: 'keys', key: id, state: keys },
    { kind: 'controller', key: id, state: record },
    ...stepsOf('unit', file.units, unitStates),
    ...stepsOf('post', file.posts, postStates),
    ...stepsOf('user', file.users, userStates),
  ];
  return {
    steps,
    async load() {
      if (keys === 'new') await setUpControllerKeys(services, id, ranBy);
      if (record === 'new') await setUpRecord(services, controller, settings, ranBy);
      await setUpUnits(services, id, newOf(units, unitStates), ranBy);
      await setUpPosts(services, id, newOf(posts, postStates), ranBy);
      for (const user of newOf(users, userStates)) await setUpUser(services, id, user, ranBy);
    },
  };
}

/** The first administrator's rights hold at once: somebody has to decide on the others'. */
function newUserOf(file: OrganisationFile, user: FileUser, posts: readonly Post[]): NewUser {
  const names = namesIn(file);
  const { key, post: postKey, grants, ...content } = user;
  const postId = names.postId(postKey);
  const post = posts.find((one) => one.postId === postId);
  if (post === undefined) throw new Error(`There is no post ${postKey} in the file.`);
  const all = grants.map((grant, nth) => names.grantOf(user, grant, nth));
  const isFirst = key === file.firstAdministrator;
  return {
    user: { userId: names.userId(key), ...content, postId, postTitle: post.title.fi, unitId: post.unitId },
    postTo: post.to,
    given: isFirst ? all : [],
    proposed: isFirst ? [] : all,
  };
}

const isAlike = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

async function inTurn<T>(
  things: readonly T[],
  ask: (thing: T) => Promise<Step['state']>,
): Promise<Step['state'][]> {
  const states: Step['state'][] = [];
  for (const thing of things) states.push(await ask(thing));
  return states;
}

const newOf = <T>(things: readonly T[], states: readonly Step['state'][]): T[] =>
  things.filter((_, index) => states[index] === 'new');

const stepsOf = (
  kind: Step['kind'],
  things: readonly { key: string }[],
  states: readonly Step['state'][],
): Step[] => things.map(({ key }, index) => ({ kind, key, state: states[index] ?? 'new' }));
