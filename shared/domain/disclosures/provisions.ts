import { type DateRange, inForce } from '../../kernel/date-range.ts';
import type { Sentence } from '../../kernel/finding.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import type { Purpose } from './disclosure.ts';
import type { ProvisionKey } from './provision-key.ts';
import { AUTHORITIES, HEALTH_PROVIDERS, type Requester, SOCIAL_PROVIDERS } from './requesters.ts';

export type ProvisionRow = {
  /** As it is cited. */
  provision: string;
  /** What the provision lets be done, for who chooses among them. Swedish and English are unreviewed. */
  title: Sentence;
  recipients: readonly Requester[];
  purposes: readonly Purpose[];
  /** Whether it is given when asked alone, or of one's own accord too. */
  initiative: 'onRequest' | 'either';
  /** A ban of the client stands against giving by permit and by consent, and not against these. */
  despiteBan: boolean;
  /** What the official must judge and record, beyond that the data are necessary. */
  condition?: Sentence;
  validity: DateRange;
  /** Said where the text of the law itself was not compared. */
  unverified?: true;
};

const IN_FORCE: DateRange = { from: LocalDate.parse('2024-01-01') };

const CANNOT_ASSESS: Sentence = {
  fi: 'Asiakas ei voi arvioida luvan merkitystä eikä hänellä ole laillista edustajaa.',
  sv: 'Klienten kan inte bedöma tillståndets betydelse och har ingen laglig företrädare.',
  en: 'The client cannot assess what a permit means and has no legal representative.',
};

