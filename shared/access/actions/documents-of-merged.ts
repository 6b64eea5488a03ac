import type { Action } from '../action.ts';
import { NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: what is put right in the documents of a file that was merged into another (docs/decisions/0145). */
export const MERGED_DOCUMENT_ACTIONS = {
  readVersions: {
    name: 'documents.readMergedVersions',
    title: {
      fi: 'Lue yhdistetyn asiakkaan korjatun asiakirjan aiemmat versiot',
      sv: 'Läs tidigare versioner av en rättad handling om en sammanslagen klient',
      en: 'Read the superseded versions of a document of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  correct: {
    name: 'documents.correctMerged',
    title: {
      fi: 'Korjaa yhdistetyn asiakkaan asiakirja',
      sv: 'Rätta en handling om en sammanslagen klient',
      en: 'Correct a document of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  invalidate: {
    name: 'documents.invalidateMerged',
    title: {
      fi: 'Mitätöi yhdistetyn asiakkaan asiakirja',
      sv: 'Ogiltigförklara en handling om en sammanslagen klient',
      en: 'Invalidate a document of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  remove: {
    name: 'documents.removeMerged',
    title: {
      fi: 'Poista yhdistetyn asiakkaan tarpeeton asiakirja',
      sv: 'Ta bort en onödig handling om en sammanslagen klient',
      en: 'Remove an unneeded document of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 17',
  },
} as const satisfies Record<string, Action>;
