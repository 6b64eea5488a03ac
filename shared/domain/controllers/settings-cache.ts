import type { KeyCache } from '../../crypto/key-cache.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { Services } from '../../services.ts';
import { controllerKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';
import { type ControllerSettings, defaultSettings, settingsOn } from './settings/settings.ts';
import { SettingsItem } from './settings/stored.ts';

/** A change made in another process is in force here within so long. */
const MILLISECONDS = 60_000;

type Held = { item: Promise<SettingsItem | undefined>; until: number };
/** In memory as long as the keys are: services whose other members are replaced share both. */
const held = new WeakMap<KeyCache, Map<ControllerId, Held>>();

function cacheOf({ keyCache }: Services): Map<ControllerId, Held> {
  const found = held.get(keyCache) ?? new Map<ControllerId, Held>();
  held.set(keyCache, found);
  return found;
}

/**
 * What this controller has chosen, as in force today; the defaults where it has chosen nothing. Read once a
 * minute at most: ask for it beside the other reads of an act, never after them.
 */
export async function settingsOf(services: Services, controller: ControllerId): Promise<ControllerSettings> {
  const now = services.clock.now();
  const item = await itemOf(services, controller, epochMsOf(now));
  return settingsOn(item?.versions ?? [], helsinkiDateOf(now))?.settings ?? defaultSettings;
}

/** A change made by this process is in force in it at once. */
export const forgetSettings = (services: Services, controller: ControllerId): void => {
  cacheOf(services).delete(controller);
};

function itemOf(services: Services, controller: ControllerId, now: number): Held['item'] {
  const cache = cacheOf(services);
  const found = cache.get(controller);
  // A clock that was moved back must not make an old copy last.
  if (found !== undefined && found.until > now && found.until <= now + MILLISECONDS) return found.item;
  const item = getItem(
    services.tables,
    controller,
    'records',
    controllerKeys.settings(controller),
    SettingsItem,
  );
  cache.set(controller, { item, until: now + MILLISECONDS });
  // A failed read is not remembered.
  item.catch(() => cache.get(controller)?.item === item && cache.delete(controller));
  return item;
}
