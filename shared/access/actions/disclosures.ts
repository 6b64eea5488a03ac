import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ARRANGING, CLIENT_WORK } from '../role-groups.ts';

/** Who hands data on, or prepares it, must know what the client has said of that. */
const WHO_MUST_KNOW: readonly JobRole[] = [...CLIENT_WORK, 'administrative'];

/** Toimet: permits, bans and consents of a client (703/2023 §§ 50–59), and a minor's ban toward a representative. */
export const DECLARATION_ACTIONS = {
  record: {
    name: 'disclosures.recordDeclaration',
    title: {
      fi: 'Kirjaa luovutuslupa, luovutuskielto tai suostumus',
      sv: 'Anteckna ett tillstånd eller förbud att lämna ut uppgifter eller ett samtycke',
      en: 'Record a permit, a ban or a consent',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 53, 55, 58, 59',
  },
  withdraw: {
    name: 'disclosures.withdrawDeclaration',
    title: {
      fi: 'Kirjaa luvan, kiellon tai suostumuksen peruutus',
      sv: 'Anteckna att ett tillstånd, ett förbud eller ett samtycke har återkallats',
      en: 'Record that a permit, a ban or a consent was withdrawn',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 58',
  },
  list: {
    name: 'disclosures.listDeclarations',
    title: {
      fi: 'Katso asiakkaan luvat, kiellot ja suostumukset',
      sv: 'Se klientens tillstånd, förbud och samtycken',
      en: "See a client's permits, bans and consents",
    },
    roles: WHO_MUST_KNOW,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 58',
  },
  readDocument: {
    name: 'disclosures.readDeclarationDocument',
    title: {
      fi: 'Lue luovutuslupa- tai kieltoasiakirja',
      sv: 'Läs tillståndshandlingen eller förbudshandlingen',
      en: 'Read the national document of permits or of bans',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 58, 3 mom.',
  },
  printDocument: {
    name: 'disclosures.printDeclarationDocument',
    title: {
      fi: 'Tulosta luovutuslupa- tai kieltoasiakirja',
      sv: 'Skriv ut tillståndshandlingen eller förbudshandlingen',
      en: 'Print the national document of permits or of bans',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 58, 3 mom.',
  },
  recordMinorsBan: {
    name: 'disclosures.recordMinorsBan',
    title: {
      fi: 'Ratkaise alaikäisen kielto antaa tietoja edustajalle',
      sv: 'Avgör en minderårigs förbud att lämna uppgifter till en företrädare',
      en: 'Judge a minor’s ban on giving data to a representative',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 §§ 40, 51',
  },
  liftMinorsBan: {
    name: 'disclosures.liftMinorsBan',
    title: {
      fi: 'Pura alaikäisen kielto',
      sv: 'Häv en minderårigs förbud',
      en: 'Lift a minor’s ban',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 § 51',
  },
} as const satisfies Record<string, Action>;

/** Toimet: the way of client data out of the house (703/2023 §§ 50–63). */
export const DISCLOSURE_ACTIONS = {
  record: {
    name: 'disclosures.recordDisclosure',
    title: {
      fi: 'Kirjaa tietopyyntö tai oma-aloitteinen ilmoitus',
      sv: 'Anteckna en begäran om uppgifter eller en anmälan på eget initiativ',
      en: 'Record a request for data, or what is told of our own accord',
    },
    roles: WHO_MUST_KNOW,
    tie: 'client',
    legalGround: '703/2023 §§ 10, 50–63',
  },
  list: {
    name: 'disclosures.listDisclosures',
    title: {
      fi: 'Katso asiakasta koskevat tietopyynnöt ja luovutukset',
      sv: 'Se begäranden om och utlämnanden av klientens uppgifter',
      en: "See what was asked and given of a client's data",
    },
    roles: WHO_MUST_KNOW,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 10',
  },
  read: {
    name: 'disclosures.readDisclosure',
    title: {
      fi: 'Lue tietopyyntö ja sen ratkaisu',
      sv: 'Läs en begäran om uppgifter och avgörandet',
      en: 'Read a request for data and what became of it',
    },
    roles: WHO_MUST_KNOW,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 10',
  },
  prepare: {
    name: 'disclosures.prepareDisclosure',
    title: {
      fi: 'Valmistele luovutettava jäljennös',
      sv: 'Bered kopian som lämnas ut',
      en: 'Prepare the copy that is to be disclosed',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 50–63',
  },
  send: {
    name: 'disclosures.sendDisclosure',
    title: { fi: 'Luovuta tiedot', sv: 'Lämna ut uppgifterna', en: 'Disclose the data' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 10, 50–63',
  },
  refuse: {
    name: 'disclosures.refuseDisclosure',
    title: {
      fi: 'Evää tietopyyntö tai kirjaa se perutuksi',
      sv: 'Neka en begäran om uppgifter eller anteckna att den återtagits',
      en: 'Refuse a request for data, or record that it was withdrawn',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '621/1999 § 14; 703/2023 § 4',
  },
  readCopy: {
    name: 'disclosures.readDisclosedCopy',
    title: {
      fi: 'Avaa luovutettu jäljennös',
      sv: 'Öppna kopian som lämnats ut',
      en: 'Open the copy that is or was disclosed',
    },
    roles: WHO_MUST_KNOW,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 10',
  },
  printCopy: {
    name: 'disclosures.printDisclosedCopy',
    title: {
      fi: 'Tulosta luovutettava jäljennös',
      sv: 'Skriv ut kopian som lämnas ut',
      en: 'Print the copy that is or was disclosed',
    },
    roles: WHO_MUST_KNOW,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 10',
  },
} as const satisfies Record<string, Action>;
