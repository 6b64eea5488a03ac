import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { CLIENT_WORK, FILE_READERS, INTAKE } from '../role-groups.ts';

/** Whoever answers the telephone or the door: what is told is recorded by anyone (417/2007 § 25). */
const RECEIVING: readonly JobRole[] = [...CLIENT_WORK, 'administrative'];
export const GIVING_OUT: readonly JobRole[] = [...INTAKE, 'supervisor'];

/** Toimet: what may be done to a matter from its receipt until every person it concerns has been handled. */
export const INTAKE_ACTIONS = {
  receive: {
    name: 'intake.receive',
    title: {
      fi: 'Ota vastaan ilmoitus, yhteydenotto tai hakemus',
      sv: 'Ta emot en anmälan, en kontakt eller en ansökan',
      en: 'Receive a notification, a contact or an application',
    },
    roles: RECEIVING,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 §§ 34–36; 417/2007 §§ 25–26; 703/2023 § 41',
  },
  listQueue: {
    name: 'intake.listQueue',
    title: { fi: 'Yksikön vastaanotto', sv: 'Enhetens mottagning', en: "A unit's intake" },
    roles: GIVING_OUT,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 417/2007 § 26',
  },
  listHandled: {
    name: 'intake.listHandled',
    title: {
      fi: 'Yksikön vastaanotossa käsitellyt asiat',
      sv: 'Ärenden som behandlats i enhetens mottagning',
      en: 'What a unit has handled in its intake',
    },
    roles: GIVING_OUT,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 417/2007 § 26',
  },
  read: {
    name: 'intake.read',
    title: { fi: 'Lue vastaanotettu asia', sv: 'Läs ett mottaget ärende', en: 'Read a received matter' },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 417/2007 § 26; 703/2023 § 9',
  },
  readHistory: {
    name: 'intake.readHistory',
    title: {
      fi: 'Lue vastaanotetun asian aiemmat tiedot',
      sv: 'Läs tidigare uppgifter om ett mottaget ärende',
      en: 'Read what a received matter said before',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '703/2023 §§ 9, 22',
  },
  changeRecord: {
    name: 'intake.changeRecord',
    title: {
      fi: 'Täydennä vastaanotetun asian tietoja',
      sv: 'Komplettera uppgifterna om ett mottaget ärende',
      en: 'Complete the data of a received matter',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '703/2023 § 41',
  },
  take: {
    name: 'intake.take',
    title: { fi: 'Ota asia käsittelyyn', sv: 'Ta ett ärende till behandling', en: 'Take a matter' },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 417/2007 § 26',
  },
  assign: {
    name: 'intake.assign',
    title: {
      fi: 'Anna asia työntekijän käsiteltäväksi',
      sv: 'Ge ett ärende till en arbetstagare',
      en: 'Give a matter to a worker',
    },
    roles: GIVING_OUT,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 417/2007 § 26',
  },
  assessUrgency: {
    name: 'intake.assessUrgency',
    title: { fi: 'Arvioi kiireellisyys', sv: 'Bedöm hur brådskande ärendet är', en: 'Assess the urgency' },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 417/2007 § 26',
  },
  transfer: {
    name: 'intake.transfer',
    title: {
      fi: 'Siirrä asia toisen yksikön vastaanottoon',
      sv: 'Överför ett ärende till en annan enhets mottagning',
      en: "Transfer a matter to another unit's intake",
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 434/2003 § 21',
  },
  recordHandling: {
    name: 'intake.recordHandling',
    title: {
      fi: 'Kirjaa selvitys, yhteydenotto, toimenpide tai luovutus',
      sv: 'Anteckna en utredning, en kontakt, en åtgärd eller ett utlämnande',
      en: 'Record an inquiry, a contact, a measure or a disclosure',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '703/2023 §§ 41, 44',
  },
  link: {
    name: 'intake.link',
    title: {
      fi: 'Liitä asia asiakkaaseen',
      sv: 'Koppla ett ärende till en klient',
      en: 'Link a matter to a client',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '703/2023 §§ 37, 41',
  },
  search: {
    name: 'intake.search',
    title: {
      fi: 'Hae henkilöstä aiemmin tulleet ilmoitukset ja yhteydenotot',
      sv: 'Sök tidigare anmälningar och kontakter om en person',
      en: 'Search for earlier notifications and contacts about a person',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '417/2007 § 26; 703/2023 §§ 8–9',
  },
  closeUnknown: {
    name: 'intake.closeUnknown',
    title: {
      fi: 'Päätä asian käsittely, kun henkilöä ei tunneta',
      sv: 'Avsluta ett ärende när personen inte är känd',
      en: 'Close a matter about a person who is not known',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '417/2007 § 26; 1301/2014 § 36',
  },
  listOfClient: {
    name: 'intake.listOfClient',
    title: {
      fi: 'Asiakasta koskevat ilmoitukset, yhteydenotot ja hakemukset',
      sv: 'Anmälningar, kontakter och ansökningar som gäller klienten',
      en: 'Notifications, contacts and applications about a client',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  readOfClient: {
    name: 'intake.readOfClient',
    title: {
      fi: 'Lue asiakasta koskeva ilmoitus, yhteydenotto tai hakemus',
      sv: 'Läs en anmälan, kontakt eller ansökan som gäller klienten',
      en: 'Read a notification, contact or application about a client',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  fileDocument: {
    name: 'intake.fileDocument',
    title: {
      fi: 'Tee ilmoituksesta tai yhteydenotosta asiakirja',
      sv: 'Upprätta en handling av en anmälan eller kontakt',
      en: 'Make a document of a notification or contact',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 §§ 13, 22, 41',
  },
  close: {
    name: 'intake.close',
    title: {
      fi: 'Päätä asian käsittely vastaanotossa',
      sv: 'Avsluta behandlingen i mottagningen',
      en: 'Close a matter in the intake',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '417/2007 § 26; 1301/2014 § 36',
  },
  openCase: {
    name: 'intake.openCase',
    title: {
      fi: 'Avaa asia vastaanotetun perusteella',
      sv: 'Inled ett ärende utifrån det mottagna',
      en: 'Open a case from what was received',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 §§ 37, 41; 1301/2014 § 34; 417/2007 § 26',
  },
  joinCase: {
    name: 'intake.joinCase',
    title: {
      fi: 'Liitä vireillä olevaan asiaan',
      sv: 'Foga till ett anhängigt ärende',
      en: 'Join to a pending case',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 §§ 37, 41; 417/2007 § 26',
  },
} as const satisfies Record<string, Action>;
