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
});
