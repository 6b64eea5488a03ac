import type { Action } from '../action.ts';
import { CLIENT_WORK, NOTE_WRITERS } from '../role-groups.ts';

const GROUND = '703/2023 § 9; 457/2024';

/** Toimet: work that is given, taken, referred and done. */
export const TASK_ACTIONS = {
  give: {
    name: 'tasks.give',
    title: { fi: 'Anna tehtävä', sv: 'Ge en uppgift', en: 'Give a task' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: GROUND,
  },
  take: {
    name: 'tasks.take',
    title: { fi: 'Ota tehtävä', sv: 'Ta en uppgift', en: 'Take a task' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: GROUND,
  },
  refer: {
    name: 'tasks.refer',
    title: { fi: 'Siirrä tehtävä', sv: 'Överför en uppgift', en: 'Refer a task' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: GROUND,
  },
  finish: {
    name: 'tasks.finish',
    title: {
      fi: 'Merkitse tehtävä tehdyksi',
      sv: 'Anteckna uppgiften som utförd',
      en: 'Mark a task as done',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: GROUND,
  },
  cancel: {
    name: 'tasks.cancel',
    title: { fi: 'Peru tehtävä', sv: 'Återkalla en uppgift', en: 'Cancel a task' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: GROUND,
  },
  read: {
    name: 'tasks.read',
    title: { fi: 'Lue tehtävä', sv: 'Läs en uppgift', en: 'Read a task' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: GROUND,
  },
  listOfClient: {
    name: 'tasks.listOfClient',
    title: { fi: 'Asiakkaan tehtävät', sv: 'Uppgifter om klienten', en: 'The tasks about a client' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: GROUND,
  },
  listOwn: {
    name: 'tasks.listOwn',
    title: { fi: 'Omat tehtävät', sv: 'Egna uppgifter', en: 'One’s own tasks' },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9',
  },
  listUnit: {
    name: 'tasks.listUnit',
    title: { fi: 'Yksikön tehtävät', sv: 'Enhetens uppgifter', en: 'The tasks of a unit' },
    roles: [...CLIENT_WORK, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: GROUND,
  },
  finishOfUnit: {
    name: 'tasks.finishOfUnit',
    title: {
      fi: 'Kuittaa esihenkilölle tullut ilmoitus',
      sv: 'Kvittera ett meddelande till chefen',
      en: 'Mark a notice to the supervisor as handled',
    },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '434/2003 § 23',
  },
} as const satisfies Record<string, Action>;
