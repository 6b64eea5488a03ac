import type { RefusalDefinition } from '../../../kernel/refusal.ts';

/** What a collection by person can be refused for, beside what figures can. */
export const PERSON_COLLECTION_REFUSALS = {
  noRecipient: {
    code: 'statistics.noRecipient',
    kind: 'forbidden',
    title: {
      fi: 'Asetukset eivät nimeä tälle henkilötasoiselle tiedonkeruulle saajaa, säännöstä ja saajan julkista avainta.',
      sv: 'Inställningarna nämner ingen mottagare, bestämmelse och offentlig nyckel för denna insamling på personnivå.',
      en: 'The settings name no recipient, provision and public key for this collection by person.',
    },
  },
  provisionRepealed: {
    code: 'statistics.provisionRepealed',
    kind: 'forbidden',
    title: {
      fi: 'Säännös, jonka nojalla tiedot annettaisiin, on kumottu.',
      sv: 'Den bestämmelse enligt vilken uppgifterna skulle lämnas ut har upphävts.',
      en: 'The provision by which the data would be given has been repealed.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
