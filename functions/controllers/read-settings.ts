import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { OPEN_VALUES, SETTINGS, settingAt } from '../../shared/domain/controllers/settings/catalogue.ts';
import {
  ControllerSettings,
  defaultSettings,
  settingsOn,
} from '../../shared/domain/controllers/settings/settings.ts';
import { loadSettings } from '../../shared/domain/controllers/store.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

/** One point on which controllers differ: what it means, what is chosen, and whether anybody chose it. */
const SettingView = z.strictObject({
  /** C-01 to C-47; missing where the notices leave the value open. */
  id: z.string().optional(),
  path: z.string(),
  title: z.string(),
  meaning: z.string(),
  value: z.unknown(),
  default: z.unknown(),
  source: z.enum(['default', 'controller']),
});

export const SettingsView = z
  .strictObject({
    /** Of the newest version: what If-Match names. Missing while nothing has been chosen. */
    version: z.int().optional(),
    /** The version in force today, and the days of those that wait. */
    inForce: z.int().optional(),
    waiting: z.array(z.strictObject({ version: z.int(), from: LocalDate })),
    settings: ControllerSettings,
    catalogue: z.array(SettingView),
  })
  .meta({ id: 'SettingsView' });

/** Every setting with its meaning, its value today and its default. */
export async function readSettings(context: ActContext): Promise<Reading<z.infer<typeof SettingsView>>> {
  const { actor, today } = context;
  const item = await loadSettings(context);
  const versions = item?.versions ?? [];
  const now = settingsOn(versions, today);
  const settings = now?.settings ?? defaultSettings;
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'settings', id: actor.controller, ...(now === undefined ? {} : { version: now.version }) },
      ],
      dataGroups: ['settings'],
    },
    body: () => ({
      ...(item === undefined ? {} : { version: item.version }),
      ...(now === undefined ? {} : { inForce: now.version }),
      waiting: versions.filter(({ from }) => from > today).map(({ version, from }) => ({ version, from })),
      settings,
      catalogue: [
        ...Object.entries(SETTINGS).map(([id, described]) => ({ id, ...viewOf(settings, described) })),
        ...OPEN_VALUES.map((described) => viewOf(settings, described)),
      ],
    }),
    ...(item === undefined ? {} : { version: item.version }),
  };
}

function viewOf(
  settings: ControllerSettings,
  described: (typeof OPEN_VALUES)[number],
): z.infer<typeof SettingView> {
  const { path, title, doc, default: fallback } = described;
  const value = settingAt(settings, path);
  const source = canonicalJson(value ?? null) === canonicalJson(fallback ?? null) ? 'default' : 'controller';
  return { path, title, meaning: doc, value, default: fallback, source };
}
