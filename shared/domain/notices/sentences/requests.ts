import { type NoticeSentence, once, type SectionOfNotice, when } from '../facts.ts';
import { listOf } from '../words.ts';
import { COSTS, DELIVERY, FORMS, OFFICES, REFUSAL_GROUNDS } from '../words-of-requests.ts';

/** How the rights are used: to whom, in what form, by when, at what price, and what a refusal says ((EU) 2016/679, 12). */

const requests: readonly NoticeSentence[] = [
  {
    id: 'requests.addressee',
    by: 'requestsRouted',
    text: {
      fi: 'Pyyntö osoitetaan: {addressee}. Pyynnöstä päättää {decider}.',
      sv: 'Begäran riktas till: {addressee}. Om begäran beslutar {decider}.',
      en: 'A request is addressed to {addressee}; {decider} decides on it.',
    },
    said: ({ settings: { dataSubjectRequests: chosen } }, language) => [
      { addressee: OFFICES[chosen.addressee][language], decider: OFFICES[chosen.decider][language] },
    ],
  },
  {
    id: 'requests.forms',
    by: 'formsAccepted',
    text: {
      fi: 'Tarkastuspyynnön voi tehdä {inspection} ja oikaisupyynnön {rectification}.',
      sv: 'En begäran om insyn kan göras {inspection} och en begäran om rättelse {rectification}.',
      en: 'A request to see the data is made {inspection}, one to rectify them {rectification}.',
    },
    said: ({ settings: { dataSubjectRequests: chosen } }, language) => [
      {
        inspection: listOf(FORMS, chosen.acceptedForms.inspection, language),
        rectification: listOf(FORMS, chosen.acceptedForms.rectification, language),
      },
    ],
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
      fi: 'Pyyntöön vastataan ilman aiheetonta viivytystä ja viimeistään {months} kuukauden kuluessa sen saapumisesta.',
      sv: 'Begäran besvaras utan onödigt dröjsmål och senast inom {months} månad från att den inkom.',
      en: 'A request is answered without undue delay and within {months} month of its receipt.',
    },
    said: ({ settings }) => [{ months: String(settings.dataSubjectRequests.deadline.months) }],
  },
  {
    id: 'requests.extension',
    by: 'requestsTimed',
    text: {
      fi: 'Aikaa voidaan jatkaa enintään {months} kuukaudella. Jatkamisesta ja sen syistä kerrotaan kuukauden kuluessa.',
      sv: 'Tiden kan förlängas med högst {months} månader. Du underrättas om förlängningen och skälen inom en månad.',
      en: 'The time may be extended by at most {months} months; you are told of it and of the reasons within a month.',
    },
    said: ({ settings }) => {
      const { extensionMonths } = settings.dataSubjectRequests.deadline;
      return extensionMonths === 0 ? [] : [{ months: String(extensionMonths) }];
    },
  },
  ...(['oncePerYear', 'firstCopyFree', 'freeUnlessExcessive'] as const).map(
    (policy): NoticeSentence => ({
      id: `requests.fee.${policy}`,
      by: 'feesByPolicy',
      text: {
        oncePerYear: {
          fi: 'Tiedot annetaan maksutta kerran vuodessa. Sitä useammin pyydetyistä voidaan periä kustannukset: {costs}.',
          sv: 'Uppgifterna lämnas avgiftsfritt en gång om året. För oftare begärda uppgifter kan kostnader tas ut: {costs}.',
          en: 'Data are given free of charge once a year. Costs may be charged for more: {costs}.',
        },
        firstCopyFree: {
          fi: 'Ensimmäinen jäljennös on maksuton. Muista jäljennöksistä voidaan periä kohtuullinen maksu: {costs}.',
          sv: 'Den första kopian är avgiftsfri. För ytterligare kopior kan en rimlig avgift tas ut: {costs}.',
          en: 'The first copy is free of charge. A reasonable fee may be charged for others: {costs}.',
        },
        freeUnlessExcessive: {
          fi: 'Pyynnöt ovat maksuttomia. Ilmeisen perusteettomasta tai kohtuuttomasta pyynnöstä voidaan periä kohtuullinen maksu: {costs}.',
          sv: 'Begäran är avgiftsfri. För en uppenbart ogrundad eller orimlig begäran kan en rimlig avgift tas ut: {costs}.',
          en: 'Requests are free of charge. For a manifestly unfounded or excessive one a reasonable fee may be charged: {costs}.',
        },
      }[policy],
      said: ({ settings: { dataSubjectRequests: chosen } }, language) =>
        chosen.feePolicy === policy ? once('costs', listOf(COSTS, chosen.costKinds, language)) : [],
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
      { modes: listOf(DELIVERY, settings.dataSubjectRequests.deliveryModes, language) },
    ],
  },
  {
    id: 'requests.refusal',
    by: 'refusalsGrounded',
    text: {
      fi: 'Pyynnöstä voidaan kieltäytyä vain lakiin perustuvasta syystä: {grounds}. Rekisterinpitäjän on osoitettava syy.',
      sv: 'En begäran kan avslås endast av ett skäl som grundar sig på lag: {grounds}. Den personuppgiftsansvariga ska visa skälet.',
      en: 'A request may be refused only for a reason based on law: {grounds}. The controller must show it.',
    },
    said: ({ settings }, language) => [
      { grounds: listOf(REFUSAL_GROUNDS, settings.dataSubjectRequests.refusalGrounds, language) },
    ],
  },
  {
    id: 'requests.certificate',
    by: 'refusalsGrounded',
    text: {
      fi: 'Kieltäytymisestä antaa kirjallisen todistuksen {issuer} viimeistään {months} kuukauden kuluessa. Siinä kerrotaan syyt, mahdollisuus tehdä valitus valvontaviranomaiselle ja muut oikeussuojakeinot.',
      sv: 'Ett skriftligt intyg över avslag ges av {issuer} senast inom {months} månad. I det anges skälen, möjligheten att lämna in klagomål till tillsynsmyndigheten och andra rättsmedel.',
      en: '{issuer} gives a written certificate of a refusal within {months} month, with the reasons, the possibility to complain to the supervisory authority and other remedies.',
    },
    said: ({ settings: { dataSubjectRequests: chosen } }, language) => [
      {
        issuer: OFFICES[chosen.refusalIssuer][language],
        months: String(chosen.refusalDeadlineMonths),
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
