import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ANY_STAFF } from '../role-groups.ts';

/** The organisation is public data of an authority: everyone who works in it may read it. */
const READERS = ANY_STAFF;
const OVERSEERS = ['mainUser', 'management', 'supervisor', 'dataProtectionOfficer'] as const;
const MAIN_USER: readonly JobRole[] = ['mainUser'];

/** The controller answers for what it does and must be able to show it. */
const LEGAL_GROUND = 'EU 2016/679, 24; 703/2023 § 13';

/** Toimet: the controller's record, its settings, its units and its posts. */
export const CONTROLLER_ACTIONS = {
  read: {
    name: 'controllers.read',
    title: {
      fi: 'Lue rekisterinpitäjän tiedot',
      sv: 'Läs den personuppgiftsansvarigas uppgifter',
      en: 'Read the controller’s record',
    },
    roles: READERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  change: {
    name: 'controllers.change',
    title: {
      fi: 'Muuta rekisterinpitäjän tietoja',
      sv: 'Ändra den personuppgiftsansvarigas uppgifter',
      en: 'Change the controller’s record',
    },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  readSettings: {
    name: 'controllers.readSettings',
    title: { fi: 'Lue asetukset', sv: 'Läs inställningarna', en: 'Read the settings' },
    roles: OVERSEERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  changeSettings: {
    name: 'controllers.changeSettings',
    title: { fi: 'Muuta asetuksia', sv: 'Ändra inställningarna', en: 'Change the settings' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  listVersions: {
    name: 'controllers.listVersions',
    title: {
      fi: 'Luettele asetusten versiot',
      sv: 'Lista inställningarnas versioner',
      en: 'List the versions of the settings',
    },
    roles: OVERSEERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  readVersion: {
    name: 'controllers.readVersion',
    title: {
      fi: 'Lue asetusten versio',
      sv: 'Läs en version av inställningarna',
      en: 'Read one version of the settings',
    },
    roles: OVERSEERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  listUnits: {
    name: 'controllers.listUnits',
    title: { fi: 'Luettele yksiköt', sv: 'Lista enheterna', en: 'List the units' },
    roles: READERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  addUnit: {
    name: 'controllers.addUnit',
    title: { fi: 'Lisää yksikkö', sv: 'Lägg till en enhet', en: 'Add a unit' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  changeUnit: {
    name: 'controllers.changeUnit',
    title: { fi: 'Muuta yksikköä', sv: 'Ändra en enhet', en: 'Change a unit' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  endUnit: {
    name: 'controllers.endUnit',
    title: { fi: 'Lakkauta yksikkö', sv: 'Avsluta en enhet', en: 'End a unit' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  listPosts: {
    name: 'controllers.listPosts',
    title: { fi: 'Luettele virat ja toimet', sv: 'Lista tjänster och befattningar', en: 'List the posts' },
    roles: READERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  addPost: {
    name: 'controllers.addPost',
    title: { fi: 'Lisää virka tai toimi', sv: 'Lägg till en tjänst eller befattning', en: 'Add a post' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  changePost: {
    name: 'controllers.changePost',
    title: { fi: 'Muuta virkaa tai tointa', sv: 'Ändra en tjänst eller befattning', en: 'Change a post' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  endPost: {
    name: 'controllers.endPost',
    title: { fi: 'Lakkauta virka tai toimi', sv: 'Dra in en tjänst eller befattning', en: 'End a post' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
} as const satisfies Record<string, Action>;
