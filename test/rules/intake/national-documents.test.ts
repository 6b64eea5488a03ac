import { describe, expect, test } from 'vitest';
import { assessmentOfMatter } from '../../../shared/domain/intake/assessment-form.ts';
import { IntakeKind, IntakeOutcome } from '../../../shared/domain/intake/model.ts';
import { documentOfMatter } from '../../../shared/domain/intake/told-form.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { errorsIn, record, toldOf } from '../../support/told.ts';

describe('what was told is a whole national document', () => {
  const notifications = IntakeKind.options.filter((kind) => kind !== 'application');
  test.each(notifications)('of a matter of the kind %s', (kind) => {
    const made = documentOfMatter(toldOf(kind));
    expect(made === undefined ? [] : errorsIn(made)).toEqual([]);
    expect(made).toBeDefined();
  });

  test.each(ServiceTask.options.filter((task) => task !== 'familyLaw'))(
    'of an application for %s',
    (task) => {
      const made = documentOfMatter(toldOf('application', { serviceTasks: [task] }));
      if (made === undefined) throw new Error('no form');
      expect(errorsIn(made)).toEqual([]);
    },
  );

  test('and family law has no form of its own for any application', () => {
    expect(documentOfMatter(toldOf('application', { serviceTasks: ['familyLaw'] }))).toBeUndefined();
  });
});

describe('a child welfare notification in national form', () => {
  test('says child, guardians, notifier and content [U-5.14, U-5.15, U-5.16, U-5.17]', () => {
    expect(documentOfMatter(toldOf('childWelfareNotification'))?.values).toEqual({
      asiakas: {
        ika: '7',
        yhteystiedot: {
          osoite: [{ lahiosoite: 'Keksitty tie 1', postinumero: '00100', postitoimipaikka: 'HELSINKI' }],
          puhelinnumero: '040 111 1111',
        },
      },
      tiedot_lapsen_asumisesta: { lapsen_asumisen_kuvaus: 'Äidin luona' },
      huoltaja_tai_muu_lapsen_hoidosta_vastaava_henkilo: [
        { sukunimi: 'Esimerkki', etunimet: 'Anna', yhteystiedot: { puhelinnumero: '040 222 2222' } },
      ],
      anonyymi_ilmoitus: false,
      ilmoittaja: [
        {
          henkilo: {
            sukunimi: 'Hoitaja',
            etunimet: 'Heli',
            tehtavanimike: 'terveydenhoitaja',
            organisaatio: 'Neuvola',
            yhteystiedot: { puhelinnumero: '040 000 0000' },
          },
          taho: { system: 'urn:oid:1.2.246.537.6.1243', code: '7', display: 'Terveydenhuolto' },
        },
      ],
      ilmoittamispaivamaara: '2026-11-24',
      asiasisalto: 'Lapset ovat olleet öitä keskenään.',
      lapselle_on_kerrottu_lastensuojeluilmoituksesta: true,
      ainakin_toiselle_huoltajalle_on_kerrottu_lastensuojeluilmoituksesta: true,
    });
  });

  test('does not say who a shielded notifier is, nor where a client under a safety ban lives', () => {
    const notifier = {
      anonymous: false,
      party: 'otherPrivatePerson',
      family: 'Naapuri',
      given: 'Niina',
      keepSecret: true,
      secrecyGrounds: 'Pelkää isää',
      words: 'Asuu seinän takana',
      addresses: [{ street: 'Naapurin tie 2' }],
      phones: ['040 999 9999'],
      emails: [],
    } as const;
    const made = documentOfMatter(
      toldOf('childWelfareNotification', {
        record: {
          ...record,
          notifier: {
            ...notifier,
            addresses: [...notifier.addresses],
            phones: [...notifier.phones],
            emails: [],
          },
        },
        isBanned: true,
      }),
    );
    expect(JSON.stringify(made)).not.toMatch(/Naapuri|Niina|seinän|999|Keksitty tie|111|Äidin luona/);
    expect(made?.values).toMatchObject({
      asiakas: { turvakielto: true },
      ilmoittaja: [{ ilmoittajan_tietojen_salassapito: true, salassapidon_perustelut: 'Pelkää isää' }],
    });
    expect(made === undefined ? [] : errorsIn(made)).toEqual([]);
  });
});

describe('the assessment of a matter is a whole national document', () => {
  const cases = IntakeKind.options
    .filter((kind) => kind !== 'application')
    .flatMap((kind) => IntakeOutcome.options.map((outcome) => [kind, outcome] as const));

  test.each(cases)('of the kind %s that ends by %s', (kind, outcome) => {
    // The list of reasons of child welfare is another than that of needs of support.
    const reasons = kind === 'childWelfareNotification' ? [{ code: '10', display: 'Hoito' }] : record.reasons;
    const made = assessmentOfMatter({
      ...toldOf(kind, { record: { ...record, reasons } }),
      outcome,
      grounds: 'Perusteltu näin.',
      receiver: 'Kela',
      urgency: { result: 'notUrgent', grounds: 'Ei välitöntä vaaraa' },
      hasEarlier: false,
    });
    if (made === undefined) throw new Error('no form');
    expect(errorsIn(made)).toEqual([]);
    expect(JSON.stringify(made.values)).toContain('Perusteltu näin.');
  });

  test('and an application is answered by a decision instead', () => {
    const urgency = { result: 'notUrgent', grounds: undefined } as const;
    const judged = { outcome: 'caseOpened', grounds: 'x', urgency, hasEarlier: false } as const;
    expect(assessmentOfMatter({ ...toldOf('application'), ...judged })).toBeUndefined();
  });
});
