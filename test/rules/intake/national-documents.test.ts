import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../../shared/documents/catalogue.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { assessmentOfMatter } from '../../../shared/domain/intake/assessment-form.ts';
import { IntakeKind, IntakeOutcome } from '../../../shared/domain/intake/model.ts';
import type { NationalDocument } from '../../../shared/domain/intake/national-values.ts';
import { IntakeRecord } from '../../../shared/domain/intake/record.ts';
import { documentOfMatter, type Told } from '../../../shared/domain/intake/told-form.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const record = IntakeRecord.parse({
  text: 'Lapset ovat olleet öitä keskenään.',
  reasons: [{ code: '1', display: 'Arjen sujuminen' }],
  services: ['familyWork'],
  wishes: 'Apua aamuihin',
  byConsent: true,
  guardianTold: true,
  otherParentTold: false,
  childTold: true,
  expectedBirth: 'helmikuu 2027',
  familySituation: 'Asuvat kaksin',
  notifier: {
    party: 'healthCare',
    family: 'Hoitaja',
    given: 'Heli',
    title: 'terveydenhoitaja',
    organisation: 'Neuvola',
    phones: ['040 000 0000'],
    emails: ['heli@example.fi'],
  },
  subjects: [
    {
      subjectId: '01KBN4PZ00000000000000000A',
      family: 'Esimerkki',
      given: 'Aino',
      age: '7',
      residence: 'Äidin luona',
      phones: ['040 111 1111'],
      addresses: [{ street: 'Keksitty tie 1', postalCode: '00100', postOffice: 'HELSINKI' }],
      guardians: [{ family: 'Esimerkki', given: 'Anna', phones: ['040 222 2222'] }],
    },
  ],
});

const toldOf = (kind: IntakeKind, more: Partial<Told> = {}): Told => {
  const [subject] = record.subjects;
  if (subject === undefined) throw new Error('nobody');
  return {
    kind,
    record,
    subject,
    serviceTasks: ['childWelfare'],
    isBanned: false,
    receivedOn: LocalDate.parse('2026-11-24'),
    ...more,
  };
};

const PERSON = {
  sukunimi: 'Esimerkki',
  etunimet: 'Aino',
  henkilotunnus: { system: 'urn:oid:1.2.246.21', value: '010190-900P' },
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As it is when the system has filled in whose it is and who wrote it. */
function errorsIn({ typeOid, root, values }: NationalDocument) {
  const definition = definitionOf(typeOid);
  if (definition === undefined) throw new Error(`no definition of ${typeOid}`);
  expect(definition.key).toBe(root);
  const field = (key: string) => definition.fields.find((one) => one.key === key);
  const given = [values['asiakas']].flat().filter(isRecord);
  const client = { ...given[0], ...PERSON };
  const author = { sukunimi: 'Testi', etunimet: 'Työntekijä', tehtavanimike: 'sosiaalityöntekijä' };
  const { tehtavanimike: _title, ...applicant } = author;
  const content = {
    [root]: {
      ...values,
      asiakas: field('asiakas')?.repeats === true ? [client] : client,
      ...(definition.documentType === 'Hakemus'
        ? { laatija: applicant }
        : { laatija: field('laatija')?.repeats === true ? [author] : author }),
    },
  };
  return errorsOf(validateContent(definition, content, 'final'));
}

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

  const assistance = (more: object = {}) =>
    documentOfMatter(
      toldOf('application', {
        serviceTasks: ['workingAge'],
        record: IntakeRecord.parse({ ...record, services: ['socialAssistance'], ...more }),
      }),
    );

  test('of an application for social assistance alone, in its own form', () => {
    const made = assistance({
      assistance: {
        kelaDecisionInForce: true,
        kelaCasePending: false,
        period: { from: '2026-12-01', to: '2026-12-31' },
        wantsTalk: true,
        talkAbout: 'Velat',
        acceptsElectronicService: false,
      },
    });
    if (made === undefined) throw new Error('no form');
    expect(errorsIn(made)).toEqual([]);
    expect(made.values).toMatchObject({
      tuen_tarkoitus_ja_perustelut: record.text,
      hakijalla_on_voimassa_oleva_kelan_paatos_perustoimeentulotuesta: true,
      hakijalla_on_perustoimeentulotukiasia_vireilla_kelassa: false,
      paatoksen_ajanjakso: { alkamispaiva: '2026-12-01', paattymispaiva: '2026-12-31' },
      hakija_haluaa_keskustella_henkilokohtaisesti_sosiaalihuollon_ammattilaisen_kanssa: true,
      asia_josta_hakija_haluaa_keskustella: 'Velat',
    });
  });

  test('which is not whole before it says whether a decision of Kela is in force', () => {
    const made = assistance();
    if (made === undefined) throw new Error('no form');
    expect(errorsIn(made).map(({ path }) => path)).toEqual([
      '/taydentavan_tai_ehkaisevan_toimeentulotuen_hakemus/hakijalla_on_voimassa_oleva_kelan_paatos_perustoimeentulotuesta',
    ]);
  });

  test('of social assistance among other services, in the form of the task, which names them all', () => {
    const made = assistance({ services: ['socialAssistance', 'socialWork'] });
    expect(made?.root).toBe('tyoikaisten_palvelujen_hakemus');
  });

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
