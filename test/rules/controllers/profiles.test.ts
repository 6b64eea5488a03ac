import { describe, expect, it } from 'vitest';
import { huittinen } from '../../../shared/domain/controllers/profiles/huittinen.ts';
import { READY_PROFILES } from '../../../shared/domain/controllers/profiles/index.ts';
import { joutsa } from '../../../shared/domain/controllers/profiles/joutsa.ts';
import { keskiUusimaa } from '../../../shared/domain/controllers/profiles/keski-uusimaa.ts';
import { loimaa } from '../../../shared/domain/controllers/profiles/loimaa.ts';
import { uusikaupunki } from '../../../shared/domain/controllers/profiles/uusikaupunki.ts';
import { ControllerSettings, defaultSettings } from '../../../shared/domain/controllers/settings/settings.ts';
import { OfficeContact } from '../../../shared/domain/controllers/settings/terms.ts';

/** Every contact that stands anywhere in a profile. */
function contactsOf(value: unknown): OfficeContact[] {
  const contact = OfficeContact.safeParse(value);
  if (contact.success) return [contact.data];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(contactsOf) : [];
}

describe.each(Object.entries(READY_PROFILES))('The profile of %s', (_name, profile) => {
  it('is settings that the system accepts as they stand', () => {
    expect(ControllerSettings.parse(profile)).toEqual(profile);
  });

  it('names offices, not people', () => {
    const contacts = contactsOf(profile);
    expect(contacts.length).toBeGreaterThan(0);
    expect(contacts.filter(({ name }) => name !== null)).toEqual([]);
  });
});

describe('The county under the law of 2026', () => {
  const county = READY_PROFILES.wellbeingServicesCounty;

  it('cites no act that has been repealed, and keeps one register without sub-registers', () => {
    const numbers = county.registers.flatMap(({ laws }) => laws.map(({ number }) => number));
    expect(numbers).toEqual(expect.arrayContaining(['703/2023', '457/2024', '1301/2014']));
    for (const repealed of ['254/2015', '159/2007', '784/2021', '523/1999', '380/1987']) {
      expect(numbers).not.toContain(repealed);
    }
    expect(county.registers).toMatchObject([
      { subRegisters: [], legalBases: ['legalObligation', 'publicAuthority'] },
    ]);
  });

  it('chooses nothing weaker than the law in force has by default', () => {
    const { access, rights, log, disclosure, transfer, auth, retention } = county;
    expect({ access, rights, log, disclosure, transfer, auth, retention }).toEqual({
      access: defaultSettings.access,
      rights: defaultSettings.rights,
      log: defaultSettings.log,
      disclosure: defaultSettings.disclosure,
      transfer: defaultSettings.transfer,
      auth: defaultSettings.auth,
      retention: defaultSettings.retention,
    });
  });
});

describe('Where the notices differ, the profiles differ', () => {
  const allSay = <T>(read: (settings: ControllerSettings) => T) => ({
    U: read(uusikaupunki),
    J: read(joutsa),
    L: read(loimaa),
    H: read(huittinen),
    K: read(keskiUusimaa),
  });

  it("only Uusikaupunki and Joutsa ask for the client's permission, use a main user who sees all, and no commitment", () => {
    const yes = { U: true, J: true, L: false, H: false, K: false };
    expect(allSay(({ access }) => access.requireClientPermission)).toEqual(yes);
    expect(allSay(({ rights }) => rights.mainUserScope === 'all')).toEqual(yes);
    expect(allSay(({ rights }) => !rights.requireCommitment)).toEqual(yes);
    expect(allSay(({ auth }) => auth.passwordMaxAgeDays !== null)).toEqual(yes);
  });

  it('Loimaa discloses to authorities on a written request only, and not by consent', () => {
    expect(allSay(({ disclosure }) => disclosure.byConsent)).toEqual({
      U: true,
      J: true,
      L: false,
      H: true,
      K: true,
    });
    expect(loimaa.disclosure).toMatchObject({ requestForm: 'written', recipients: 'authorityOnly' });
  });

  it('Keski-Uusimaa alone transfers outside the EU by a named article, and puts the card before the password', () => {
    expect(allSay(({ transfer }) => transfer.thirdCountry)).toEqual({
      U: 'never',
      J: 'never',
      L: 'never',
      H: 'never',
      K: 'articles44to46',
    });
    expect(keskiUusimaa.auth.methods).toEqual(['card', 'password']);
    expect(loimaa.auth.methods).toEqual(['password']);
  });

  it('erasure is on request, for unnecessary data only, told elsewhere or refused, as each says', () => {
    expect(allSay(({ erasure }) => erasure.mode)).toEqual({
      U: 'onRequest',
      J: 'onRequest',
      L: 'unnecessaryOnly',
      H: 'external',
      K: 'none',
    });
  });

  it('fees follow three policies', () => {
    expect(allSay(({ dataSubjectRequests }) => dataSubjectRequests.feePolicy)).toEqual({
      U: 'freeUnlessExcessive',
      J: 'freeUnlessExcessive',
      L: 'oncePerYear',
      H: 'freeUnlessExcessive',
      K: 'firstCopyFree',
    });
  });

  it('nobody updates a protected address from the population register', () => {
    for (const { population } of Object.values(READY_PROFILES))
      expect(population.updateProtectedAddress).toBe(false);
  });
});
