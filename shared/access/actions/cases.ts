import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ARRANGING, CLIENT_WORK, FILE_READERS } from '../role-groups.ts';

/** Who gives work to others, and takes it over from those who leave. */
const ASSIGNING: readonly JobRole[] = [...ARRANGING, 'supervisor'];

/** Toimet: what may be done to a case, from its opening to its closing. */
export const CASE_ACTIONS = {
  open: {
    name: 'cases.open',
    title: { fi: 'Avaa asia', sv: 'Öppna ett ärende', en: 'Open a case' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 §§ 37, 41; 1301/2014 § 34',
  },
  read: {
    name: 'cases.read',
    title: { fi: 'Lue asia', sv: 'Läs ett ärende', en: 'Read a case' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listClosed: {
    name: 'cases.listClosed',
    title: { fi: 'Luettele päätetyt asiat', sv: 'Lista avslutade ärenden', en: 'List the closed cases' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  readDocument: {
    name: 'cases.readDocument',
    title: { fi: 'Lue asia-asiakirja', sv: 'Läs ärendehandlingen', en: 'Read the case document' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 37, 41',
  },
  change: {
    name: 'cases.change',
    title: {
      fi: 'Muuta asian tietoja',
      sv: 'Ändra uppgifter om ett ärende',
      en: 'Change the data of a case',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 §§ 37, 41',
  },
  assign: {
    name: 'cases.assign',
    title: {
      fi: 'Nimeä asian työntekijät',
      sv: 'Utse arbetstagare för ett ärende',
      en: 'Assign the workers of a case',
    },
    roles: ASSIGNING,
    tie: 'client',
    legalGround: '703/2023 § 38; 1301/2014 § 42',
  },
  addClient: {
    name: 'cases.addClient',
    title: {
      fi: 'Lisää asiakas yhteiseen asiaan',
      sv: 'Lägg till en klient i ett gemensamt ärende',
      en: 'Take a further client into a case',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 §§ 37, 41',
  },
  suspend: {
    name: 'cases.suspend',
    title: { fi: 'Keskeytä asian käsittely', sv: 'Avbryt behandlingen av ett ärende', en: 'Suspend a case' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 § 34',
  },
  resume: {
    name: 'cases.resume',
    title: { fi: 'Jatka asian käsittelyä', sv: 'Återuppta ett ärende', en: 'Resume a case' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 § 34',
  },
  close: {
    name: 'cases.close',
    title: { fi: 'Päätä asia', sv: 'Avsluta ett ärende', en: 'Close a case' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 § 34; 703/2023 liite',
  },
  reopen: {
    name: 'cases.reopen',
    title: {
      fi: 'Avaa päätetty asia uudelleen',
      sv: 'Öppna ett avslutat ärende på nytt',
      en: 'Reopen a case',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 § 34',
  },
} as const satisfies Record<string, Action>;
