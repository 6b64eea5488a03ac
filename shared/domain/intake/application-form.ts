import { codingOf, SOCIAL_SERVICES } from '../../documents/code-lists.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ServiceTask } from '../service-tasks.ts';
import { isAssistance } from '../social-services.ts';
import { DOCUMENT_TYPES, known, type NationalDocument, personOf } from './national-values.ts';
import type { Told } from './told-form.ts';

type ApplicationForm = { arc: string; root: string; grounds: string; inGroup?: true; oneClient?: true };

/** The application forms by service task: those that take any service of the task. */
const APPLICATIONS: Partial<Record<ServiceTask, ApplicationForm>> = {
  families: { arc: '3006', root: 'lapsiperheiden_palvelujen_hakemus', grounds: 'perustelu', inGroup: true },
  workingAge: { arc: '3011', root: 'tyoikaisten_palvelujen_hakemus', grounds: 'perustelu', inGroup: true },
  older: { arc: '3005', root: 'iakkaiden_palvelujen_hakemus', grounds: 'perustelu' },
  disability: {
    arc: '3013',
    root: 'vammaispalveluhakemus',
    grounds: 'kuvaus_hakijan_tilanteesta_ja_perustelut_haettavalle_palvelulle',
  },
  substance: {
    arc: '3002',
    root: 'hakemus_paihde__ja_riippuvuustyon_erityiseen_palveluun',
    grounds: 'perustelu',
    inGroup: true,
  },
  childWelfare: { arc: '3007', root: 'lastensuojeluhakemus', grounds: 'perustelu', oneClient: true },
};

/** What is applied for, in the form of social assistance or of its service task; none where the task has no national form of its own. */
export function applicationOf(
  { record, subject, serviceTasks, isBanned }: Told,
  dated: LocalDate,
): NationalDocument | undefined {
  if (isOfAssistanceAlone(record)) return assistanceApplication({ record, subject, isBanned }, dated);
  const [task] = serviceTasks;
  const form = task === undefined ? undefined : APPLICATIONS[task];
  if (form === undefined) return undefined;
  const { safetyBan: _ban, ...who } = subject;
  const person = personOf(who, isBanned);
  const { turvakielto: _mark, ...applicant } = person;
  const services = [
    ...record.services.map((service) => ({ sosiaalipalvelu: codingOf(SOCIAL_SERVICES, service) })),
    ...(record.wishes === undefined ? [] : [{ kuvaus: record.wishes }]),
  ];
  const applied = known({
    haettava_palvelu: services,
    [form.grounds]: record.text.trim() === '' ? undefined : record.text,
  });
  return {
    typeOid: `${DOCUMENT_TYPES}.${form.arc}`,
    root: form.root,
    values: known({
      asiakas: form.oneClient === true ? applicant : [applicant],
      ...(form.inGroup === true ? { hakemus: applied } : applied),
      lisatiedot: record.remarks,
      paivamaara: dated,
    }),
  };
}

/** An application for other services too is made in the form of its service task, which lists them all. */
const isOfAssistanceAlone = ({ services }: Told['record']): boolean =>
  services.length > 0 && services.every(isAssistance);

/**
 * Täydentävän tai ehkäisevän toimeentulotuen hakemus (1506.3012). What was not told is left out, for the definition
 * to judge: the accounts of the applicant are entered into the document itself.
 */
function assistanceApplication(
  { record, subject, isBanned }: Pick<Told, 'record' | 'subject' | 'isBanned'>,
  dated: LocalDate,
): NationalDocument {
  const { assistance = {} } = record;
  const { turvakielto: _mark, ...applicant } = personOf(subject, isBanned);
  const period = known({
    alkamispaiva: assistance.period?.from,
    paattymispaiva: assistance.period?.to,
  });
  return {
    typeOid: `${DOCUMENT_TYPES}.3012`,
    root: 'taydentavan_tai_ehkaisevan_toimeentulotuen_hakemus',
    values: known({
      asiakas: [applicant],
      tuen_tarkoitus_ja_perustelut: record.text.trim() === '' ? undefined : record.text,
      hakijalla_on_voimassa_oleva_kelan_paatos_perustoimeentulotuesta: assistance.kelaDecisionInForce,
      hakijalla_on_perustoimeentulotukiasia_vireilla_kelassa: assistance.kelaCasePending,
      paatoksen_ajanjakso: Object.keys(period).length === 0 ? undefined : period,
      hakija_haluaa_keskustella_henkilokohtaisesti_sosiaalihuollon_ammattilaisen_kanssa: assistance.wantsTalk,
      asia_josta_hakija_haluaa_keskustella: assistance.talkAbout,
      hyvaksyn_asiakirjojen_sahkoisen_tiedoksiannon: assistance.acceptsElectronicService,
      lisatiedot: record.remarks,
      paivamaara: dated,
    }),
  };
}
