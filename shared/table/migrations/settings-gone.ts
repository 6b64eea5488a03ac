import type { Migration, RawItem } from './register.ts';

/** Settings that decided nothing and are none any more (docs/decisions/0132). */
const GONE =
  'log.reviewIntervalDays retention.activeUntil retention.withdrawnConsentYears sources.receiptEntry work.draftRetentionDays work.pageSize';

const isRecord = (value: unknown): value is RawItem => typeof value === 'object' && value !== null;

/** Settings, or one of them, without what is gone; what has another form is left for the schema to refuse. */
const left = (value: unknown, of = ''): unknown =>
  isRecord(value) && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => of === '' || !GONE.includes(`${of}.${name}`))
          .map(([name, one]) => [name, of === '' ? left(one, name) : one]),
      )
    : value;

const within = (holder: unknown): unknown =>
  isRecord(holder) ? { ...holder, settings: left(holder['settings']) } : holder;

/** Of the settings in force, of each version that was, and of what was proposed of them: where they hold settings. */
export const SETTINGS_GONE: readonly Migration[] = [
  ['settings', 'versions'],
  ['settingsVersion', 'settings'],
  ['settingsProposal', 'proposal'],
].map(([entity = '', place = '']) => ({
  table: 'records',
  entity,
  from: 1,
  change: (item) => {
    const held = item[place];
    return { ...item, [place]: Array.isArray(held) ? held.map(within) : within(held) };
  },
}));
