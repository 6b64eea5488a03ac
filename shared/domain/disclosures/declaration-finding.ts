import type { Finding, Sentence } from '../../kernel/finding.ts';

type Rule = { source: string; message: Sentence };

/** What may be wrong with a permit, a ban or a consent, in a sentence. Swedish and English are unreviewed. */
const DECLARATION_RULES = {
  givenByToday: {
    source: '703/2023 § 58',
    message: {
      fi: 'Tahdonilmaisu on annettu viimeistään tänään, ja se päättyy aikaisintaan antamispäivänä.',
      sv: 'Viljeyttringen har getts senast i dag och upphör tidigast den dag den gavs.',
      en: 'It was given today at the latest and ends no earlier than it was given.',
    },
  },
  givenFreely: {
    source: '703/2023 § 58',
    message: {
      fi: 'Luvan, kiellon tai suostumuksen on oltava vapaaehtoisesti annettu.',
      sv: 'Tillståndet, förbudet eller samtycket ska ges frivilligt.',
      en: 'A permit, a ban or a consent is given freely.',
    },
  },
  informedBefore: {
    source: '703/2023 §§ 58, 68; (EU) 2016/679 art. 7',
    message: {
      fi: 'Asiakkaalle on kerrottu tahdonilmaisun merkityksestä ennen sen antamista.',
      sv: 'Klienten har informerats om viljeyttringens betydelse innan den gavs.',
      en: 'The client was told what it means before giving it.',
    },
  },
  permitForWhom: {
    source: '703/2023 §§ 53, 55',
    message: {
      fi: 'Luovutusluvasta kirjataan, annetaanko tietoja sosiaalihuoltoon vai terveydenhuoltoon; muusta ei.',
      sv: 'Om ett tillstånd antecknas om uppgifter lämnas till socialvården eller hälso- och sjukvården; annars inte.',
      en: 'A permit, and nothing else, says whether it is for social welfare or for health care.',
    },
  },
  consentForWhat: {
    source: '(EU) 2016/679 art. 4(11)',
    message: {
      fi: 'Suostumuksesta kirjataan, koskeeko se tietojen antamista vai pyytämistä; muusta ei.',
      sv: 'Om ett samtycke antecknas om det gäller att lämna ut eller begära uppgifter; annars inte.',
      en: 'A consent, and nothing else, says whether it is for giving data or for asking for them.',
    },
  },
  permitWhole: {
    source: '703/2023 § 55',
    message: {
      fi: 'Sosiaalihuollon luovutuslupa koskee kaikkia asiakastietoja; sitä rajataan kielloilla.',
      sv: 'Tillståndet inom socialvården gäller alla klientuppgifter; det begränsas genom förbud.',
      en: 'The permit within social welfare is for all client data; bans narrow it.',
    },
  },
  useWhole: {
    source: 'C-04',
    message: {
      fi: 'Lupa tietojen käyttöön koskee rekisterinpitäjän kaikkia asiakkaan tietoja.',
      sv: 'Tillståndet att använda uppgifter gäller alla klientens uppgifter hos den personuppgiftsansvarige.',
      en: 'The permission for use is for all that the controller holds of the client.',
    },
  },
  permitItemised: {
    source: '703/2023 § 53, 3 mom.; 457/2024 § 25',
    message: {
      fi: 'Terveydenhuollolle annetussa luvassa yksilöidään tiedot ja palvelunantajat.',
      sv: 'I ett tillstånd för hälso- och sjukvården specificeras uppgifterna och tjänstetillhandahållarna.',
      en: 'A permit for health care names the data and the providers.',
    },
  },
  consentItemised: {
    source: '(EU) 2016/679 art. 4(11), 7',
    message: {
      fi: 'Suostumuksessa yksilöidään, kenelle ja mihin tarkoitukseen tietoja annetaan tai keneltä niitä pyydetään.',
      sv: 'I samtycket specificeras till vem och för vilket ändamål uppgifter lämnas ut eller av vem de begärs.',
      en: 'A consent names who is given the data or asked for them, and for what.',
    },
  },
  consentWritten: {
    source: '(EU) 2016/679 art. 7(1)',
    message: {
      fi: 'Suostumus pyydetään kirjallisena.',
      sv: 'Samtycket begärs skriftligen.',
      en: 'A consent is asked for in writing.',
    },
  },
  cannotAssessSaid: {
    source: '703/2023 §§ 53, 55',
    message: {
      fi: 'Kirjaa, miksi asiakas ei voi arvioida tahdonilmaisun merkitystä.',
      sv: 'Anteckna varför klienten inte kan bedöma vad viljeyttringen innebär.',
      en: 'Why the client cannot assess what it means is recorded.',
    },
  },
  representativeKnown: {
    source: '703/2023 § 50',
    message: {
      fi: 'Antaja ei ole asiakkaan tietojen mukaan nyt hänen edustajansa.',
      sv: 'Enligt klientens uppgifter är den som ger viljeyttringen inte hens företrädare nu.',
      en: 'By the client’s file the giver is no representative of the client now.',
    },
  },
  clientIsMinor: {
    source: '703/2023 § 50',
    message: {
      fi: 'Asiakas on täysi-ikäinen tai hänen syntymäaikansa ei ole tiedossa.',
      sv: 'Klienten är myndig eller så är födelsetiden inte känd.',
      en: 'The client is of age, or the date of birth is not known.',
    },
  },
  documentKnown: {
    source: '703/2023 § 59',
    message: {
      fi: 'Kaikkia nimettyjä asiakirjoja ei ole asiakkaan tiedoissa.',
      sv: 'Alla angivna handlingar finns inte i klientens uppgifter.',
      en: 'Not every document named is in the client’s file.',
    },
  },
  banByMinor: {
    source: '703/2023 § 51',
    message: {
      fi: 'Kiellon voi asettaa alaikäinen itse.',
      sv: 'Förbudet kan meddelas av en minderårig själv.',
      en: 'This ban is a minor’s own.',
    },
  },
  banTowardRepresentative: {
    source: '703/2023 § 51',
    message: {
      fi: 'Kielto kohdistuu alaikäisen tiedoissa olevaan henkilöön.',
      sv: 'Förbudet gäller en person som finns i den minderårigas uppgifter.',
      en: 'The ban is aimed at somebody in the minor’s file.',
    },
  },
  denialGrounded: {
    source: '703/2023 § 40, 2 mom.',
    message: {
      fi: 'Kun kielto evätään, ratkaisun perustelut kirjataan.',
      sv: 'När ett förbud nekas antecknas motiveringen.',
      en: 'Where the ban is denied, the grounds are recorded.',
    },
  },
} as const satisfies Record<string, Rule>;

export type DeclarationRule = keyof typeof DECLARATION_RULES;

export const declarationFinding = (rule: DeclarationRule, path: string): Finding => ({
  rule: `declaration.${rule}`,
  severity: 'error',
  path,
  ...DECLARATION_RULES[rule],
});
