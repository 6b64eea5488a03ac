import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What the citizens' door refuses besides what every door does. */
export const CITIZEN_REFUSALS = {
  minor: {
    code: 'citizen.minor',
    kind: 'forbidden',
    title: {
      fi: 'Alaikäisen asiointia ei voi hoitaa täällä: ota yhteyttä rekisterinpitäjään.',
      sv: 'En minderårigs ärende kan inte skötas här: kontakta den personuppgiftsansvariga.',
      en: 'A minor’s matter cannot be handled here: contact the controller.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
