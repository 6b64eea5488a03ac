import { describe, expect, it } from 'vitest';
import { validateContent } from '../../../shared/documents/validate.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { definition, found, ROOT, serviceStart, withStart } from '../../support/service-start.ts';

describe('a document judged by the conditions that its definition states in words', () => {
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

  const HEARING = { suoritettu: false };
  it.each<[string, string, string, Record<string, unknown>]>([
    [
      'why the child was not heard, when it is said that the child was not',
      '1.2.246.537.6.1506.11027',
      '/mielipiteen_selvittaminen/kuuleminen/syyt_selvittamatta_jattamiselle',
      { mielipiteen_selvittaminen: { kuuleminen: HEARING } },
    ],
    [
      'why the network was not mapped, when it was not',
      '1.2.246.537.6.1506.11027',
      '/laheisverkoston_kartoittaminen/tekematta_jattamisen_syy',
      { laheisverkoston_kartoittaminen: { kartoitus_on_tehty: false } },
    ],
    [
      'who permits, when a representative does',
      '1.2.246.537.6.1505.8',
      '/luovutusluvan_antaja',
      { luovutusluvan_antaja_on_laillinen_edustaja: true },
    ],
    [
      'why the capacity does not suffice, when it is marked so',
      '1.2.246.537.6.1506.13000',
      '/sopimuksen_sisalto/merkinnat_elatustukea_varten/perustelut_joiden_vuoksi_elatuskyky_on_arvioitu_puutteelliseksi',
      {
        sopimuksen_sisalto: {
          merkinnat_elatustukea_varten: {
            elatusavun_maara_on_elatustukea_pienempi_puutteellisen_elatuskyvyn_vuoksi: true,
          },
        },
      },
    ],
  ])('wants to be told %s, and not otherwise', (_, typeOid, path, values) => {
    const one = definition(typeOid);
    const told = (below: unknown) =>
      validateContent(one, { [one.key]: below }, 'final')
        .filter((finding) => finding.path === `/${one.key}${path}`)
        .map(({ rule }) => rule);
    const turned = JSON.parse(
      JSON.stringify(values).replaceAll(/true|false/g, (word) => String(word !== 'true')),
    );
    expect(told(values)).toEqual(['document.missing']);
    expect(told(turned)).toEqual([]);
  });

  it('only warns of a reason as long as the question beside it was not answered', () => {
    const one = definition('1.2.246.537.6.1506.11011');
    const content = { [one.key]: { paatos: { rajoitus: { asiakkaan_kuuleminen: { ilmoittaminen: 'x' } } } } };
    const findings = validateContent(one, content, 'final').filter(({ path }) =>
      path?.endsWith('/asiakkaan_kuuleminen/syyt_selvittamatta_jattamiselle'),
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['document.missingConditional']);
  });

  it('wants to know who acts for the client by one of their identifiers', () => {
    const one = definition('1.2.246.537.6.1505.8');
    const giver = (more: object) => ({
      [one.key]: { luovutusluvan_antaja: [{ sukunimi: 'Mäki', etunimet: 'Eeva', ...more }] },
    });
    const rules = (more: object) =>
      validateContent(one, giver(more), 'final')
        .filter(({ path }) => path?.startsWith(`/${one.key}/luovutusluvan_antaja/0/henkilotunnus`))
        .map(({ rule }) => rule);
    expect(rules({})).toEqual(['document.identityMissing']);
    expect(rules({ edunvalvojan_tunniste: 'E-1' })).toEqual([]);
  });
});
