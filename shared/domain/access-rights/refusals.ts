import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on an opening without a tie can be refused for. */
export const OPENING_REFUSALS = {
  notNeeded: {
    code: 'opening.notNeeded',
    kind: 'conflict',
    title: {
      fi: 'Sinulla on jo yhteys tähän asiakkaaseen: avaa tiedot tavalliseen tapaan.',
      sv: 'Du har redan en koppling till klienten: öppna uppgifterna som vanligt.',
      en: 'You have a tie to this client already: open the file as usual.',
    },
  },
  tooMany: {
    code: 'opening.tooMany',
    kind: 'conflict',
    title: {
      fi: 'Sinulla on jo viisikymmentä voimassa olevaa avausta ilman asiakassuhdetta.',
      sv: 'Du har redan femtio gällande öppningar utan klientrelation.',
      en: 'You have fifty openings without a tie in force already.',
    },
  },
  notValid: {
    code: 'opening.notValid',
    kind: 'invalid',
    title: {
      fi: 'Avauksen tiedoissa on virheitä.',
      sv: 'Uppgifterna om öppningen är felaktiga.',
      en: 'The data of the opening are not valid.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
