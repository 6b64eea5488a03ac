import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ARRANGING, CLIENT_WORK, FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

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
  listOwnClients: {
    name: 'cases.listOwnClients',
    title: { fi: 'Omat asiakkaat', sv: 'Egna klienter', en: 'One’s own clients' },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9; 1301/2014 § 42',
  },
  listOwnCases: {
    name: 'cases.listOwnCases',
    title: { fi: 'Omat asiat', sv: 'Egna ärenden', en: 'One’s own cases' },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9',
  },
  listUnitCases: {
    name: 'cases.listUnitCases',
    title: { fi: 'Yksikön asiat', sv: 'Enhetens ärenden', en: 'The cases of a unit' },
    roles: [...CLIENT_WORK, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '703/2023 § 9; 457/2024',
  },
  beginHandOver: {
    name: 'cases.beginHandOver',
    title: {
      fi: 'Aloita työntekijän asiakkaiden ja asioiden siirto',
      sv: 'Inled överlåtelsen av en arbetstagares klienter och ärenden',
      en: "Begin handing over a worker's clients and cases",
    },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 § 9; 1301/2014 § 42',
  },
  continueHandOver: {
    name: 'cases.continueHandOver',
    title: { fi: 'Jatka siirtoa', sv: 'Fortsätt överlåtelsen', en: 'Go on with a hand-over' },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 § 9; 1301/2014 § 42',
  },
  readHandOver: {
    name: 'cases.readHandOver',
    title: { fi: 'Katso siirron tila', sv: 'Se läget för överlåtelsen', en: 'See how a hand-over goes' },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 § 9',
  },
} as const satisfies Record<string, Action>;
