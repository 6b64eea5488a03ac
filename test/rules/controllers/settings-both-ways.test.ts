import { describe, expect, test } from 'vitest';
import { officeViewOf } from '../../../shared/domain/controllers/office-view.ts';
import {
  type ControllerSettings,
  defaultSettings,
} from '../../../shared/domain/controllers/settings/settings.ts';
import { officeThatDecides } from '../../../shared/domain/data-subject-requests/deciders.ts';
import { judgeDecision } from '../../../shared/domain/data-subject-requests/judge-decision.ts';
import { judgeSource } from '../../../shared/domain/disclosures/judge-source.ts';
import { judgeReceipt } from '../../../shared/domain/intake/rules.ts';
import { SubjectRequestId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { PROFILES } from '../../support/controllers.ts';

const today = LocalDate.parse('2026-11-24');
const rulesOf = (findings: readonly { rule: string }[]): string[] => findings.map(({ rule }) => rule);

describe('a choice of the controller, both ways', () => {
  test('registers and systems are those that the controller names, and none where it names none', () => {
    const { registers, systems } = officeViewOf(PROFILES.H);
    expect([registers.length, systems.length > 0]).toEqual([PROFILES.H.registers.length, true]);
    expect(officeViewOf(defaultSettings)).toMatchObject({ systems: [], registers: [{ contacts: [] }] });
  });

  const asked = (
    sources: Partial<ControllerSettings['sources']>,
    of: Partial<Parameters<typeof judgeSource>[0]['request']> = {},
  ) =>
    rulesOf(
      judgeSource({
        request: {
          initiative: 'asked',
          on: today,
          form: 'written',
          addressee: 'otherController',
          purpose: 'arranging',
          ground: { kind: 'provision', key: 'authorityRight' },
          toldOn: today,
          othersAsked: [],
          name: 'Keksitty virasto',
          ...of,
        },
        others: [],
        settings: { ...defaultSettings, sources: { ...defaultSettings.sources, ...sources } },
        today,
      }),
    );

  test('others are asked on the grounds that the controller uses, and on no other', () => {
    expect(asked({ grounds: ['consent', 'statute'] })).not.toContain('source.groundInUse');
    expect(asked({ grounds: ['consent'] })).toContain('source.groundInUse');
  });

  test('a bank is asked where the controller says so, and nowhere else', () => {
    const bank = { addressee: 'financialInstitution' } as const;
    expect(asked({ financialInstitution: true }, bank)).not.toContain('source.bankInUse');
    expect(asked({ financialInstitution: false }, bank)).toContain('source.bankInUse');
  });

  test('a matter arrives by the channels that the controller uses; by another it is received all the same, and that is told', () => {
    const now = Instant.parse('2026-11-24T08:00:00.000Z');
    const by = (channels: readonly string[]) =>
      rulesOf(judgeReceipt({ receivedAt: now, channel: 'phone' }, { now, channels }));
    expect(by(PROFILES.U.intake.channels)).toEqual([]);
    expect(by(['paper'])).toEqual(['intake.channelInUse']);
  });

  type Asked = Parameters<typeof judgeDecision>[0];
  const decided = (
    kind: Asked['kind'],
    how: Parameters<typeof judgeDecision>[1],
    settings: Partial<ControllerSettings>,
  ) =>
    rulesOf(
      judgeDecision(
        {
          kind,
          asker: 'client',
          receivedOn: today,
          requestId: SubjectRequestId.parse('01J0000000000000000000000A'),
          targets: [],
        },
        { reasons: 'Syyt.', proof: 'Näyttö.', ...how },
        [],
        { ...defaultSettings, ...settings },
      ),
    );
  const requests = defaultSettings.dataSubjectRequests;

  test('a request is refused on the grounds and given in the ways that the controller has chosen, and no others', () => {
    const excessive = { outcome: 'refused', grounds: ['excessive'] } as const;
    const onSite = { outcome: 'granted', grounds: [], delivery: { mode: 'onSite' } } as const;
    expect(decided('inspection', excessive, {})).toEqual([]);
    expect(decided('inspection', onSite, {})).toEqual([]);
    const narrow = {
      dataSubjectRequests: { ...requests, refusalGrounds: ['othersRights'], deliveryModes: ['writing'] },
    } satisfies Partial<ControllerSettings>;
    expect(decided('inspection', excessive, narrow)).toEqual(['subjectRequest.groundOfKind']);
    expect(decided('inspection', onSite, narrow)).toEqual(['subjectRequest.deliveryChosen']);
  });

  test('erasure is judged, refused by law or referred, as the controller handles it', () => {
    const granted = { outcome: 'granted', grounds: [] } as const;
    const denied = { outcome: 'refused', grounds: ['noErasureRight'] } as const;
    const referred = { outcome: 'referred', grounds: [] } as const;
    const all = [granted, denied, referred];
    const allowedIn = (mode: ControllerSettings['erasure']['mode']) =>
      all.map((how) => decided('erasure', how, { erasure: { mode } }).length === 0);
    expect(allowedIn('onRequest')).toEqual([true, false, false]);
    expect(allowedIn('unnecessaryOnly')).toEqual([true, false, false]);
    expect(allowedIn('none')).toEqual([false, true, false]);
    expect(allowedIn('external')).toEqual([false, false, true]);
  });

  test('processing is restricted where the controller restricts it', () => {
    const granted = { outcome: 'granted', grounds: [] } as const;
    expect(decided('restriction', granted, { restriction: { enabled: true } })).toEqual([]);
    expect(decided('restriction', granted, { restriction: { enabled: false } })).toEqual([
      'subjectRequest.restrictionEnabled',
    ]);
  });

  test('a refusal is the act of whoever issues it for the controller', () => {
    expect(officeThatDecides('inspection', 'refused', PROFILES.L)).toBe('headOfSocialWork');
    expect(officeThatDecides('inspection', 'refused', PROFILES.U)).toBe('controller');
  });
});
