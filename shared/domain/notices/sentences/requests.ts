import type { ControllerSettings } from '../../controllers/settings/settings.ts';
import { type NoticeSentence, once, type SectionOfNotice, when } from '../facts.ts';
import { AND, OR, strungOf } from '../strung.ts';
import {
  COSTS,
  DELIVERY,
  FORMS,
  REQUESTS as KINDS,
  longerBy,
  OFFICES,
  REFUSAL_GROUNDS,
  TO_OFFICES,
  within,
} from '../words-of-requests.ts';

/** How the rights are used: to whom, in what form, by when, at what price, and what a refusal says ((EU) 2016/679, 12). */

type Accepted = ControllerSettings['dataSubjectRequests']['acceptedForms'];
type Kind = keyof Accepted;
type Alike = { kinds: Kind[]; forms: Accepted[Kind] };

/** Of each kind of request that is handled here (C-28, C-29), the forms in which it is taken. */
function inUse({ dataSubjectRequests, erasure, restriction }: ControllerSettings): Alike[] {
  const { acceptedForms } = dataSubjectRequests;
  const kinds: Kind[] = ['inspection', 'rectification'];
  if (erasure.mode === 'onRequest' || erasure.mode === 'unnecessaryOnly') kinds.push('erasure');
  if (restriction.enabled) kinds.push('restriction');
  return kinds.map((kind) => ({ kinds: [kind], forms: acceptedForms[kind] }));
}

/** Kinds that are taken in the same forms stand together. */
const alike = (each: readonly Alike[]): Alike[] =>
  Map.groupBy(each, ({ forms }) => forms.join(' '))
    .values()
    .map((same) => ({ kinds: same.flatMap(({ kinds }) => kinds), forms: same[0]?.forms ?? [] }))
    .toArray();

