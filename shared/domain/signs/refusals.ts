import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a sign can be refused for. */
export const SIGN_REFUSALS = {
  tooMany: {
    code: 'sign.tooManyOutcomes',
    kind: 'conflict',
    title: {
      fi: 'Merkistä on kirjattu jo niin monta lopputulosta kuin siitä voi olla.',
      sv: 'Så många resultat som kan antecknas om tecknet har redan antecknats.',
      en: 'As many outcomes as a sign can have are on record already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
