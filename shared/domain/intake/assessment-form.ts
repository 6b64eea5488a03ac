import type { IntakeOutcome, Urgency } from './model.ts';
import { asText, DOCUMENT_TYPES, known, type NationalDocument, NEEDS, reasonsOf } from './national-values.ts';
import type { Told } from './told-form.ts';

const CHILD_WELFARE_REASONS = '1.2.246.537.6.1251';
const MEASURES = '1.2.246.537.6.1219';
const URGENCIES = '1.2.246.537.6.1252';

const OUTCOME_WORDS: Record<IntakeOutcome, string> = {
  noMeasures: 'Ei toimenpiteitä',
  guidance: 'Ohjaus ja neuvonta',
  otherAuthority: 'Siirto toiselle viranomaiselle',
  caseOpened: 'Asia on tullut vireille ja palvelutarve arvioidaan',
  joinedCase: 'Liitetty vireillä olevaan asiaan',
};
const URGENCY_WORDS: Record<Urgency, string> = { urgent: 'Kiireellinen', notUrgent: 'Ei kiireellinen' };

export type Judged = Told & {
  outcome: IntakeOutcome;
  grounds: string;
  /** Where it was transferred. */
  receiver?: string | undefined;
  urgency: { result: Urgency; grounds: string | undefined };
  /** Whether the authority had heard of this person before. */
  hasEarlier: boolean;
};

/** The assessment of a notification or contact: what follows, why, and how urgent it was. An application has none. */
export function assessmentOfMatter(judged: Judged): NationalDocument | undefined {
  const { kind, record, subject, outcome, grounds, receiver, urgency, hasEarlier } = judged;
  const measure = OUTCOME_WORDS[outcome];
  const shared = {
    arvio_asian_kiireellisyydesta: asText(URGENCIES, URGENCY_WORDS[urgency.result]),
    kiireellisyyden_perustelu: urgency.grounds,
    lisatiedot: receiver === undefined ? undefined : `Vastaanottaja: ${receiver}`,
  };
  const inWords = `${measure}. ${grounds}`;
  switch (kind) {
    case 'childWelfareNotification':
      return {
        typeOid: `${DOCUMENT_TYPES}.1006`,
        root: 'lastensuojeluilmoituksen_arvio',
        values: known({
          aiemmat_ilmoitukset_ja_yhteydenotot: hasEarlier,
          ilmoituksen_perustelut: reasonsOf(CHILD_WELFARE_REASONS, record),
          toimenpiteet: [asText(MEASURES, measure)],
          kuvaus: grounds,
          ...shared,
        }),
      };
    case 'anticipatoryNotification':
      return {
        typeOid: `${DOCUMENT_TYPES}.1015`,
        root: 'ennakollisen_lastensuojeluilmoituksen_arvio',
        values: known({
          ilmoituksen_perustelut: reasonsOf(NEEDS, record),
          toimenpiteet: inWords,
          ...shared,
        }),
      };
    case 'contact':
    case 'needNotification':
    case 'assessmentRequest':
      return {
        typeOid: `${DOCUMENT_TYPES}.1009`,
        root: 'sosiaalihuollon_tarpeesta_tehdyn_ilmoituksen_tai_yhteydenoton_arvio',
        values: known({
          asiasisalto: reasonsOf(NEEDS, record),
          toimenpiteet: inWords,
          henkilo_on_yli_seitsemanviisi_vuotias: subject.over75,
          henkilo_saa_ylinta_hoitotukea: subject.highestCareAllowance,
          erityista_tukea_tarvitseva_lapsi: subject.childInNeedOfSpecialSupport,
          ...shared,
        }),
      };
    case 'application':
      return undefined;
    default:
      return kind satisfies never;
  }
}
