import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { CLIENT_WORK, NOTE_WRITERS } from '../role-groups.ts';

/** Who books: those who meet clients, and the office that books for them. */
const BOOKERS: readonly JobRole[] = [...NOTE_WRITERS, 'administrative', 'privateAdministrative'];
/** Whose time can be booked. */
export const MEETING: readonly JobRole[] = NOTE_WRITERS;
/** Who keeps the calendars of a unit: its supervisor, and the office that books for it. */
const SCHEDULERS: readonly JobRole[] = ['supervisor', 'administrative'];
/** Who sees what a unit has booked. */
const UNIT: readonly JobRole[] = [...CLIENT_WORK, 'administrative', 'supervisor'];

const CLIENT = { tie: 'client', legalGround: '703/2023 §§ 9, 38; 1301/2014 § 42' } as const;
const OWN = { tie: 'none', basis: 'ownMatters', legalGround: '703/2023 § 9' } as const;
const OF_UNIT = { tie: 'none', basis: 'unit', legalGround: '703/2023 § 9; 457/2024' } as const;

/** Toimet: what may be done to an appointment, and to the calendars it stands in. */
export const APPOINTMENT_ACTIONS = {
  book: {
    name: 'appointments.book',
    title: { fi: 'Varaa aika', sv: 'Boka en tid', en: 'Book an appointment' },
    roles: BOOKERS,
    ...CLIENT,
  },
  list: {
    name: 'appointments.list',
    title: { fi: 'Luettele asiakkaan ajat', sv: 'Lista klientens tider', en: 'List a client’s appointments' },
    roles: BOOKERS,
    ...CLIENT,
  },
  read: {
    name: 'appointments.read',
    title: { fi: 'Lue ajanvaraus', sv: 'Läs en tidsbokning', en: 'Read an appointment' },
    roles: BOOKERS,
    ...CLIENT,
  },
  move: {
    name: 'appointments.move',
    title: { fi: 'Siirrä aika', sv: 'Flytta en tid', en: 'Move an appointment' },
    roles: BOOKERS,
    ...CLIENT,
  },
  cancel: {
    name: 'appointments.cancel',
    title: { fi: 'Peru aika', sv: 'Avboka en tid', en: 'Cancel an appointment' },
    roles: BOOKERS,
    ...CLIENT,
  },
  keep: {
    name: 'appointments.keep',
    title: {
      fi: 'Merkitse aika pidetyksi',
      sv: 'Markera en tid som hållen',
      en: 'Mark an appointment as kept',
    },
    roles: BOOKERS,
    ...CLIENT,
  },
  miss: {
    name: 'appointments.miss',
    title: {
      fi: 'Merkitse aika käyttämättä jääneeksi',
      sv: 'Markera en tid som utebliven',
      en: 'Mark an appointment as missed',
    },
    roles: BOOKERS,
    ...CLIENT,
  },
  listOwn: {
    name: 'appointments.listOwn',
    title: { fi: 'Oma kalenteri', sv: 'Egen kalender', en: 'One’s own calendar' },
    roles: MEETING,
    ...OWN,
  },
  exportOwn: {
    name: 'appointments.exportOwn',
    title: {
      fi: 'Vie oma kalenteri iCalendar-muodossa',
      sv: 'Exportera egen kalender i iCalendar-form',
      en: 'Export one’s own calendar as iCalendar',
    },
    roles: MEETING,
    ...OWN,
  },
  publishHours: {
    name: 'appointments.publishHours',
    title: { fi: 'Julkaise vastaanottoaikoja', sv: 'Publicera mottagningstider', en: 'Publish hours' },
    roles: MEETING,
    ...OWN,
  },
  listHours: {
    name: 'appointments.listHours',
    title: { fi: 'Omat vastaanottoajat', sv: 'Egna mottagningstider', en: 'One’s own published hours' },
    roles: MEETING,
    ...OWN,
  },
  withdrawHours: {
    name: 'appointments.withdrawHours',
    title: { fi: 'Poista vastaanottoaikoja', sv: 'Ta bort mottagningstider', en: 'Withdraw published hours' },
    roles: MEETING,
    ...OWN,
  },
  publishUnitHours: {
    name: 'appointments.publishUnitHours',
    title: {
      fi: 'Julkaise yksikön vastaanottoaikoja',
      sv: 'Publicera enhetens mottagningstider',
      en: 'Publish hours for others of a unit',
    },
    roles: SCHEDULERS,
    ...OF_UNIT,
  },
  listUnitHours: {
    name: 'appointments.listUnitHours',
    title: {
      fi: 'Yksikön vastaanottoajat',
      sv: 'Enhetens mottagningstider',
      en: 'The published hours of a unit',
    },
    roles: SCHEDULERS,
    ...OF_UNIT,
  },
  withdrawUnitHours: {
    name: 'appointments.withdrawUnitHours',
    title: {
      fi: 'Poista yksikön vastaanottoaikoja',
      sv: 'Ta bort enhetens mottagningstider',
      en: 'Withdraw published hours of a unit',
    },
    roles: SCHEDULERS,
    ...OF_UNIT,
  },
  listUnit: {
    name: 'appointments.listUnit',
    title: { fi: 'Yksikön ajat', sv: 'Enhetens tider', en: 'The appointments of a unit' },
    roles: UNIT,
    ...OF_UNIT,
  },
  listFree: {
    name: 'appointments.listFree',
    title: { fi: 'Yksikön vapaat ajat', sv: 'Enhetens lediga tider', en: 'The free times of a unit' },
    roles: [...BOOKERS, 'supervisor'],
    ...OF_UNIT,
  },
  listReminders: {
    name: 'appointments.listReminders',
    title: {
      fi: 'Yksikön lähetettävät muistutukset',
      sv: 'Enhetens påminnelser att skicka',
      en: 'The reminders of a unit that wait to be sent',
    },
    roles: UNIT,
    ...OF_UNIT,
  },
  markReminderSent: {
    name: 'appointments.markReminderSent',
    title: {
      fi: 'Merkitse muistutus lähetetyksi',
      sv: 'Markera en påminnelse som skickad',
      en: 'Mark a reminder as sent',
    },
    roles: BOOKERS,
    ...CLIENT,
  },
  listResources: {
    name: 'appointments.listResources',
    title: { fi: 'Yksikön tilat ja välineet', sv: 'Enhetens rum och redskap', en: 'The rooms of a unit' },
    roles: [...BOOKERS, 'supervisor'],
    ...OF_UNIT,
  },
  addResource: {
    name: 'appointments.addResource',
    title: { fi: 'Lisää tila tai väline', sv: 'Lägg till ett rum eller redskap', en: 'Add a room' },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 § 9',
  },
  changeResource: {
    name: 'appointments.changeResource',
    title: {
      fi: 'Muuta tilan tai välineen tietoja',
      sv: 'Ändra ett rum eller redskap',
      en: 'Change a room',
    },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 § 9',
  },
} as const satisfies Record<string, Action>;
