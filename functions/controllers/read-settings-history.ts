import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { SettingsVersion } from '../../shared/domain/controllers/settings/settings.ts';
import { loadSettingsVersion, loadSettingsVersions } from '../../shared/domain/controllers/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';

/** A version without what it says: strip, not strict, so that the rest falls away. */
const VersionRow = SettingsVersion.omit({ settings: true })
  .extend({ changedFields: z.array(z.string()) })
  .strip();

export const SettingsVersions = z
  .strictObject({
    versions: z.array(VersionRow),
    next: z.string().optional(),
  })
  .meta({ id: 'SettingsVersions' });

export const SettingsVersionView = SettingsVersion.extend({ changedFields: z.array(z.string()) }).meta({
  id: 'SettingsVersionView',
});

const QUESTION = 'settings';
const MOST = 20;

/** Who changed which settings and from when they hold, the latest first. */
export async function listSettingsVersions(
  context: ActContext,
  { query: { cursor, limit = MOST } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof SettingsVersions>>> {
  const after = await openCursor(context, QUESTION, cursor);
  const page = await loadSettingsVersions(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: context.actor.controller }],
      dataGroups: ['settings'],
    },
    body: async () => {
      const next = await sealCursor(context, QUESTION, page.lastKey);
      return {
        versions: page.items.map(({ changedFields, settings }) =>
          VersionRow.parse({ ...settings, changedFields }),
        ),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

/** One version as a whole, whether it holds, has held or is to hold. */
export async function readSettingsVersion(
  context: ActContext,
  { params: { version } }: { params: { version: number } },
): Promise<Reading<z.infer<typeof SettingsVersionView>>> {
  const { settings, changedFields } = await loadSettingsVersion(context, version);
  return {
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: context.actor.controller, version }],
      dataGroups: ['settings'],
    },
    body: () => ({ ...settings, changedFields }),
  };
}