/** Closed: what is not here is named by its citation, and then judged by nobody but who cites it. */
const PROVISIONS: Readonly<Record<Exclude<ProvisionKey, 'named'>, ProvisionRow>> = {
  jointService: {
    provision: '703/2023 53 § 1 mom.',
    title: {
      fi: 'Sosiaali- ja terveydenhuollon yhteinen palvelu',
      sv: 'Gemensam service inom social- och hälsovården',
      en: 'A joint service of social welfare and health care',
    },
    recipients: [...HEALTH_PROVIDERS, ...SOCIAL_PROVIDERS],
    purposes: ['careOfClient'],
    initiative: 'either',
    despiteBan: true,
    validity: IN_FORCE,
  },
  healthWithoutPermit: {
    provision: '703/2023 53 § 6 mom.',
    title: {
      fi: 'Terveydenhuollolle ilman lupaa',
      sv: 'Till hälso- och sjukvården utan tillstånd',
      en: 'To health care without a permit',
    },
    recipients: HEALTH_PROVIDERS,
    purposes: ['careOfClient'],
    initiative: 'either',
    despiteBan: false,
    condition: CANNOT_ASSESS,
    validity: IN_FORCE,
  },
  socialWithoutPermit: {
    provision: '703/2023 55 § 2 mom.',
    title: {
      fi: 'Toiselle sosiaalihuollon palvelunantajalle ilman lupaa',
      sv: 'Till en annan tillhandahållare av socialservice utan tillstånd',
      en: 'To another provider of social welfare without a permit',
    },
    recipients: SOCIAL_PROVIDERS,
    purposes: ['careOfClient'],
    initiative: 'either',
    despiteBan: false,
    condition: CANNOT_ASSESS,
    validity: IN_FORCE,
  },
  securingCare: {
    provision: '703/2023 56 §',
    title: {
      fi: 'Hoidon, huollon tai koulutuksen turvaaminen kiellosta huolimatta',
      sv: 'Tryggande av vård, omsorg eller utbildning trots förbud',
      en: 'Securing care or education despite a ban',
    },
    // 2 and 3 mom.: any authority, Finnish or foreign, for a livelihood too; private providers; others where it is necessary.
    recipients: [...AUTHORITIES, 'privateSocialProvider', 'privateHealthProvider', 'organisation', 'person'],
    purposes: ['careOfClient', 'benefit'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Hoidon tai huollon ilmeinen tarve, lapsen etu tai asiakkaan välttämättömät edut (56 § 1 mom. 1–3 k.).',
      sv: 'Uppenbart behov av vård eller omsorg, barnets bästa eller klientens nödvändiga intressen (56 § 1 mom. 1–3 p.).',
      en: 'An evident need of care, the interest of a child, or the client’s necessary interests (§ 56, 1 mom. 1–3).',
    },
    validity: IN_FORCE,
  },
  policeThreat: {
    provision: '703/2023 62 §',
    title: {
      fi: 'Henkeen tai terveyteen kohdistuvan uhkan arviointi',
      sv: 'Bedömning av hot mot liv eller hälsa',
      en: 'Assessing a threat to life or health',
    },
    recipients: ['police'],
    purposes: ['threatAssessment'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Syy epäillä jonkun olevan vaarassa joutua väkivallan kohteeksi.',
      sv: 'Skäl att misstänka att någon riskerar att utsättas för våld.',
      en: 'Reason to suspect that somebody is in danger of violence.',
    },
    validity: IN_FORCE,
  },
  authorityProceedings: {
    provision: '703/2023 63 § 1 mom.',
    title: {
      fi: 'Asia tuomioistuimessa tai viranomaisessa: vireillepano, lausunto tai selvitys',
      sv: 'Ärende vid domstol eller myndighet: anhängiggörande, utlåtande eller utredning',
      en: 'A matter before a court or an authority: bringing it, a statement or an account',
    },
    recipients: AUTHORITIES,
    purposes: ['courtProceedings', 'authorityTask'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Välttämätöntä lapsen edun tai erittäin tärkeän yleisen tai yksityisen edun vuoksi.',
      sv: 'Nödvändigt för barnets bästa eller ett synnerligen viktigt allmänt eller enskilt intresse.',
      en: 'Necessary for a child’s interest, or for a very important public or private one.',
    },
    validity: IN_FORCE,
  },
  benefitAbuse: {
    provision: '703/2023 63 § 1 mom.',
    title: {
      fi: 'Sosiaalietuuden väärinkäytön selvittäminen',
      sv: 'Utredning av missbruk av en social förmån',
      en: 'Clearing up abuse of a social benefit',
    },
    recipients: ['kela', 'otherAuthority'],
    purposes: ['benefit'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Väärinkäytöstä on perusteltua syytä epäillä.',
      sv: 'Det finns grundad anledning att misstänka missbruk.',
      en: 'There is a justified reason to suspect abuse.',
    },
    validity: IN_FORCE,
  },
  graveCrime: {
    provision: '703/2023 63 § 2 mom.',
    title: {
      fi: 'Vähintään neljän vuoden enimmäisrangaistuksen rikoksen selvittäminen',
      sv: 'Utredning av brott med ett maximistraff på minst fyra år',
      en: 'Clearing up an offence with a maximum penalty of at least four years',
    },
    recipients: ['police', 'prosecutor', 'court'],
    purposes: ['crimeInvestigation'],
    initiative: 'onRequest',
    despiteBan: true,
    condition: {
      fi: 'Rikoksen enimmäisrangaistus on vähintään neljä vuotta, tai sen ilmoittamatta jättäminen on rangaistavaa.',
      sv: 'Maximistraffet är minst fyra år, eller så är det straffbart att inte anmäla brottet.',
      en: 'The maximum penalty is at least four years, or not reporting it is punishable.',
    },
    validity: IN_FORCE,
  },
  crimeOwnInitiative: {
    provision: '703/2023 63 § 3 mom.',
    title: {
      fi: 'Rikosepäily oma-aloitteisesti',
      sv: 'Misstanke om brott på eget initiativ',
      en: 'A suspected offence, of one’s own accord',
    },
    recipients: ['police', 'prosecutor', 'court'],
    purposes: ['crimeInvestigation'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Epäilty 2 momentin rikos, tai vähäisempi kun se on välttämätöntä lapsen edun tai erittäin tärkeän edun vuoksi.',
      sv: 'Ett misstänkt brott enligt 2 mom., eller ett lindrigare när det är nödvändigt för barnets bästa eller ett synnerligen viktigt intresse.',
      en: 'A suspected offence of mom. 2, or a lesser one where a child’s or a very important interest needs it.',
    },
    validity: IN_FORCE,
  },
  checkingData: {
    provision: '703/2023 63 § 4 mom.',
    title: {
      fi: 'Olennaisen tiedon tarkistaminen siltä, jolta tieto saadaan pyytää',
      sv: 'Kontroll av en väsentlig uppgift hos den av vilken uppgiften får begäras',
      en: 'Checking an essential datum with whom it may be asked of',
    },
    recipients: [...AUTHORITIES, ...HEALTH_PROVIDERS, 'organisation'],
    purposes: ['authorityTask'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Tarkistettava tieto on olennaisen tärkeä laissa säädetylle tehtävälle, ja sen saa pyytää saajalta.',
      sv: 'Uppgiften som kontrolleras är väsentlig för en lagstadgad uppgift och får begäras av mottagaren.',
      en: 'The datum that is checked is essential to a statutory duty, and may be asked of the recipient.',
    },
    validity: IN_FORCE,
  },
  partyAccess: {
    provision: '621/1999 11 §',
    title: {
      fi: 'Asianosaisen oikeus tietoon',
      sv: 'En parts rätt att ta del av uppgifter',
      en: 'The right of a party to know',
    },
    recipients: ['party', 'representative'],
    purposes: ['partyAccess'],
    initiative: 'onRequest',
    despiteBan: true,
    validity: { from: LocalDate.parse('1999-12-01') },
  },
  hearing: {
    provision: '434/2003 36 §',
    title: {
      fi: 'Kuulemisen kohteena olevat asiakirjat asianosaiselle',
      sv: 'De handlingar som hörandet gäller till en part',
      en: 'The documents that a party is heard on',
    },
    recipients: ['party', 'representative'],
    purposes: ['hearing'],
    initiative: 'either',
    despiteBan: true,
    validity: { from: LocalDate.parse('2004-01-01') },
    unverified: true,
  },
  representative: {
    provision: '703/2023 50 §',
    title: {
      fi: 'Huoltaja, edunvalvoja tai valtuutettu asiakkaan puolesta',
      sv: 'Vårdnadshavare, intressebevakare eller fullmäktig för klienten',
      en: 'A custodian, guardian or authorised person on the client’s behalf',
    },
    recipients: ['representative'],
    purposes: ['rightsOfClient'],
    initiative: 'either',
    despiteBan: true,
    validity: IN_FORCE,
  },
  afterDeath: {
    provision: '703/2023 52 §',
    title: {
      fi: 'Tärkeän edun tai oikeuden selvittäminen kuoleman jälkeen',
      sv: 'Utredning av viktiga intressen eller rättigheter efter ett dödsfall',
      en: 'An important interest or right, after the client’s death',
    },
    recipients: ['person', 'party', 'organisation'],
    purposes: ['rightsAfterDeath'],
    initiative: 'onRequest',
    despiteBan: true,
    condition: {
      fi: 'Perusteltu kirjallinen hakemus; tiedot ovat välttämättömiä.',
      sv: 'En motiverad skriftlig ansökan; uppgifterna är nödvändiga.',
      en: 'A reasoned application in writing; the data are necessary.',
    },
    validity: IN_FORCE,
  },
  activationPlan: {
    provision: '189/2001 12 §',
    title: {
      fi: 'Aktivointisuunnitelman laatiminen: osallistujat ja asiantuntijat',
      sv: 'Utarbetande av en aktiveringsplan: deltagare och sakkunniga',
      en: 'Drawing up an activation plan: who takes part, and experts',
    },
    recipients: [
      'employmentAuthority',
      'kela',
      'publicSocialProvider',
      'publicHealthProvider',
      'privateSocialProvider',
      'privateHealthProvider',
      'person',
    ],
    purposes: ['activationPlan'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Saaja osallistuu suunnitelman laatimiseen tai on siinä asiantuntijana; tiedot ovat suunnitelmalle välttämättömiä.',
      sv: 'Mottagaren deltar i utarbetandet av planen eller är sakkunnig; uppgifterna är nödvändiga för planen.',
      en: 'The recipient takes part in drawing up the plan or is an expert for it; the plan needs the data.',
    },
    validity: { from: LocalDate.parse('2001-09-01') },
    // Whether the change of HE 109/2025 left the section as it was has not been compared.
    unverified: true,
  },
  custodyReport: {
    provision: '361/1983 16 §',
    title: {
      fi: 'Selvitys tuomioistuimelle lapsen huollosta ja tapaamisoikeudesta',
      sv: 'Utredning till domstolen om vårdnad om barn och umgängesrätt',
      en: 'A report to a court on a child’s custody and access',
    },
    recipients: ['court'],
    purposes: ['courtProceedings'],
    initiative: 'onRequest',
    despiteBan: true,
    validity: { from: LocalDate.parse('1984-01-01') },
    // Since when the section reads as it does now has not been compared.
    unverified: true,
  },
  statementToKela: {
    provision: '1412/1997 15 §',
    title: {
      fi: 'Lausunto Kelalle perustoimeentulotuesta',
      sv: 'Utlåtande till FPA om grundläggande utkomststöd',
      en: 'A statement to Kela on basic social assistance',
    },
    recipients: ['kela'],
    purposes: ['benefit'],
    initiative: 'either',
    despiteBan: true,
    condition: {
      fi: 'Asiakasta on kuultu ja hänelle on kerrottu lausunnosta; vain tarpeelliset tiedot.',
      sv: 'Klienten har hörts och informerats om utlåtandet; bara behövliga uppgifter.',
      en: 'The client has been heard and told of the statement; only the data needed.',
    },
    validity: { from: LocalDate.parse('2017-01-01') },
    unverified: true,
  },
  statistics: {
    provision: '668/2008 5 §',
    title: {
      fi: 'THL:n lakisääteiset tiedot',
      sv: 'Lagstadgade uppgifter till THL',
      en: 'Data that THL collects by law',
    },
    recipients: ['thl'],
    purposes: ['statistics'],
    initiative: 'either',
    despiteBan: true,
    validity: { from: LocalDate.parse('2009-01-01') },
  },
};

