import { describe, expect, it } from 'vitest';
import { OPEN_VALUES, SETTINGS } from '../../../shared/domain/controllers/settings/catalogue.ts';
import {
  ControllerSettings,
  defaultSettings,
  NamedSettings,
  SettingsVersion,
  settingsOn,
} from '../../../shared/domain/controllers/settings/settings.ts';
import { officeOf } from '../../../shared/domain/controllers/settings/terms.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const FIXED_OR_TEXT_ONLY = ['C-27', 'C-39', 'C-47'];
const IDS = Array.from({ length: 47 }, (_, index) => `C-${String(index + 1).padStart(2, '0')}`);

/** The places of a settings object that hold a value: lists and plain values count as one. */
function leavesOf(value: unknown, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path.join('.')];
  return Object.entries(value).flatMap(([member, inner]) => leavesOf(inner, [...path, member]));
}

describe('The settings of a controller', () => {
  it('are changed by name: of what is not named nothing comes by default, so that it stays as it was chosen', () => {
    expect(NamedSettings.parse({})).toEqual({});
    for (const [name, chosen] of Object.entries(defaultSettings)) {
      expect(NamedSettings.parse({ [name]: chosen }), name).toEqual({ [name]: chosen });
    }
  });

  it('answer to every point on which the five notices differ, except the three that no controller may choose', () => {
    expect(Object.keys(SETTINGS)).toEqual(IDS.filter((id) => !FIXED_OR_TEXT_ONLY.includes(id)));
  });

  it('stand where the catalogue says, with the default it says', () => {
    for (const [id, { path, title, doc, default: value }] of Object.entries(SETTINGS)) {
      expect(value, `${id} ${path}`).not.toBeUndefined();
      expect(title, id).not.toBe('');
      expect(doc.length, id).toBeGreaterThan(20);
    }
  });

  it('hold no value that the catalogue does not explain', () => {
    const paths = [...Object.values(SETTINGS), ...OPEN_VALUES].map(({ path }) => path);
    const unexplained = leavesOf(defaultSettings).filter(
      (leaf) => !paths.some((path) => leaf === path || leaf.startsWith(`${path}.`)),
    );
    expect(unexplained).toEqual([]);
  });

  it('take their own defaults as they stand', () => {
    expect(ControllerSettings.parse(defaultSettings)).toEqual(defaultSettings);
  });

  it('know no automated decision and no profiling: there is nothing to switch on', () => {
    const withAutomation = { ...defaultSettings, decisions: { automated: true } };
    expect(ControllerSettings.safeParse(withAutomation).success).toBe(false);
    expect(leavesOf(defaultSettings).filter((leaf) => /automat|profil/i.test(leaf))).toEqual([]);
  });

  it('default to the stricter choice where notices differ', () => {
    expect(defaultSettings).toMatchObject({
      rights: { requireCommitment: true, mainUserScope: 'administrationOnly', deputyTermRequired: true },
      transfer: { thirdCountry: 'never' },
      population: { updateProtectedAddress: false },
      integrations: [],
      sources: { financialInstitution: false },
      minors: { denial: true },
    });
  });

  it('refuse to send requests to a data protection officer who is not named', () => {
    const requests = { ...defaultSettings.dataSubjectRequests, addressee: 'dataProtectionOfficer' };
    const withoutOfficer = { ...defaultSettings, dataSubjectRequests: requests };
    expect(ControllerSettings.safeParse(withoutOfficer).error?.issues[0]?.path).toEqual([
      'dataSubjectRequests',
      'addressee',
    ]);
    const controller = { ...defaultSettings.controller, dpo: officeOf('Tietosuojavastaava') };
    expect(ControllerSettings.safeParse({ ...withoutOfficer, controller }).success).toBe(true);
  });

  it('refuse a log kept for less than twelve years, a third authentication method and a longer answering time', () => {
    const { log, auth, dataSubjectRequests: requests } = defaultSettings;
    const wrong = [
      { log: { ...log, retentionYears: 11 } },
      { auth: { ...auth, methods: [] } },
      { auth: { ...auth, methods: ['card', 'card'] } },
      { auth: { ...auth, methods: ['fax'] } },
      { dataSubjectRequests: { ...requests, deadline: { ...requests.deadline, extensionMonths: 3 } } },
      { booking: { use: 'namedUnits', units: [] } },
      { unknown: true },
    ];
    for (const change of wrong) {
      expect(
        ControllerSettings.safeParse({ ...defaultSettings, ...change }).success,
        JSON.stringify(change),
      ).toBe(false);
    }
  });
});

describe('Versions of settings', () => {
  const versionOf = (version: number, from: string) =>
    SettingsVersion.parse({
      version,
      from,
      settings: defaultSettings,
      changedBy: '01J0000000000000000000000A',
      changedAt: '2026-01-01T08:00:00.000Z',
    });
  const versions = [versionOf(3, '2026-06-01'), versionOf(1, '2025-01-01'), versionOf(2, '2026-06-01')];

  it('the newest of those begun is in force, and none before the first began', () => {
    const on = (date: string) => settingsOn(versions, LocalDate.parse(date))?.version;
    expect(on('2024-12-31')).toBeUndefined();
    expect(on('2025-01-01')).toBe(1);
    expect(on('2026-05-31')).toBe(1);
    expect(on('2026-06-01')).toBe(3);
  });
});
