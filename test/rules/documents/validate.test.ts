import { describe, expect, it } from 'vitest';
import type { CodeList } from '../../../shared/documents/code-lists.ts';
import type { Definition } from '../../../shared/documents/definition.ts';
import { isValidFinal, validateContent } from '../../../shared/documents/validate.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { definition, found, ROOT, START, serviceStart, withStart } from '../../support/service-start.ts';

describe('a document judged against its national definition', () => {
  it('lets a complete document be final', () => {
    expect(found(withStart({}))).toEqual([]);
    expect(isValidFinal(definition(START), withStart({}))).toBe(true);
  });

  it('lets a draft be empty, and tells all that a final document lacks at once', () => {
    expect(found({}, 'draft')).toEqual([]);
    expect(found({ [ROOT]: {} }, 'draft')).toEqual([]);
    expect(found({ [ROOT]: {} }).map(({ path }) => path)).toEqual([
      `/${ROOT}/asiakas`,
      `/${ROOT}/palvelutehtava`,
      `/${ROOT}/sosiaalipalvelu`,
      `/${ROOT}/sosiaalipalvelun_alkamispaiva`,
      `/${ROOT}/laatija`,
    ]);
    expect(found({})).toEqual([{ rule: 'document.missing', path: `/${ROOT}`, severity: 'error' }]);
  });

  it.each([null, 'text', 3, [], undefined])('refuses %j for a document', (content) => {
    expect(found(content, 'draft')).toEqual([{ rule: 'document.wrongType', path: '', severity: 'error' }]);
  });

  it('counts a required list without items and a blank required text as missing', () => {
    const paths = errorsOf(
      validateContent(
        definition(START),
        withStart({ asiakas: [], laatija: { sukunimi: ' ', etunimet: 'Kaisa' } }),
        'final',
      ),
    ).map(({ path }) => path);
    expect(paths).toEqual([`/${ROOT}/asiakas`, `/${ROOT}/laatija/sukunimi`]);
  });

  it.each([
    ['2026-02-30', 'document.notADate'],
    ['2026-13', 'document.notADate'],
    ['0000', 'document.notADate'],
    ['24.11.2026', 'document.notADate'],
    ['2026-11-24T10:00:00Z', 'document.notADate'],
    [20261124, 'document.wrongType'],
  ])('refuses %s for a day, in a draft too', (day, rule) => {
    const expected = [{ rule, path: `/${ROOT}/sosiaalipalvelun_alkamispaiva`, severity: 'error' }];
    expect(found(withStart({ sosiaalipalvelun_alkamispaiva: day }), 'draft')).toEqual(expected);
    expect(found(withStart({ sosiaalipalvelun_alkamispaiva: day }))).toEqual(expected);
  });

  it.each(['2026', '2026-11', '2024-02-29'])('takes %s for a day, as FHIR does', (day) => {
    expect(found(withStart({ sosiaalipalvelun_alkamispaiva: day }))).toEqual([]);
  });

  it.each([
    ['2026-11-24T10:49:14+02:00', true],
    ['2026-11-24T10:49:14.123Z', true],
    ['2026-11-24', true],
    ['2026-11-31T10:49:14Z', false],
    ['2026-11-24T24:00:00Z', false],
    ['2026-11-24T10:49:14', false],
    ['2026-11-24T10:49:14+14:30', false],
  ])('judges the moment %s by whether it exists', (moment, exists) => {
    const content = {
      muu_asiakaskertomusmerkinta: {
        asiakaskertomusmerkinta: { tapahtuma: { ajanjakso: { alkamishetki: moment } } },
      },
    };
    expect(found(content, 'draft', '1.2.246.537.6.1506.19013').length === 0).toBe(exists);
  });

  it('refuses a code of another code list, and knows any version of the right one', () => {
    const wrong = { ...serviceStart.palvelutehtava, system: 'urn:oid:1.2.246.537.6.12210' };
    expect(found(withStart({ palvelutehtava: wrong }))).toEqual([
      { rule: 'document.wrongCodeList', path: `/${ROOT}/palvelutehtava/system`, severity: 'error' },
    ]);
    expect(found(withStart({ palvelutehtava: wrong }), 'draft')).toEqual([]);
  });

  it('warns of a code that is not among those known of a list, naming the list', () => {
    const [finding] = validateContent(
      definition(START),
      withStart({ palvelutehtava: { ...serviceStart.palvelutehtava, code: '77' } }),
      'final',
    );
    expect(finding).toMatchObject({ rule: 'document.codeNotKnown', severity: 'warning' });
    expect(finding?.message.fi).toContain('1.2.246.537.6.1221');
  });

  it('refuses the same code once the whole list has been loaded', () => {
    const whole: CodeList = {
      oid: '1.2.246.537.6.1221',
      fi: 'Palvelutehtävä',
      complete: true,
      source: 'a test',
      unreviewed: [],
      codes: [{ key: 'childWelfare', code: '10', fi: 'Lastensuojelu' }],
    };
    const rulesOf = (palvelutehtava: unknown) =>
      validateContent(definition(START), withStart({ palvelutehtava }), 'final', (oid) =>
        oid === whole.oid ? whole : undefined,
      ).map(({ rule }) => rule);
    const { system, display } = serviceStart.palvelutehtava;
    expect(rulesOf({ system, display, code: '77' })).toContain('document.codeNotInList');
    expect(rulesOf({ system, display })).toContain('document.missing');
    expect(rulesOf({ system, display, code: '10' })).toEqual(['document.listNotLoaded']);
  });

  it.each([
    [
      'an identity code of another system',
      { asiakas: [{ ...serviceStart.asiakas[0], henkilotunnus: { system: 'urn:oid:1.2', value: 'x' } }] },
      '/asiakas/0/henkilotunnus/system',
    ],
    [
      'an identifier without its value',
      { asiakas: [{ ...serviceStart.asiakas[0], henkilotunnus: { value: '' } }] },
      '/asiakas/0/henkilotunnus/value',
    ],
    [
      'a code without its name',
      { sosiaalipalvelu: { ...serviceStart.sosiaalipalvelu, display: '' } },
      '/sosiaalipalvelu/display',
    ],
    [
      'a code without its system',
      { sosiaalipalvelu: { code: '46', display: 'x' } },
      '/sosiaalipalvelu/system',
    ],
    ['a list where there is one', { sosiaalipalvelu: [serviceStart.sosiaalipalvelu] }, '/sosiaalipalvelu'],
    ['one where there is a list', { asiakas: serviceStart.asiakas[0] }, '/asiakas'],
    ['a number for a text', { lisatiedot: 3 }, '/lisatiedot'],
    ['null for a text', { lisatiedot: null }, '/lisatiedot'],
    [
      'a number for a part of a code',
      { sosiaalipalvelu: { ...serviceStart.sosiaalipalvelu, code: 46 } },
      '/sosiaalipalvelu/code',
    ],
  ])('refuses %s in a final document', (_, change, path) => {
    expect(found(withStart(change)).map((finding) => finding.path)).toEqual([`/${ROOT}${path}`]);
  });

  it('wants an amount with its unit, and a number that is one', () => {
    const made: Definition = {
      ...definition(START),
      fields: [
        { key: 'maara', fi: 'Määrä', type: 'quantity', units: ['EUR'] },
        { key: 'luku', fi: 'Luku', type: 'number' },
        { key: 'kylla', fi: 'Kyllä', type: 'boolean' },
      ],
    };
    const pathsOf = (below: unknown, stage: 'draft' | 'final' = 'final') =>
      validateContent(made, { [ROOT]: below }, stage).map(({ path }) => path?.slice(ROOT.length + 2));
    expect(pathsOf({ maara: { value: 10.5, code: 'EUR' }, luku: 0, kylla: false })).toEqual([]);
    expect(pathsOf({ maara: {} })).toEqual(['maara/value', 'maara/code']);
    expect(pathsOf({ maara: {} }, 'draft')).toEqual([]);
    expect(pathsOf({ maara: { value: 1, code: 'USD' } })).toEqual(['maara/code']);
    expect(pathsOf({ maara: { value: '1', code: 'EUR', unit: 'e' }, luku: Number.NaN, kylla: 1 })).toEqual([
      'maara/value',
      'maara/unit',
      'luku',
      'kylla',
    ]);
  });

  it('tells of a list that has not been loaded once in a document', () => {
    const unit = { system: 'urn:oid:1.2.246.537.6.202', code: '1.2.246.10.1', display: 'Perhepalvelut' };
    const author = { sukunimi: 'Niemi', etunimet: 'Kaisa', palveluyksikko: unit };
    const content = {
      merkinta_asiakasta_koskevien_tietojen_pyytamisesta_tai_saamisesta: {
        asiakas: serviceStart.asiakas,
        palvelutehtava: serviceStart.palvelutehtava,
        pyydetyt_tiedot: 'Koulun lausunto',
        tietoja_pyytanyt_ammattihenkilo: author,
        laatija: author,
      },
    };
    expect(found(content, 'final', '1.2.246.537.6.1506.19009').map(({ rule }) => rule)).toEqual([
      'document.listNotLoaded',
    ]);
  });

  it('wants a prescribed text as it is prescribed, and says when it has not been loaded', () => {
    const fields = { key: 'ohje', fi: 'Ohje', type: 'text', required: true, fixedText: true } as const;
    const made = (values?: string[]): Definition => ({
      ...definition(START),
      fields: [{ ...fields, ...(values && { values }) }],
    });
    const rulesOf = (values?: string[]) =>
      validateContent(made(values), { [ROOT]: { ohje: 'Näin' } }, 'final').map(({ rule }) => rule);
    expect(rulesOf()).toEqual(['document.fixedTextNotLoaded']);
    expect(rulesOf(['Näin'])).toEqual([]);
    expect(rulesOf(['Toisin'])).toEqual(['document.valueNotAccepted']);
  });

  it('never repeats in a finding what was written', () => {
    const secret = 'Kerttu salaisuus';
    const content = withStart({
      sosiaalipalvelun_alkamispaiva: secret,
      palvelutehtava: { system: secret, display: secret },
    });
    expect(JSON.stringify(validateContent(definition(START), content, 'final'))).not.toContain(secret);
  });
});
