import { Instant } from '../../shared/kernel/instant.ts';
import { actOn, inFileAt } from './intake.ts';
import { text } from './people.ts';
import { CASE, onSiblings } from './siblings.ts';
import type { Worker, World } from './world.ts';

/** Assessments of service needs as workers begin and finish them over the API. */

/** What the national assessment of a child and family must say to be final. */
const CONTENT = {
  lapsen_ja_perheen_palvelutarpeen_arvio: {
    asian_vireilletuloa_koskevat_tiedot: { vireilletulopaiva: '2026-11-24' },
    palvelutarpeen_arviointia_koskevat_tiedot: {
      palvelutarpeen_arvioinnin_aloittamispaiva: '2026-11-24',
      asiakkaalla_on_oikeus_erityiseen_tukeen: true,
    },
    johtopaatokset_ja_jatkotoimet: {
      asiakkuuden_jatko: { asiakkuus_jatkuu: true },
      ammattihenkilon_johtopaatokset_asiakkaan_tilanteesta_seka_sosiaalipalvelujen_ja_erityisen_tuen_tarpeesta:
        'Lapsi tarvitsee lastensuojelun palveluja.',
      lastensuojelun_tarve: {
        sosiaalityontekijan_yhteenveto_ja_johtopaatokset_lastensuojelun_tarpeesta:
          'Kasvuolosuhteet vaarantavat lapsen terveyttä.',
      },
      asiakas_tarvitsee_omatyontekijan: true,
    },
  },
};

export const AT = (clientId: string) => `/v1/assessments/clients/${clientId}/assessments`;

/** A draft of the national assessment of a child and family. */
export async function draftOf(worker: Worker, clientId: string, caseId: string, content: object = CONTENT) {
  const told = await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, {
    body: {
      definitionOid: '1.2.246.537.6.1506.1005.2023.9.8',
      caseId,
      serviceTasks: ['childWelfare'],
      content,
    },
  });
  if (told.status !== 201) throw new Error(`no draft: ${told.body ?? ''}`);
  return { draftId: text(told, 'draftId'), draftVersion: 1 };
}

/** A case that a notification opened, and its assessment begun: at that moment, if one is said. */
export async function begun(world: World, worker: Worker, moment?: string) {
  const { matterId, aino } = await onSiblings(world, worker);
  const opened = await actOn(worker, inFileAt(aino, matterId), '/open-case', CASE(world));
  const caseId = text(opened, 'caseId');
  if (moment !== undefined) world.clock.set(Instant.parse(moment));
  const told = await worker.call('POST', AT(aino), {
    body: { caseId, responsibleWorkerId: worker.userId },
  });
  return { clientId: aino, caseId, told };
}
