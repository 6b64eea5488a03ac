import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ANY_STAFF } from '../role-groups.ts';

/** The organisation is public data of an authority: everyone who works in it may read it. */
const READERS = ANY_STAFF;
const OVERSEERS = ['mainUser', 'management', 'supervisor', 'dataProtectionOfficer'] as const;
const MAIN_USER: readonly JobRole[] = ['mainUser'];
/** Who may be the second pair of eyes. Not the data-protection officer, who oversees the choices (EU 2016/679, 38(6)). */
const DECIDERS: readonly JobRole[] = ['mainUser', 'management'];

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
  proposeSettings: {
    name: 'controllers.proposeSettings',
    title: {
      fi: 'Ehdota asetusten muuttamista',
      sv: 'Föreslå en ändring av inställningarna',
      en: 'Propose a change of the settings',
    },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  listProposals: {
    name: 'controllers.listSettingsProposals',
    title: {
      fi: 'Luettele asetusten muutosehdotukset',
      sv: 'Lista förslag till ändring av inställningarna',
      en: 'List the proposed changes of the settings',
    },
    roles: OVERSEERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  readProposal: {
    name: 'controllers.readSettingsProposal',
    title: {
      fi: 'Lue asetusten muutosehdotus',
      sv: 'Läs ett förslag till ändring av inställningarna',
      en: 'Read a proposed change of the settings',
    },
    roles: OVERSEERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  approveSettings: {
    name: 'controllers.approveSettings',
    title: {
      fi: 'Hyväksy toisen ehdottama asetusten muutos',
      sv: 'Godkänn en ändring av inställningarna som en annan har föreslagit',
      en: 'Approve a change of the settings that another has proposed',
    },
    roles: DECIDERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  refuseSettings: {
    name: 'controllers.refuseSettings',
    title: {
      fi: 'Hylkää toisen ehdottama asetusten muutos',
      sv: 'Avslå en ändring av inställningarna som en annan har föreslagit',
      en: 'Refuse a change of the settings that another has proposed',
    },
    roles: DECIDERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  withdrawSettings: {
    name: 'controllers.withdrawSettings',
    title: {
      fi: 'Peru oma asetusten muutosehdotus',
      sv: 'Återta ett eget förslag till ändring av inställningarna',
      en: 'Withdraw an own proposed change of the settings',
    },
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
