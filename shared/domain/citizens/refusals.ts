import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What the citizens' door refuses besides what every door does. The Swedish is unreviewed. */
export const CITIZEN_REFUSALS = {
  noEServices: {
    code: 'citizen.noEServices',
    kind: 'forbidden',
    title: {
      fi: 'Rekisterinpitäjällä ei ole sähköistä asiointia: ota yhteyttä rekisterinpitäjään.',
      sv: 'Den personuppgiftsansvariga har ingen elektronisk tjänst: kontakta den personuppgiftsansvariga.',
      en: 'The controller has no e-services: contact the controller.',
    },
  },
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
