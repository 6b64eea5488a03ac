import type { Action } from '../action.ts';
import { ARRANGING, CLIENT_WORK, FILE_READERS, INTAKE } from '../role-groups.ts';

/** Toimet: what may be done to a client's base data and relationship. */
export const CLIENT_ACTIONS = {
  create: {
    name: 'clients.create',
    title: { fi: 'Kirjaa uusi asiakas', sv: 'Registrera en ny klient', en: 'Record a new client' },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '703/2023 § 37',
  },
  search: {
    name: 'clients.search',
    title: { fi: 'Hae henkilöä', sv: 'Sök en person', en: 'Search for a person' },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '703/2023 §§ 8–9',
  },
  openFile: {
    name: 'clients.openFile',
    title: { fi: 'Avaa asiakkaan tiedot', sv: 'Öppna klientens uppgifter', en: "Open a client's file" },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  changeBaseData: {
    name: 'clients.changeBaseData',
    title: { fi: 'Muuta perustietoja', sv: 'Ändra basuppgifter', en: 'Change base data' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 38',
  },
  readHistory: {
    name: 'clients.readHistory',
    title: {
      fi: 'Lue perustietojen historia',
      sv: 'Läs basuppgifternas historik',
      en: 'Read the history of base data',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 22',
  },
  startRelationship: {
    name: 'clients.startRelationship',
    title: { fi: 'Aloita asiakkuus', sv: 'Inled klientrelationen', en: 'Start the client relationship' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 § 34',
  },
  endRelationship: {
    name: 'clients.endRelationship',
    title: { fi: 'Päätä asiakkuus', sv: 'Avsluta klientrelationen', en: 'End the client relationship' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 § 34',
  },
  nameOwnWorker: {
    name: 'clients.nameOwnWorker',
    title: { fi: 'Nimeä omatyöntekijä', sv: 'Utse egen kontaktperson', en: 'Name the own worker' },
    roles: [...ARRANGING, 'supervisor'],
    tie: 'client',
    legalGround: '1301/2014 § 42',
  },
} as const satisfies Record<string, Action>;