/** Statutes that can be cited no longer, with the last day of each. */
const REPEALED: Readonly<Record<string, LocalDate>> = {
  // Henkilötietolaki, by 1050/2018 37 §
  '523/1999': LocalDate.parse('2018-12-31'),
  // Laki sosiaalihuollon asiakasasiakirjoista, by 703/2023
  '254/2015': LocalDate.parse('2023-12-31'),
  // Laki asiakastietojen sähköisestä käsittelystä, by 703/2023 101 §
  '784/2021': LocalDate.parse('2023-12-31'),
  // Vammaispalvelulaki, by 675/2023
  '380/1987': LocalDate.parse('2024-12-31'),
  // Kotoutumislaki, by 681/2023
  '1386/2010': LocalDate.parse('2024-12-31'),
};

/** The row in force on that day; undefined for a provision that is named, or was not in force. */
export function provisionOn(key: ProvisionKey, on: LocalDate): ProvisionRow | undefined {
  const row = key === 'named' ? undefined : PROVISIONS[key];
  return row !== undefined && inForce(row.validity, on) ? row : undefined;
}

/** Whether the statute that is cited had been repealed by that day. */
export function isRepealed(provision: string, on: LocalDate): boolean {
  const last = REPEALED[provision.split(' ')[0] ?? ''];
  return last !== undefined && last < on;
}
