import type { Action } from '../action.ts';
import { CLIENT_WORK, FILE_READERS } from '../role-groups.ts';

/** Toimet: reading a client's file as a whole, now and as it stood. */
export const CLIENT_FILE_ACTIONS = {
  glance: {
    name: 'clientFile.glance',
    title: {
      fi: 'Katso asiakkaan tiedot yhdellä silmäyksellä',
      sv: 'Se klientens uppgifter i en överblick',
      en: 'See a file at a glance',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  timeline: {
    name: 'clientFile.timeline',
    title: { fi: 'Lue aikajanaa', sv: 'Läs tidslinjen', en: 'Read the timeline' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  asOf: {
    name: 'clientFile.asOf',
    title: {
      fi: 'Katso asiakkaan tiedot sellaisina kuin ne olivat',
      sv: 'Se klientens uppgifter sådana de var',
      en: 'See a file as it stood',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 22',
  },
  timelineAsOf: {
    name: 'clientFile.timelineAsOf',
    title: {
      fi: 'Lue aikajanaa sellaisena kuin se oli',
      sv: 'Läs tidslinjen sådan den var',
      en: 'Read the timeline as it stood',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 22',
  },
} as const satisfies Record<string, Action>;
