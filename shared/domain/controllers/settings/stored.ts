import * as z from 'zod';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { storedItem } from '../../../table/item.ts';
import { SettingsVersion, settingsOn } from './settings.ts';

/** So many versions may wait for their day. */
export const MOST_WAITING = 10;

/**
 * The settings as they are read with a request: the version in force and those whose day is yet to come, in
 * one item. Its own version is the number of the newest.
 */
export const SettingsItem = storedItem('settings', {
  versions: z
    .array(SettingsVersion)
    .min(1)
    .max(MOST_WAITING + 1),
});
export type SettingsItem = z.infer<typeof SettingsItem>;

/** Every version stays for good: what held on a day can be told afterwards. */
export const SettingsVersionItem = storedItem('settingsVersion', {
  settings: SettingsVersion,
  /** Names of the settings that it changed. */
  changedFields: z.array(z.string()),
});
export type SettingsVersionItem = z.infer<typeof SettingsVersionItem>;

/** Those that may still come into force: the one in force today and the later ones. */
export function stillOpen(versions: readonly SettingsVersion[], today: LocalDate): SettingsVersion[] {
  const now = settingsOn(versions, today);
  return versions.filter((version) => version === now || version.from > today);
}
