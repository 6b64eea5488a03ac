import type { Action } from './access/action.ts';
import type { Powers } from './access/actor.ts';
import { PowersItem } from './access/powers.ts';
import { commit } from './commit.ts';
import { ControllerKeyPurpose, newControllerKey } from './crypto/controller-keys.ts';
import type { ControllerId } from './kernel/id.ts';
import type { Services } from './services.ts';
import { systemContext } from './system-context.ts';
import { created } from './table/item.ts';
import { userKeys } from './table/keys.ts';

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
    changes: [{ put: item, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: powers.userId }],
      dataGroups: ['accessRights'],
      changedFields: ['powers'],
    },
    answer: { body: {} },
  });
}
