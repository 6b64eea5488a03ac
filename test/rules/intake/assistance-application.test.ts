import { describe, expect, test } from 'vitest';
import { IntakeRecord } from '../../../shared/domain/intake/record.ts';
import { documentOfMatter } from '../../../shared/domain/intake/told-form.ts';
import { errorsIn, record, toldOf } from '../../support/told.ts';

describe('the national document of an application for social assistance', () => {
  const assistance = (more: object = {}) =>
    documentOfMatter(
      toldOf('application', {
        serviceTasks: ['workingAge'],
        record: IntakeRecord.parse({ ...record, services: ['socialAssistance'], ...more }),
      }),
    );

  test('alone is its own form', () => {
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

  test('is not whole before it says whether a decision of Kela is in force', () => {
    const made = assistance();
    if (made === undefined) throw new Error('no form');
    expect(errorsIn(made).map(({ path }) => path)).toEqual([
      '/taydentavan_tai_ehkaisevan_toimeentulotuen_hakemus/hakijalla_on_voimassa_oleva_kelan_paatos_perustoimeentulotuesta',
    ]);
  });

  test('among other services is the form of the task, which names them all', () => {
    const made = assistance({ services: ['socialAssistance', 'socialWork'] });
    expect(made?.root).toBe('tyoikaisten_palvelujen_hakemus');
  });
});
