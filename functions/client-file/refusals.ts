import type { RefusalDefinition } from '../../shared/kernel/refusal.ts';

/** What a look at a file as it stood can be refused for. */
export const CLIENT_FILE_REFUSALS = {
  dayToCome: {
    code: 'clientFile.dayToCome',
    kind: 'invalid',
    title: {
      fi: 'Päivä on tulevaisuudessa.',
      sv: 'Dagen är i framtiden.',
      en: 'The day is still to come.',
    },
  },
  notYet: {
    code: 'clientFile.notYet',
    kind: 'conflict',
    title: {
      fi: 'Asiakasta ei ollut vielä kirjattu sinä päivänä.',
      sv: 'Klienten var ännu inte registrerad den dagen.',
      en: 'The client was not recorded yet on that day.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
