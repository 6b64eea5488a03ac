import * as z from 'zod';
import type { ActContext } from '../../shared/act.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { judgeChosen } from '../../shared/domain/controllers/rules.ts';
import {
  ControllerSettings,
  defaultSettings,
  settingsOn,
} from '../../shared/domain/controllers/settings/settings.ts';
import {
  MOST_WAITING,
  type SettingsChange,
  type SettingsItem,
} from '../../shared/domain/controllers/settings/stored.ts';
import { changedFieldsOf } from '../../shared/domain/controllers/store.ts';
import { findingsOf } from '../../shared/http/problem.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** The settings after the change, under the name they have in the body: so findings point there. */
const WholeSettings = z.strictObject({ settings: ControllerSettings });

export type NextSettings = { from: LocalDate; settings: ControllerSettings; fields: string[] };

/**
 * What holds once the change is approved, judged whole: before it is proposed and again when it is approved. A day that
 * has passed by then is the day of the approval: what held yesterday is not changed today.
 * @throws Refusal where the rules of the settings refuse it, or a version of a later day would undo it.
 */
export function nextSettings(
  { today }: Pick<ActContext, 'today'>,
  item: SettingsItem,
  { from: asked = today, settings: named }: Omit<SettingsChange, 'baseVersion'>,
): NextSettings {
  const from = asked < today ? today : asked;
  // A version of an earlier day would lose its change on the day that the waiting one takes its place.
  const waiting = item.versions.filter((version) => version.from > today);
  if (waiting.some((version) => version.from > from) || waiting.length >= MOST_WAITING) {
    throw new Refusal(CONTROLLER_REFUSALS.laterWaits);
  }
  const before = settingsOn(item.versions, from)?.settings ?? defaultSettings;
  const parsed = WholeSettings.safeParse({ settings: { ...before, ...named } });
  if (!parsed.success) {
    throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings: findingsOf('body', parsed.error) });
  }
  const findings = judgeChosen(named);
  if (findings.length > 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings });
  const { settings } = parsed.data;
  return { from, settings, fields: changedFieldsOf(before, settings) };
}
