import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { judgeFirstDay } from '../../shared/domain/controllers/rules.ts';
import {
  ControllerSettings,
  defaultSettings,
  type SettingsVersion,
  settingsOn,
} from '../../shared/domain/controllers/settings/settings.ts';
import {
  MOST_WAITING,
  type SettingsItem,
  type SettingsVersionItem,
  stillOpen,
} from '../../shared/domain/controllers/settings/stored.ts';
import { forgetSettings } from '../../shared/domain/controllers/settings-cache.ts';
import { changedFieldsOf, loadSettings } from '../../shared/domain/controllers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { findingsOf } from '../../shared/http/problem.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed, created } from '../../shared/table/item.ts';
import { controllerKeys } from '../../shared/table/keys.ts';

/** Only the settings that change are named, each of them whole. */
export const ChangeSettings = z
  .strictObject({
    /** The first day in force; today when it is not said. */
    from: LocalDate.optional(),
    settings: z.strictObject(ControllerSettings.shape).partial(),
  })
  .meta({ id: 'ChangeSettings' });
type ChangeSettings = z.infer<typeof ChangeSettings>;

/** The settings after the change, under the name they have in the body: so findings point there. */
const WholeSettings = z.strictObject({ settings: ControllerSettings });

export const SettingsChanged = z
  .strictObject({ version: z.int(), from: LocalDate })
  .meta({ id: 'SettingsChanged' });

/** Makes a new version of the settings, in force from its day; every earlier version stays readable. */
export async function changeSettings(
  context: ActContext,
  { body, version }: { body: ChangeSettings; version: number },
): Promise<Answer<z.infer<typeof SettingsChanged>>> {
  const { services, actor, now, today } = context;
  const item = await loadSettings(context);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(item, version);
  const { next, fields } = nextVersion(context, item, body);
  const put: SettingsItem = {
    ...item,
    ...changed(item, now, actor.userId),
    versions: [...stillOpen(item.versions, today), next],
  };
  const kept: SettingsVersionItem = {
    ...controllerKeys.settingsVersion(actor.controller, next.version),
    entity: 'settingsVersion',
    ...created(now, actor.userId),
    settings: next,
    changedFields: fields,
  };
  const answer = await commit(context, {
    changes: [
      { put, when: { version } },
      { put: kept, when: 'absent' },
    ],
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: actor.controller, version: next.version }],
      dataGroups: ['settings'],
      changedFields: fields,
    },
    answer: { body: { version: next.version, from: next.from }, version: next.version },
  });
  forgetSettings(services, actor.controller);
  return answer;
}

function nextVersion(
  { actor, now, today }: ActContext,
  item: SettingsItem,
  body: ChangeSettings,
): { next: SettingsVersion; fields: string[] } {
  const from = body.from ?? today;
  const early = judgeFirstDay(from, today);
  if (early.length > 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings: early });
  // A version of an earlier day would lose its change on the day that the waiting one takes its place.
  const waiting = item.versions.filter((version) => version.from > today);
  if (waiting.some((version) => version.from > from) || waiting.length >= MOST_WAITING) {
    throw new Refusal(CONTROLLER_REFUSALS.laterWaits);
  }
  const before = settingsOn(item.versions, from)?.settings ?? defaultSettings;
  const parsed = WholeSettings.safeParse({ settings: { ...before, ...body.settings } });
  if (!parsed.success) {
    throw new Refusal(CONTROLLER_REFUSALS.notValid, {
      findings: findingsOf('body', parsed.error),
    });
  }
  return {
    next: {
      version: item.version + 1,
      from,
      settings: parsed.data.settings,
      changedBy: actor.userId,
      changedAt: now,
    },
    fields: changedFieldsOf(before, parsed.data.settings),
  };
}
