import * as z from 'zod';
import type { Action } from './access/action.ts';
import type { Powers } from './access/actor.ts';
import { PowersItem, putPowers } from './access/powers.ts';
import type { StoredItem } from './act.ts';
import { commit } from './commit.ts';
import { ControllerKeyPurpose, newControllerKey } from './crypto/controller-keys.ts';
import {
  Controller,
  type ControllerItem,
  Post,
  type PostItem,
  Unit,
  type UnitItem,
} from './domain/controllers/model.ts';
import { ControllerSettings } from './domain/controllers/settings/settings.ts';
import {
  type SettingsItem,
  type SettingsVersionItem,
  settingsMade,
} from './domain/controllers/settings/stored.ts';
import { forgetSettings } from './domain/controllers/settings-cache.ts';
import type { ControllerId } from './kernel/id.ts';
import type { Services } from './services.ts';
import { systemContext } from './system-context.ts';
import { created, type ItemHead } from './table/item.ts';
import { controllerKeys, userKeys } from './table/keys.ts';

const SET_UP: Action = {
  name: 'setup.controller',
  title: {
    fi: 'Perusta rekisterinpitäjä',
    sv: 'Inrätta en personuppgiftsansvarig',
    en: 'Set up a controller',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 §§ 9, 13',
};

/** Makes the keys that a controller's lists, look-ups and parties rest on. Done once; a second time is refused. */
export async function setUpControllerKeys(
  services: Services,
  controller: ControllerId,
  ranBy: string,
): Promise<void> {
  const context = systemContext(services, controller, { action: SET_UP, event: 'ControllerKeysMade', ranBy });
  const keys = await Promise.all(
    ControllerKeyPurpose.options.map((purpose) => newControllerKey(services, controller, purpose)),
  );
  await commit(context, {
    changes: keys.map((put) => ({ table: 'keys' as const, put, when: 'absent' as const })),
    line: { clients: [], resources: [], dataGroups: ['settings'], changedFields: ['keys'] },
    answer: { body: {} },
  });
}

/** Gives a user the powers stated, without a proposal: only for the first administrator and for seeds. */
export async function setUpPowers(services: Services, powers: Powers, ranBy: string): Promise<void> {
  const context = systemContext(services, powers.controller, {
    action: SET_UP,
    event: 'FirstPowersGiven',
    ranBy,
  });
  const item: PowersItem = {
    ...userKeys.powers(powers.controller, powers.userId),
    entity: 'powers',
    ...created(context.now, context.actor.userId),
    powers,
  };
  await commit(context, {
    changes: [putPowers(item)],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: powers.userId }],
      dataGroups: ['accessRights'],
      changedFields: ['powers'],
    },
    answer: { body: {} },
  });
}

/** A controller as it is set up: its record, its first settings, and the units and posts it begins with. */
export const NewController = z.strictObject({
  controller: Controller,
  settings: ControllerSettings,
  units: z.array(Unit).max(1000),
  posts: z.array(Post).max(5000),
});
export type NewController = z.infer<typeof NewController>;

/** Leaves room in a commit for its line. */
const ITEMS_AT_ONCE = 20;
const DATA_GROUPS = { dataGroups: ['settings'] as const, clients: [] };

/** Makes a controller: keys, record, version 1 of its settings, units, posts. A second time is refused. */
export async function setUpController(
  services: Services,
  { controller, settings, units, posts }: NewController,
  ranBy: string,
): Promise<void> {
  await setUpControllerKeys(services, controller.controllerId, ranBy);
  await setUpRecord(services, controller, settings, ranBy);
  await setUpUnits(services, controller.controllerId, units, ranBy);
  await setUpPosts(services, controller.controllerId, posts, ranBy);
}

/** The record of a controller and the settings it begins with. */
export async function setUpRecord(
  services: Services,
  controller: Controller,
  chosen: ControllerSettings,
  ranBy: string,
): Promise<void> {
  const id = controller.controllerId;
  const context = systemContext(services, id, { action: SET_UP, event: 'ControllerSetUp', ranBy });
  const { now, today } = context;
  const by = context.actor.userId;
  const head = created(now, by);
  // What the rules of the settings refuse would otherwise stand until the first worker meets it.
  const settings = ControllerSettings.parse(chosen);
  const first = { version: 1, from: today, settings, changedBy: by, changedAt: now };
  const record: ControllerItem = {
    ...controllerKeys.controller(id),
    entity: 'controller',
    ...head,
    controller,
  };
  const inForce: SettingsItem = {
    ...controllerKeys.settings(id),
    entity: 'settings',
    ...settingsMade(now, by),
    versions: [first],
  };
  const kept: SettingsVersionItem = {
    ...controllerKeys.settingsVersion(id, 1),
    entity: 'settingsVersion',
    ...settingsMade(now, by),
    settings: first,
    changedFields: Object.keys(settings),
  };
  await commit(context, {
    changes: [record, inForce, kept].map((put) => ({ put, when: 'absent' as const })),
    line: {
      ...DATA_GROUPS,
      resources: [{ kind: 'settings', id, version: 1 }],
      changedFields: ['controller', 'settings'],
    },
    answer: { body: {} },
  });
  forgetSettings(services, id);
}

/** Units the controller does not have yet. */
export function setUpUnits(
  services: Services,
  controller: ControllerId,
  units: readonly Unit[],
  ranBy: string,
): Promise<void> {
  return putInRows(
    services,
    controller,
    { event: 'UnitsSetUp', ranBy, kind: 'unit' },
    units,
    (unit, head) => ({
      id: unit.unitId,
      put: {
        ...controllerKeys.unit(controller, unit.unitId),
        entity: 'unit',
        ...head,
        unit,
      } satisfies UnitItem,
    }),
  );
}

/** Posts the controller does not have yet. */
export function setUpPosts(
  services: Services,
  controller: ControllerId,
  posts: readonly Post[],
  ranBy: string,
): Promise<void> {
  return putInRows(
    services,
    controller,
    { event: 'PostsSetUp', ranBy, kind: 'post' },
    posts,
    (post, head) => ({
      id: post.postId,
      put: {
        ...controllerKeys.post(controller, post.postId),
        entity: 'post',
        ...head,
        post,
      } satisfies PostItem,
    }),
  );
}

async function putInRows<T>(
  services: Services,
  controller: ControllerId,
  run: { event: string; ranBy: string; kind: 'unit' | 'post' },
  things: readonly T[],
  itemOf: (thing: T, head: ItemHead) => { id: string; put: StoredItem },
): Promise<void> {
  for (let from = 0; from < things.length; from += ITEMS_AT_ONCE) {
    const context = systemContext(services, controller, {
      action: SET_UP,
      event: run.event,
      ranBy: run.ranBy,
    });
    const rows = things
      .slice(from, from + ITEMS_AT_ONCE)
      .map((thing) => itemOf(thing, created(context.now, context.actor.userId)));
    await commit(context, {
      changes: rows.map(({ put }) => ({ put, when: 'absent' as const })),
      line: {
        ...DATA_GROUPS,
        resources: rows.map(({ id }) => ({ kind: run.kind, id, version: 1 })),
        changedFields: [`${run.kind}s`],
      },
      answer: { body: {} },
    });
  }
}
