import * as z from 'zod';
import { SettingsProposalId, UserId } from '../../../kernel/id.ts';
import { Instant } from '../../../kernel/instant.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { created, type ItemHead, storedItem } from '../../../table/item.ts';
import { NamedSettings, SettingsVersion, settingsOn } from './settings.ts';

/** Settings that are none any more are left out when older items are read (`shared/table/migrations/settings-gone.ts`). */
const SHAPE = z.literal(2);
const OF_SHAPE = { schemaVersion: SHAPE };
export const settingsMade = (now: Instant, by: string): ItemHead<2> => ({
  ...created(now, by),
  schemaVersion: SHAPE.value,
});

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
}).extend(OF_SHAPE);
export type SettingsItem = z.infer<typeof SettingsItem>;

/** Every version stays for good: what held on a day can be told afterwards. */
export const SettingsVersionItem = storedItem('settingsVersion', {
  settings: SettingsVersion,
  /** Names of the settings that it changed. */
  changedFields: z.array(z.string()),
}).extend(OF_SHAPE);
export type SettingsVersionItem = z.infer<typeof SettingsVersionItem>;

/**
 * What is to change, each setting whole, and from which day; the day it is approved where none is said. It rests on one
 * version of the settings: who approves sees what will hold, and nothing that came between is undone unseen.
 */
const SettingsChange = z.strictObject({
  baseVersion: z.int().min(1),
  from: LocalDate.optional(),
  settings: NamedSettings,
});
export type SettingsChange = z.infer<typeof SettingsChange>;

/** Muutosehdotus: kept whatever became of it. */
export const SettingsProposal = z.strictObject({
  proposalId: SettingsProposalId,
  state: z.enum(['open', 'approved', 'refused', 'withdrawn']),
  ...SettingsChange.shape,
  changedFields: z.array(z.string()),
  proposedBy: UserId,
  decidedBy: UserId.optional(),
  decidedAt: Instant.optional(),
});
export type SettingsProposal = z.infer<typeof SettingsProposal>;

export const SettingsProposalItem = storedItem('settingsProposal', { proposal: SettingsProposal }).extend(
  OF_SHAPE,
);
export type SettingsProposalItem = z.infer<typeof SettingsProposalItem>;

/** Those that may still come into force: the one in force today and the later ones. */
export function stillOpen(versions: readonly SettingsVersion[], today: LocalDate): SettingsVersion[] {
  const now = settingsOn(versions, today);
  return versions.filter((version) => version === now || version.from > today);
}