const requests: readonly NoticeSentence[] = [
  {
    id: 'requests.addressee',
    by: 'requestsRouted',
    text: {
      fi: 'Pyyntö osoitetaan {addressee}. Pyynnöstä päättää {decider}.',
      sv: 'Begäran riktas till {addressee}. Om begäran beslutar {decider}.',
      en: 'A request is addressed to {addressee}; {decider} decides on it.',
    },
    said: ({ settings: { dataSubjectRequests: chosen } }, language) => [
      { addressee: TO_OFFICES[chosen.addressee][language], decider: OFFICES[chosen.decider][language] },
    ],
  },
  {
    id: 'requests.forms',
    by: 'formsAccepted',
    text: {
      fi: '{what} voi tehdä {forms}.',
      sv: '{what} kan göras {forms}.',
      en: '{what} may be made {forms}.',
    },
    said: ({ settings }, language) =>
      alike(inUse(settings)).map(({ kinds, forms }) => ({
        what: strungOf(KINDS, kinds, AND, language),
        forms: strungOf(FORMS, forms, OR, language),
      })),
  },
  {
    id: 'requests.formsAt',
    by: 'words',
    text: {
      fi: 'Pyyntölomakkeet: {link}',
      sv: 'Blanketter för begäran: {link}',
      en: 'Request forms: {link}',
    },
    said: ({ settings }) => once('link', settings.notice.requestForms),
  },
  {
    id: 'requests.identity',
    by: 'identityChecked',
    text: {
      fi: 'Henkilöllisyytesi varmistetaan ennen tietojen antamista.',
      sv: 'Din identitet kontrolleras innan uppgifter lämnas ut.',
      en: 'Your identity is made sure of before anything is given.',
    },
    said: when(({ settings }) => settings.dataSubjectRequests.identityCheck === 'required'),
  },
  {
    id: 'requests.identityOnNeed',
    by: 'identityChecked',
    text: {
      fi: 'Henkilöllisyytesi varmistetaan tarvittaessa ennen tietojen antamista.',
      sv: 'Din identitet kontrolleras vid behov innan uppgifter lämnas ut.',
      en: 'Where needed, your identity is made sure of before anything is given.',
    },
    said: when(({ settings }) => settings.dataSubjectRequests.identityCheck === 'onNeed'),
  },
  {
    id: 'requests.deadline',
    by: 'requestsTimed',
    text: {
      fi: 'Pyyntöön vastataan ilman aiheetonta viivytystä ja viimeistään {months} kuluessa sen saapumisesta.',
      sv: 'Begäran besvaras utan onödigt dröjsmål och senast inom {months} från att den inkom.',
      en: 'A request is answered without undue delay and within {months} of its receipt.',
    },
    said: ({ settings }, language) => [
      { months: within(settings.dataSubjectRequests.deadline.months, language) },
    ],
  },
  {
    id: 'requests.extension',
    by: 'requestsTimed',
    text: {
      fi: 'Aikaa voidaan jatkaa enintään {months}. Jatkamisesta ja sen syistä kerrotaan kuukauden kuluessa.',
      sv: 'Tiden kan förlängas med högst {months}. Du underrättas om förlängningen och skälen inom en månad.',
      en: 'The time may be extended by {months} at most; you are told of it and of the reasons within a month.',
    },
    said: ({ settings }, language) => {
      const { extensionMonths } = settings.dataSubjectRequests.deadline;
      return extensionMonths === 0 ? [] : [{ months: longerBy(extensionMonths, language) }];
    },
  },
  ...(['oncePerYear', 'firstCopyFree', 'freeUnlessExcessive'] as const).map(
    (policy): NoticeSentence => ({
      id: `requests.fee.${policy}`,
      by: 'feesByPolicy',
      text: {
        oncePerYear: {
          fi: 'Tiedot annetaan maksutta kerran vuodessa. Sitä useammin pyydetyistä voidaan periä kustannukset ({costs}).',
          sv: 'Uppgifterna lämnas avgiftsfritt en gång om året. För oftare begärda uppgifter kan kostnader tas ut ({costs}).',
          en: 'Data are given free of charge once a year. Costs may be charged for more ({costs}).',
        },
        firstCopyFree: {
          fi: 'Tiedot ja toimenpiteet ovat maksuttomia, samoin ensimmäinen jäljennös. Muista jäljennöksistä ja ilmeisen perusteettomasta tai kohtuuttomasta pyynnöstä voidaan periä kohtuullinen maksu ({costs}).',
          sv: 'Uppgifter och åtgärder är avgiftsfria, liksom den första kopian. För ytterligare kopior och för en uppenbart ogrundad eller orimlig begäran kan en rimlig avgift tas ut ({costs}).',
          en: 'Data and measures are free of charge, and so is the first copy. For other copies, and for a manifestly unfounded or excessive request, a reasonable fee may be charged ({costs}).',
        },
        freeUnlessExcessive: {
          fi: 'Pyynnöt ovat maksuttomia. Ilmeisen perusteettomasta tai kohtuuttomasta pyynnöstä voidaan periä kohtuullinen maksu ({costs}).',
          sv: 'Begäran är avgiftsfri. För en uppenbart ogrundad eller orimlig begäran kan en rimlig avgift tas ut ({costs}).',
          en: 'Requests are free of charge. For a manifestly unfounded or excessive one a reasonable fee may be charged ({costs}).',
        },
      }[policy],
      said: ({ settings: { dataSubjectRequests: chosen } }, language) =>
        chosen.feePolicy === policy ? once('costs', strungOf(COSTS, chosen.costKinds, AND, language)) : [],
    }),
  ),
  {
    id: 'requests.delivery',
    by: 'deliveryChosen',
    text: {
      fi: 'Tiedot annetaan {modes}.',
      sv: 'Uppgifterna lämnas {modes}.',
      en: 'The data are given {modes}.',
    },
    said: ({ settings }, language) => [
      { modes: strungOf(DELIVERY, settings.dataSubjectRequests.deliveryModes, OR, language) },
    ],
  },
  {
    id: 'requests.refusal',
    by: 'refusalsGrounded',
    text: {
      fi: 'Pyynnöstä voidaan kieltäytyä vain lakiin perustuvasta syystä, joka kerrotaan. Omien tietojen tarkastamisessa sellainen syy on, että {grounds}. Rekisterinpitäjän on osoitettava syy.',
      sv: 'En begäran kan avslås endast av ett skäl som grundar sig på lag och som uppges. Vid granskning av egna uppgifter är ett sådant skäl att {grounds}. Den personuppgiftsansvariga ska visa skälet.',
      en: 'A request may be refused only for a reason based on law, which is told. For inspection of one’s own data it is that {grounds}. The controller must show it.',
    },
    said: ({ settings }, language) => [
      { grounds: strungOf(REFUSAL_GROUNDS, settings.dataSubjectRequests.refusalGrounds, OR, language) },
    ],
  },
  {
    id: 'requests.certificate',
    by: 'refusalsGrounded',
    text: {
      fi: 'Kieltäytymisestä {issuer} antaa kirjallisen todistuksen viimeistään {months} kuluessa. Siinä kerrotaan syyt, mahdollisuus tehdä valitus valvontaviranomaiselle ja muut oikeussuojakeinot.',
      sv: 'Ett skriftligt intyg över avslag ges av {issuer} senast inom {months}. I det anges skälen, möjligheten att lämna in klagomål till tillsynsmyndigheten och andra rättsmedel.',
      en: '{issuer} gives a written certificate of a refusal within {months}, with the reasons, the possibility to complain to the supervisory authority and other remedies.',
    },
    said: ({ settings: { dataSubjectRequests: chosen } }, language) => [
      {
        issuer: OFFICES[chosen.refusalIssuer][language],
        months: within(chosen.refusalDeadlineMonths, language),
      },
    ],
  },
];

export const REQUESTS: readonly SectionOfNotice[] = [
  {
    id: 'requests',
    title: { fi: 'Pyynnön tekeminen', sv: 'Hur en begäran görs', en: 'Making a request' },
    sentences: requests,
  },
];
