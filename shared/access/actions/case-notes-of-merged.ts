import type { Action } from '../action.ts';
import { NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: what is put right in the entries of a file that was merged into another (docs/decisions/0145). */
export const MERGED_NOTE_ACTIONS = {
  readVersions: {
    name: 'caseNotes.readMergedVersions',
    title: {
      fi: 'Lue yhdistetyn asiakkaan korjatun merkinnän aiemmat versiot',
      sv: 'Läs tidigare versioner av en rättad anteckning om en sammanslagen klient',
      en: 'Read the superseded versions of an entry of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  correct: {
    name: 'caseNotes.correctMerged',
    title: {
      fi: 'Korjaa yhdistetyn asiakkaan merkintä',
      sv: 'Rätta en anteckning om en sammanslagen klient',
      en: 'Correct an entry of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  remove: {
    name: 'caseNotes.removeMerged',
    title: {
      fi: 'Poista yhdistetyn asiakkaan tarpeeton merkintä',
      sv: 'Ta bort en onödig anteckning om en sammanslagen klient',
      en: 'Remove an unneeded entry of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 17',
  },
} as const satisfies Record<string, Action>;
