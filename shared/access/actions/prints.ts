import type { Action } from '../action.ts';
import { ANY_STAFF, FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: what may be printed. A print is a read of the same data, with an event of its own in the log. */
export const PRINT_ACTIONS = {
  document: {
    name: 'prints.document',
    title: { fi: 'Tulosta asiakirja', sv: 'Skriv ut en handling', en: 'Print a document' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  mergedDocument: {
    name: 'prints.mergedDocument',
    title: {
      fi: 'Tulosta yhdistetyn asiakkaan asiakirja',
      sv: 'Skriv ut en handling om en sammanslagen klient',
      en: 'Print a document of a merged client',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  mergedNote: {
    name: 'prints.mergedNote',
    title: {
      fi: 'Tulosta yhdistetyn asiakkaan merkintä',
      sv: 'Skriv ut en anteckning om en sammanslagen klient',
      en: 'Print an entry of a merged client',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  documentVersion: {
    name: 'prints.documentVersion',
    title: {
      fi: 'Tulosta asiakirjan korvattu versio',
      sv: 'Skriv ut en ersatt version av en handling',
      en: 'Print a superseded version of a document',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    // As reading it is.
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22; 457/2024',
  },
  bundle: {
    name: 'prints.bundle',
    title: {
      fi: 'Kokoa oikeusasiakirjanippu',
      sv: 'Sammanställ rättegångsmaterial',
      en: 'Put documents together for a court',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  note: {
    name: 'prints.note',
    title: { fi: 'Tulosta merkintä', sv: 'Skriv ut en anteckning', en: 'Print an entry' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  narrative: {
    name: 'prints.narrative',
    title: {
      fi: 'Tulosta asiakaskertomuksen ajanjakso',
      sv: 'Skriv ut en period av klientjournalen',
      en: 'Print a period of the narrative',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  form: {
    name: 'prints.form',
    title: { fi: 'Tulosta tyhjä lomake', sv: 'Skriv ut en tom blankett', en: 'Print an empty form' },
    roles: ANY_STAFF,
    tie: 'none',
    basis: 'administration',
    // The definitions are public: what is printed is no client's.
    legalGround: '703/2023 § 20',
  },
} as const satisfies Record<string, Action>;
