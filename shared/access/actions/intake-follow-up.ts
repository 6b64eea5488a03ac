import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { INTAKE } from '../role-groups.ts';
import { GIVING_OUT } from './intake.ts';

/** Sending needs no judgement of the matter: whoever does the office's post may do it. */
const SENDING: readonly JobRole[] = [...INTAKE, 'administrative'];

/** Toimet: the times of a matter that has no client's file yet, and what whoever notified is told. */
export const INTAKE_FOLLOW_UP_ACTIONS = {
  listDeadlines: {
    name: 'intake.listDeadlines',
    title: {
      fi: 'Vastaanotetun asian määräajat',
      sv: 'Tidsfrister för ett mottaget ärende',
      en: 'The deadlines of a received matter',
    },
    roles: GIVING_OUT,
    tie: 'none',
    basis: 'intake',
    legalGround: '1301/2014 § 36; 417/2007 § 26; 434/2003 § 23',
  },
  explainLateness: {
    name: 'intake.explainLateness',
    title: {
      fi: 'Kirjaa vastaanotetun asian määräajan ylittymisen syy',
      sv: 'Anteckna varför tidsfristen för ett mottaget ärende överskreds',
      en: 'Record why a deadline of a received matter was exceeded',
    },
    roles: GIVING_OUT,
    tie: 'none',
    basis: 'intake',
    legalGround: '434/2003 § 23',
  },
  cancelDeadline: {
    name: 'intake.cancelDeadline',
    title: {
      fi: 'Peru vastaanotetun asian määräaika',
      sv: 'Ta bort tidsfristen för ett mottaget ärende',
      en: 'Cancel a deadline of a received matter',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '434/2003 § 23',
  },
  listMessages: {
    name: 'intake.listMessages',
    title: {
      fi: 'Ilmoittajille lähetettävät viestit',
      sv: 'Meddelanden som ska sändas till anmälare',
      en: 'Messages to be sent to notifiers',
    },
    roles: SENDING,
    tie: 'none',
    basis: 'intake',
    legalGround: '417/2007 § 25; 1301/2014 § 35; 703/2023 § 4',
  },
  markMessageSent: {
    name: 'intake.markMessageSent',
    title: {
      fi: 'Merkitse viesti ilmoittajalle lähetetyksi',
      sv: 'Markera ett meddelande till anmälaren som sänt',
      en: 'Mark a message to a notifier as sent',
    },
    roles: SENDING,
    tie: 'none',
    basis: 'intake',
    legalGround: '417/2007 § 25; 1301/2014 § 35; 703/2023 § 4',
  },
} as const satisfies Record<string, Action>;
