import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ANY_STAFF } from '../role-groups.ts';

const OVERSEERS: readonly JobRole[] = ['mainUser', 'supervisor', 'management', 'dataProtectionOfficer'];
const MAIN_USER: readonly JobRole[] = ['mainUser'];
/** Palvelunantajan on pidettävä rekisteriä käyttäjistä ja heidän oikeuksistaan. */
const REGISTER_OF_USERS = '703/2023 § 9';
const administers = { tie: 'none', basis: 'administration', legalGround: REGISTER_OF_USERS } as const;

/** Toimet: users, and their grants from the proposal to the end. None of them opens a client's data. */
export const RIGHTS_ACTIONS = {
  listUsers: {
    name: 'accessRights.listUsers',
    title: { fi: 'Luettele käyttäjät', sv: 'Lista användarna', en: 'List the users' },
    roles: OVERSEERS,
    ...administers,
  },
  readUser: {
    name: 'accessRights.readUser',
    title: {
      fi: 'Lue käyttäjän tiedot ja käyttöoikeudet',
      sv: 'Läs användarens uppgifter och åtkomsträtter',
      en: 'Read a user and the user’s grants',
    },
    roles: OVERSEERS,
    ...administers,
  },
  readMatrix: {
    name: 'accessRights.readMatrix',
    title: {
      fi: 'Lue käyttöoikeusmatriisi',
      sv: 'Läs matrisen över åtkomsträtter',
      en: 'Read the matrix of access rights',
    },
    roles: ANY_STAFF,
    tie: 'none',
    legalGround: '703/2023 § 9; 457/2024',
  },
  readOwn: {
    name: 'accessRights.readOwn',
    title: {
      fi: 'Lue omat käyttöoikeudet',
      sv: 'Läs egna åtkomsträtter',
      en: 'Read the own rights',
    },
    roles: ANY_STAFF,
    tie: 'none',
    legalGround: REGISTER_OF_USERS,
  },
  addUser: {
    name: 'accessRights.addUser',
    title: { fi: 'Lisää käyttäjä', sv: 'Lägg till en användare', en: 'Add a user' },
    roles: MAIN_USER,
    ...administers,
  },
  addUserWithGrant: {
    name: 'accessRights.addUserWithGrant',
    title: {
      fi: 'Lisää käyttäjä ja anna ensimmäinen käyttöoikeus',
      sv: 'Lägg till en användare med den första åtkomsträtten',
      en: 'Add a user with the first right',
    },
    roles: MAIN_USER,
    ...administers,
  },
  recordKnownAs: {
    name: 'accessRights.recordKnownAs',
    title: {
      fi: 'Kirjaa käyttäjän tunniste ja osoite lokin valvontaa varten',
      sv: 'Registrera användarens kod och adress för övervakningen av loggen',
      en: "Record a user's code and address for the supervision of the log",
    },
    roles: MAIN_USER,
    ...administers,
  },
  changeUser: {
    name: 'accessRights.changeUser',
    title: { fi: 'Muuta käyttäjän tietoja', sv: 'Ändra användarens uppgifter', en: 'Change a user' },
    roles: MAIN_USER,
    ...administers,
  },
  recordCommitment: {
    name: 'accessRights.recordCommitment',
    title: {
      fi: 'Kirjaa käyttäjän allekirjoittama sitoumus',
      sv: 'Registrera användarens undertecknade förbindelse',
      en: "Record a user's signed commitment",
    },
    roles: ['mainUser', 'supervisor'],
    ...administers,
  },
  listCommitments: {
    name: 'accessRights.listCommitments',
    title: {
      fi: 'Luettele käyttäjän sitoumukset',
      sv: 'Lista användarens förbindelser',
      en: "List a user's commitments",
    },
    roles: OVERSEERS,
    ...administers,
  },
  endEmployment: {
    name: 'accessRights.endEmployment',
    title: {
      fi: 'Passivoi käyttäjä palvelussuhteen päättyessä',
      sv: 'Passivera användaren när anställningen upphör',
      en: 'Make a user passive at the end of the employment',
    },
    roles: MAIN_USER,
    ...administers,
  },
  endSessions: {
    name: 'accessRights.endSessions',
    title: {
      fi: 'Katkaise käyttäjän istunnot',
      sv: 'Avbryt användarens sessioner',
      en: 'End the sessions of a user',
    },
    roles: MAIN_USER,
    ...administers,
  },
  signOut: {
    name: 'accessRights.signOut',
    title: { fi: 'Kirjaudu ulos', sv: 'Logga ut', en: 'Sign out' },
    roles: ANY_STAFF,
    ...administers,
  },
  propose: {
    name: 'accessRights.proposeGrant',
    title: { fi: 'Esitä käyttöoikeutta', sv: 'Föreslå en åtkomsträtt', en: 'Propose a grant' },
    roles: ['supervisor', 'management'],
    ...administers,
  },
  listProposals: {
    name: 'accessRights.listProposals',
    title: {
      fi: 'Luettele avoimet käyttöoikeusesitykset',
      sv: 'Lista öppna förslag till åtkomsträtter',
      en: 'List the proposals that wait',
    },
    roles: OVERSEERS,
    ...administers,
  },
  grant: {
    name: 'accessRights.grant',
    title: { fi: 'Myönnä käyttöoikeus', sv: 'Bevilja en åtkomsträtt', en: 'Give a grant' },
    roles: MAIN_USER,
    ...administers,
  },
  refuse: {
    name: 'accessRights.refuseGrant',
    title: { fi: 'Hylkää esitys', sv: 'Avslå ett förslag', en: 'Refuse a proposal' },
    roles: MAIN_USER,
    ...administers,
  },
  end: {
    name: 'accessRights.endGrant',
    title: { fi: 'Päätä käyttöoikeus', sv: 'Avsluta en åtkomsträtt', en: 'End a grant' },
    roles: ['mainUser', 'supervisor'],
    ...administers,
  },
  listAttestations: {
    name: 'accessRights.listAttestations',
    title: {
      fi: 'Luettele yksikön tarkistettavat käyttöoikeudet',
      sv: 'Lista enhetens åtkomsträtter som ska granskas',
      en: 'List the grants of a unit that are to be attested',
    },
    roles: ['supervisor', 'management'],
    ...administers,
  },
  attest: {
    name: 'accessRights.attestGrant',
    title: {
      fi: 'Vahvista, että käyttöoikeus on yhä tarpeen',
      sv: 'Bekräfta att åtkomsträtten fortfarande behövs',
      en: 'Attest that a grant is still needed',
    },
    roles: ['supervisor', 'management'],
    ...administers,
  },
  listReaders: {
    name: 'accessRights.listReaders',
    title: {
      fi: 'Luettele, ketkä olisivat voineet avata asiakkaan tiedot jonakin päivänä',
      sv: 'Lista vilka som kunde ha öppnat klientens uppgifter en viss dag',
      en: "List who could have opened a client's file on a day",
    },
    roles: ['supervisor', 'dataProtectionOfficer', 'management'],
    tie: 'none',
    special: 'readAccessLog',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9–10; (EU) 2016/679 art. 32',
  },
} as const satisfies Record<string, Action>;
