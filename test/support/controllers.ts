import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { setUpRecord } from '../../shared/setup.ts';
import type { World } from './world.ts';

/** Gives one of the world's controllers its record and what it has chosen. */
export const choose = (
  world: World,
  controllerId: ControllerId,
  settings: ControllerSettings,
): Promise<void> =>
  setUpRecord(
    world.services,
    { controllerId, name: { fi: 'Keksitty rekisterinpitäjä' }, address: 'Keksitty katu 1', phones: [] },
    settings,
    'test',
  );
