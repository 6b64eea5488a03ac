import type { Action } from '../action.ts';
import { CLIENT_WORK, FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Who decides is narrowed by post, statute and the delegation table: institutions' staff is private too. */
const DECIDERS = NOTE_WRITERS;

/** Toimet: a decision from its first plan to its legal force and its end. */
export const DECISION_ACTIONS = {
  prepare: {
    name: 'decisions.prepare',
    title: { fi: 'Valmistele päätös', sv: 'Bered ett beslut', en: 'Prepare a decision' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 31 §; 1301/2014 45 §',
  },
  change: {
    name: 'decisions.change',
    title: {
      fi: 'Muuta päätöksen valmistelua',
      sv: 'Ändra beredningen av ett beslut',
      en: 'Change the preparation of a decision',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 31 §',
  },
  hear: {
    name: 'decisions.hear',
    title: {
      fi: 'Kirjaa asianosaisen kuuleminen',
      sv: 'Anteckna hörandet av en part',
      en: 'Record the hearing of a party',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 34–36 §; 417/2007 42 §',
  },
  closeHearing: {
    name: 'decisions.closeHearing',
    title: { fi: 'Päätä kuuleminen', sv: 'Avsluta hörandet', en: 'Close the hearing' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 34 §',
  },
  propose: {
    name: 'decisions.propose',
    title: {
      fi: 'Esitä päätös päättäjälle',
      sv: 'Föreslå ett beslut för beslutsfattaren',
      en: 'Propose a decision to its decider',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 31, 43 §',
  },
  readProposal: {
    name: 'decisions.readProposal',
    title: { fi: 'Lue päätösesitys', sv: 'Läs ett beslutsförslag', en: 'Read a proposed decision' },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 31, 43 §; 703/2023 § 9',
  },
  sendBack: {
    name: 'decisions.sendBack',
    title: {
      fi: 'Palauta päätösesitys valmistelijalle',
      sv: 'Återsänd ett beslutsförslag till beredaren',
      en: 'Send a proposed decision back',
    },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 31 §',
  },
  cancel: {
    name: 'decisions.cancel',
    title: {
      fi: 'Peruuta päätöksen valmistelu',
      sv: 'Återkalla beredningen av ett beslut',
      en: 'Cancel the preparation of a decision',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 43 §',
  },
  issue: {
    name: 'decisions.issue',
    title: { fi: 'Tee päätös', sv: 'Fatta ett beslut', en: 'Issue a decision' },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 43–48 §; 1301/2014 45–46 §',
  },
  read: {
    name: 'decisions.read',
    title: { fi: 'Lue päätös', sv: 'Läs ett beslut', en: 'Read a decision' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  list: {
    name: 'decisions.list',
    title: {
      fi: 'Luettele voimassa olevat päätökset',
      sv: 'Lista gällande beslut',
      en: 'List the decisions in force',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listEnded: {
    name: 'decisions.listEnded',
    title: {
      fi: 'Luettele päättyneet päätökset',
      sv: 'Lista beslut som upphört',
      en: 'List the decisions that have ended',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  hideFromCopy: {
    name: 'decisions.hideFromCopy',
    title: {
      fi: 'Peitä tieto vastaanottajan kappaleesta',
      sv: 'Dölj en uppgift i en mottagares exemplar',
      en: 'Hide data from a recipient’s copy',
    },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '621/1999 11 §; 661/2009 37 §',
  },
  readCopy: {
    name: 'decisions.readCopy',
    title: {
      fi: 'Lue vastaanottajan kappale',
      sv: 'Läs en mottagares exemplar',
      en: 'Read a recipient’s copy',
    },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 54 §; 703/2023 § 9',
  },
  sendCopy: {
    name: 'decisions.sendCopy',
    title: {
      fi: 'Lähetä päätös tiedoksi',
      sv: 'Sänd ett beslut för delgivning',
      en: 'Send a decision to be served',
    },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 54–60 §; 13/2003 18–19 §',
  },
  recordServed: {
    name: 'decisions.recordServed',
    title: {
      fi: 'Kirjaa tiedoksisaanti',
      sv: 'Anteckna delfåendet',
      en: 'Record that a decision was served',
    },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 59–60 §; 13/2003 18–19 §',
  },
  recordFailed: {
    name: 'decisions.recordFailed',
    title: {
      fi: 'Kirjaa epäonnistunut tiedoksianto',
      sv: 'Anteckna en misslyckad delgivning',
      en: 'Record that a decision was not reached',
    },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 55, 60 §; 13/2003 18 §',
  },
  receiveReview: {
    name: 'decisions.receiveReview',
    title: {
      fi: 'Kirjaa saapunut oikaisuvaatimus tai valitus',
      sv: 'Anteckna en begäran om omprövning eller besvär',
      en: 'Record a review request or an appeal',
    },
    roles: DECIDERS,
    tie: 'client',
    legalGround: '434/2003 49 c–g §; 808/2019 7–13 §',
  },
  handleReview: {
    name: 'decisions.handleReview',
    title: {
      fi: 'Kirjaa muutoksenhaun tulos',
      sv: 'Anteckna resultatet av ändringssökande',
      en: 'Record the result of a review',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 49 g §; 808/2019',
  },
  serveResult: {
    name: 'decisions.serveResult',
    title: {
      fi: 'Kirjaa tuloksen tiedoksisaanti',
      sv: 'Anteckna delfåendet av resultatet',
      en: 'Record that a result was served',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 54 §',
  },
  recordForce: {
    name: 'decisions.recordForce',
    title: { fi: 'Vahvista lainvoima', sv: 'Bekräfta laga kraft', en: 'Record legal force' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '808/2019 122 §',
  },
  revoke: {
    name: 'decisions.revoke',
    title: { fi: 'Poista päätös', sv: 'Undanröj ett beslut', en: 'Revoke a decision' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 50–53 §',
  },
  end: {
    name: 'decisions.end',
    title: { fi: 'Päätä päätöksen voimassaolo', sv: 'Avsluta ett besluts giltighet', en: 'End a decision' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '1301/2014 45 §; 417/2007 39, 48, 72 §',
  },
  orderEnforcement: {
    name: 'decisions.orderEnforcement',
    title: {
      fi: 'Kirjaa täytäntöönpanomääräys',
      sv: 'Anteckna ett förordnande om verkställighet',
      en: 'Record an order on enforcement',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 49 f §; 808/2019 123 §',
  },
  listProposals: {
    name: 'decisions.listProposals',
    title: {
      fi: 'Yksikön päätösesitykset',
      sv: 'Enhetens beslutsförslag',
      en: 'What waits for a decider in a unit',
    },
    roles: [...DECIDERS, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listOwn: {
    name: 'decisions.listOwn',
    title: { fi: 'Omat valmistelut', sv: 'Egna beredningar', en: 'One’s own preparations' },
    roles: CLIENT_WORK,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9',
  },
} as const satisfies Record<string, Action>;
