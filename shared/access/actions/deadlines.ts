import type { Action } from '../action.ts';
import { ARRANGING, CLIENT_WORK, FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: how the times of the law are followed. Acts of other modules begin and end them, or an official records the event. */
export const DEADLINE_ACTIONS = {
  listOwn: {
    name: 'deadlines.listOwn',
    title: { fi: 'Omat määräajat', sv: 'Egna tidsfrister', en: 'One’s own deadlines' },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9; 434/2003 § 23',
  },
  countOwn: {
    name: 'deadlines.countOwn',
    title: {
      fi: 'Omien määräaikojen määrät',
      sv: 'Antal egna tidsfrister',
      en: 'How many deadlines one has',
    },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '434/2003 § 23',
  },
  listUnit: {
    name: 'deadlines.listUnit',
    title: { fi: 'Yksikön määräajat', sv: 'Enhetens tidsfrister', en: 'The deadlines of a unit' },
    roles: [...CLIENT_WORK, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '703/2023 § 9; 457/2024; 434/2003 § 23',
  },
  countUnit: {
    name: 'deadlines.countUnit',
    title: {
      fi: 'Yksikön määräaikojen määrät',
      sv: 'Antal tidsfrister i enheten',
      en: 'How many deadlines a unit has',
    },
    roles: [...CLIENT_WORK, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '434/2003 § 23',
  },
  listOfClient: {
    name: 'deadlines.listOfClient',
    title: { fi: 'Asiakkaan määräajat', sv: 'Klientens tidsfrister', en: 'The deadlines of a client' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  read: {
    name: 'deadlines.read',
    title: { fi: 'Lue määräaika', sv: 'Läs en tidsfrist', en: 'Read a deadline' },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  recordLateness: {
    name: 'deadlines.recordLateness',
    title: {
      fi: 'Kirjaa määräajan ylittymisen syy',
      sv: 'Anteckna orsaken till att fristen överskridits',
      en: 'Record why a deadline was exceeded',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '434/2003 § 23; 417/2007 § 27 a',
  },
  cancel: {
    name: 'deadlines.cancel',
    title: { fi: 'Peru määräaika', sv: 'Återkalla en tidsfrist', en: 'Cancel a deadline' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '434/2003 § 23',
  },
  start: {
    name: 'deadlines.start',
    title: {
      fi: 'Kirjaa määräajan aloittava tapahtuma',
      sv: 'Anteckna en händelse som inleder en tidsfrist',
      en: 'Record an event that begins a deadline',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 § 23; 417/2007 §§ 63, 69, 70, 74; 1412/1997 § 14 a',
  },
  meet: {
    name: 'deadlines.meet',
    title: {
      fi: 'Kirjaa määräajan päättävä tapahtuma',
      sv: 'Anteckna en händelse som avslutar en tidsfrist',
      en: 'Record an event that ends a deadline',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '434/2003 § 23; 417/2007 §§ 63, 69, 70, 74; 1412/1997 § 14 a',
  },
  pause: {
    name: 'deadlines.pause',
    title: { fi: 'Keskeytä määräaika', sv: 'Avbryt en tidsfrist', en: 'Pause a deadline' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1412/1997 § 14 a',
  },
  resume: {
    name: 'deadlines.resume',
    title: { fi: 'Jatka määräaikaa', sv: 'Återuppta en tidsfrist', en: 'Resume a deadline' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1412/1997 § 14 a',
  },
  listRules: {
    name: 'deadlines.listRules',
    title: { fi: 'Lain määräajat', sv: 'Lagens tidsfrister', en: 'The times of the law' },
    roles: [...FILE_READERS, 'supervisor', 'mainUser'],
    tie: 'none',
    basis: 'none',
    legalGround: '434/2003 § 23',
  },
} as const satisfies Record<string, Action>;
