import type { Action } from '../action.ts';
import { ARRANGING, CLIENT_WORK, FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: what is done to plans of clients. */
export const PLAN_ACTIONS = {
  make: {
    name: 'plans.make',
    title: { fi: 'Vahvista suunnitelma', sv: 'Fastställ en plan', en: 'Make a plan' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 § 39; 417/2007 §§ 30, 30 a',
  },
  review: {
    name: 'plans.review',
    title: { fi: 'Tarkista suunnitelma', sv: 'Se över en plan', en: 'Review a plan' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 § 39; 417/2007 § 30',
  },
  end: {
    name: 'plans.end',
    title: { fi: 'Päätä suunnitelma', sv: 'Avsluta en plan', en: 'End a plan' },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 § 39',
  },
  list: {
    name: 'plans.list',
    title: {
      fi: 'Luettele asiakkaan suunnitelmat',
      sv: 'Lista klientens planer',
      en: "List a client's plans",
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listEnded: {
    name: 'plans.listEnded',
    title: {
      fi: 'Luettele asiakkaan päättyneet suunnitelmat',
      sv: 'Lista klientens avslutade planer',
      en: "List a client's ended plans",
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listReviews: {
    name: 'plans.listReviews',
    title: {
      fi: 'Yksikön tarkistettavat suunnitelmat',
      sv: 'Enhetens planer som ska ses över',
      en: "A unit's plans by their review",
    },
    roles: [...CLIENT_WORK, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '703/2023 § 9; 457/2024; 417/2007 § 30',
  },
  listMissing: {
    name: 'plans.listMissing',
    title: {
      fi: 'Yksikön asiat, joista suunnitelma puuttuu',
      sv: 'Enhetens ärenden som saknar plan',
      en: "A unit's cases without a plan",
    },
    roles: [...CLIENT_WORK, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '703/2023 § 9; 457/2024; 417/2007 § 30',
  },
} as const satisfies Record<string, Action>;
