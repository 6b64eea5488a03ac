import type { Finding, Sentence } from '../../kernel/finding.ts';

type Rule = { source: string; message: Sentence };

/** What stands against getting data from others, in a sentence. Swedish and English are unreviewed. */
const SOURCE_RULES = {
  byToday: {
    source: '703/2023 § 39',
    message: {
      fi: 'Tietoja on pyydetty tai saatu viimeistään tänään.',
      sv: 'Uppgifterna har begärts eller fåtts senast i dag.',
      en: 'Data were asked for, or came, by today.',
    },
  },
  groundInUse: {
    source: '703/2023 §§ 39, 64',
    message: {
      fi: 'Rekisterinpitäjä ei hanki tietoja tällä perusteella.',
      sv: 'Den personuppgiftsansvarige inhämtar inte uppgifter på denna grund.',
      en: 'This controller does not get data on this ground.',
    },
  },
  provisionFits: {
    source: '703/2023 §§ 53, 55, 64',
    message: {
      fi: 'Säännös ei oikeuta saamaan tietoja tähän tarkoitukseen.',
      sv: 'Bestämmelsen ger inte rätt att få uppgifter för detta ändamål.',
      en: 'The provision gives no right to data for this purpose.',
    },
  },
  addresseeListed: {
    source: '703/2023 § 64, 1 mom.',
    message: {
      fi: 'Säännöksen nojalla tietoja voi pyytää vain siinä luetelluilta.',
      sv: 'Enligt bestämmelsen kan uppgifter begäras bara av dem som räknas upp där.',
      en: 'By this provision data are asked only of those whom it lists.',
    },
  },
  clientToldFirst: {
    source: '703/2023 § 64, 2–3 mom.',
    message: {
      fi: 'Asiakkaalle on ilmoitettava pyytämisestä etukäteen.',
      sv: 'Klienten ska på förhand underrättas om begäran.',
      en: 'The client is told before the data are asked for.',
    },
  },
  consentInForce: {
    source: '703/2023 § 58',
    message: {
      fi: 'Suostumus ei ole voimassa.',
      sv: 'Samtycket är inte i kraft.',
      en: 'The consent is not in force.',
    },
  },
  consentForAddressee: {
    source: '(EU) 2016/679 art. 4(11)',
    message: {
      fi: 'Suostumus ei koske tietojen pyytämistä tältä taholta.',
      sv: 'Samtycket gäller inte en begäran till denna instans.',
      en: 'The consent is not for asking of this one.',
    },
  },
  bankInUse: {
    source: '703/2023 § 64, 2 mom.',
    message: {
      fi: 'Rekisterinpitäjä ei pyydä tietoja rahalaitoksilta.',
      sv: 'Den personuppgiftsansvarige begär inte uppgifter av penninginrättningar.',
      en: 'This controller does not ask financial institutions.',
    },
  },
  othersAskedFirst: {
    source: '703/2023 § 64, 2 mom.',
    message: {
      fi: 'Rahalaitokselta pyydetään vasta, kun 1 momentin tahoilta ei ole saatu riittäviä tietoja.',
      sv: 'En penninginrättning tillfrågas först när instanserna i 1 mom. inte har gett tillräckliga uppgifter.',
      en: 'A financial institution is asked once those of mom. 1 have not given enough.',
    },
  },
  doubtSaid: {
    source: '703/2023 § 64, 2 mom.',
    message: {
      fi: 'Kirjaa perusteltu syy epäillä annettujen tietojen riittävyyttä tai luotettavuutta.',
      sv: 'Anteckna den grundade anledningen att misstänka att uppgifterna är otillräckliga eller otillförlitliga.',
      en: 'The justified reason to doubt what was given is recorded.',
    },
  },
  bankInWriting: {
    source: '703/2023 § 64, 2 mom.',
    message: {
      fi: 'Pyyntö rahalaitokselle esitetään kirjallisena.',
      sv: 'En begäran till en penninginrättning framställs skriftligen.',
      en: 'A financial institution is asked in writing.',
    },
  },
  receiptLater: {
    source: '703/2023 § 39',
    message: {
      fi: 'Tietoja ei ole voitu saada ennen kuin niitä pyydettiin.',
      sv: 'Uppgifterna kan inte ha fåtts innan de begärdes.',
      en: 'Data cannot have come before they were asked for.',
    },
  },
} as const satisfies Record<string, Rule>;

export type SourceRule = keyof typeof SOURCE_RULES;

export const sourceFinding = (rule: SourceRule, path: string): Finding => ({
  rule: `source.${rule}`,
  severity: 'error',
  path,
  ...SOURCE_RULES[rule],
});
