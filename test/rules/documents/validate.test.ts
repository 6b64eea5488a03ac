import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import type { CodeList } from '../../../shared/documents/code-lists.ts';
import type { Definition } from '../../../shared/documents/definition.ts';
import { isValidFinal, validateContent } from '../../../shared/documents/validate.ts';
import { isRecord } from '../../../shared/documents/visit.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { contentArbitrary } from '../../support/arbitrary-content.ts';

function definition(typeOid: string): Definition {
  const found = definitionOf(typeOid);
  if (found === undefined) throw new Error(`no definition ${typeOid}`);
  return found;
}

const definitions = listDefinitions().map(({ typeOid, version, fi }) => ({
  fi,
  of: definitionOf(typeOid, version),
}));
const START = '1.2.246.537.6.1506.19002';
const ROOT = 'merkinta_sosiaalipalvelun_alkamisesta';

const serviceStart = {
  asiakas: [
    {
      sukunimi: 'Mäki',
      etunimet: 'Aino',
      henkilotunnus: { system: 'urn:oid:1.2.246.21', value: '010190-999X' },
    },
  ],
  palvelutehtava: { system: 'urn:oid:1.2.246.537.6.1221.201601', code: '10', display: 'Lastensuojelu' },
  sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', code: '46', display: 'Sosiaalityö' },
  sosiaalipalvelun_alkamispaiva: '2026-11-24',
  laatija: { sukunimi: 'Niemi', etunimet: 'Kaisa' },
};

const found = (content: unknown, stage: 'draft' | 'final' = 'final', typeOid = START) =>
  validateContent(definition(typeOid), content, stage).map(({ rule, path, severity }) => ({
    rule,
    path,
    severity,
  }));
const withStart = (change: Record<string, unknown>) => ({ [ROOT]: { ...serviceStart, ...change } });

/** Every object in a content, with its path. */
function groupsOf(value: unknown, path = ''): { path: string; group: Record<string, unknown> }[] {
  if (Array.isArray(value)) return value.flatMap((item, place) => groupsOf(item, `${path}/${place}`));
  if (!isRecord(value)) return [];
  const below = Object.entries(value).flatMap(([key, member]) => groupsOf(member, `${path}/${key}`));
  return [{ path, group: value }, ...below];
}

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

  it('wants the client identified by one of the identifiers that the definition names', () => {
    expect(found(withStart({ asiakas: [{ sukunimi: 'Mäki', etunimet: 'Aino' }] }))).toEqual([
      { rule: 'document.identityMissing', path: `/${ROOT}/asiakas/0/henkilotunnus`, severity: 'error' },
    ]);
    const temporary = { sukunimi: 'Mäki', etunimet: 'Aino', tilapainen_yksilointitunnus: { value: 'T-1' } };
    expect(found(withStart({ asiakas: [temporary] }))).toEqual([]);
  });

  it('wants the day of receipt when information has been received, and what was received when none was asked', () => {
    const root = 'merkinta_asiakasta_koskevien_tietojen_pyytamisesta_tai_saamisesta';
    const { asiakas, palvelutehtava, laatija } = serviceStart;
    const pathsOf = (more: Record<string, unknown>) =>
      found(
        { [root]: { asiakas, palvelutehtava, laatija, ...more } },
        'final',
        '1.2.246.537.6.1506.19009',
      ).map(({ path }) => path);
    expect(pathsOf({ pyydetyt_tiedot: 'Lausunto' })).toEqual([]);
    expect(pathsOf({})).toEqual([`/${root}/saadut_tiedot`]);
    expect(pathsOf({ saadut_tiedot: 'Poissaolot' })).toEqual([`/${root}/tietojen_saamisen_paivamaara`]);
  });

  it('warns of a condition that it cannot judge', () => {
    const { asiakas, palvelutehtava, laatija } = serviceStart;
    const content = {
      merkinta_asian_vireilletulosta: {
        asiakas,
        palvelutehtava: [palvelutehtava],
        vireilletulopaiva: '2026',
        laatija,
      },
    };
    expect(found(content, 'final', '1.2.246.537.6.1506.19001')).toEqual([
      {
        rule: 'document.missingConditional',
        path: '/merkinta_asian_vireilletulosta/arvio_asian_kiireellisyydesta',
        severity: 'warning',
      },
    ]);
  });

  it('lets no restrictive measure stand outside the services in which one can be taken', () => {
    const { asiakas, laatija } = serviceStart;
    const rulesOf = (task: string, service: string) =>
      errorsOf(
        validateContent(
          definition('1.2.246.537.6.1506.19008'),
          {
            merkinta_rajoitustoimenpiteesta: {
              asiakas: asiakas[0],
              palvelutehtava: { system: 'urn:oid:1.2.246.537.6.1221', code: task, display: 'x' },
              sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', code: service, display: 'x' },
              yksikko: { system: 'urn:oid:1.2.246.537.6.202', code: '1', display: 'x' },
              laatija: [laatija],
            },
          },
          'final',
        ),
      ).map(({ path }) => path?.split('/')[2]);
    expect(rulesOf('10', '31')).toEqual([]);
    expect(rulesOf('10', '93')).toEqual(['sosiaalipalvelu']);
    expect(rulesOf('20', '31')).toEqual(['sosiaalipalvelu']);
    expect(rulesOf('15', '24')).toEqual(['palvelutehtava']);
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

describe.each(definitions)('any content of: $fi', ({ of }) => {
  if (of === undefined) throw new Error('the index names a definition that is not there');

  it('is valid, as a draft without a finding', () => {
    fc.assert(
      fc.property(contentArbitrary(of), (content) => {
        expect(errorsOf(validateContent(of, content, 'final'))).toEqual([]);
        expect(validateContent(of, content, 'draft')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused with an unknown key anywhere in it', () => {
    fc.assert(
      fc.property(
        contentArbitrary(of),
        fc.nat(),
        fc.constantFrom('tuntematon', '__proto__', 'constructor'),
        (content, which, key) => {
          const copy = structuredClone(content);
          const groups = groupsOf(copy);
          const chosen = groups[which % groups.length];
          if (chosen === undefined) return false;
          Object.defineProperty(chosen.group, key, { value: 'x', enumerable: true, configurable: true });
          return (['draft', 'final'] as const).every((stage) =>
            validateContent(of, copy, stage).some(
              (finding) =>
                finding.rule === 'document.unknownField' && finding.path === `${chosen.path}/${key}`,
            ),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is refused as final, not as a draft, when a field that is required is taken out', () => {
    const required = of.fields.filter((field) => field.required);
    fc.assert(
      fc.property(contentArbitrary(of), fc.constantFrom(...required), (content, { key }) => {
        const root = content[of.key];
        if (!isRecord(root)) return false;
        const { [key]: _taken, ...rest } = root;
        const without = { [of.key]: rest };
        expect(validateContent(of, without, 'draft')).toEqual([]);
        return errorsOf(validateContent(of, without, 'final')).some(
          ({ path }) => path === `/${of.key}/${key}`,
        );
      }),
      { numRuns: 25 },
    );
  });
});
