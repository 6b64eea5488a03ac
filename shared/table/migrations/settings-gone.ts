import type { Migration, RawItem } from './register.ts';

/** Settings that decided nothing and are none any more (docs/decisions/0132), by the one that they stood in. */
const GONE: Readonly<Record<string, readonly string[]>> = {
  log: ['reviewIntervalDays'],
  retention: ['activeUntil', 'withdrawnConsentYears'],
  sources: ['receiptEntry'],
  work: ['draftRetentionDays', 'pageSize'],
};

const isRecord = (value: unknown): value is RawItem => typeof value === 'object' && value !== null;

/** The settings without what is gone; what has another form than settings have is left for the schema to refuse. */
const withoutGone = (settings: unknown): unknown =>
  isRecord(settings)
    ? Object.fromEntries(
        Object.entries(settings).map(([name, chosen]) => [
          name,
          isRecord(chosen) && name in GONE
            ? Object.fromEntries(Object.entries(chosen).filter(([member]) => !GONE[name]?.includes(member)))
            : chosen,
        ]),
      )
    : settings;

const within = (holder: unknown): unknown =>
  isRecord(holder) ? { ...holder, settings: withoutGone(holder['settings']) } : holder;

const step = (entity: string, change: Migration['change']): Migration => ({
  table: 'records',
  entity,
  from: 1,
  change,
});

/** Of the settings in force, of each version that was, and of what was proposed of them. */
export const SETTINGS_GONE: readonly Migration[] = [
  step('settings', ({ versions, ...item }) => ({
    ...item,
    versions: Array.isArray(versions) ? versions.map(within) : versions,
  })),
  step('settingsVersion', ({ settings, ...item }) => ({ ...item, settings: within(settings) })),
  step('settingsProposal', ({ proposal, ...item }) => ({ ...item, proposal: within(proposal) })),
];
