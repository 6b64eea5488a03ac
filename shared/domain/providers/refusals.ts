import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a party can be refused for. */
export const PROVIDER_REFUSALS = {
  notValid: {
    code: 'provider.notValid',
    kind: 'invalid',
    title: {
      fi: 'Tuottajan tiedoissa on virheitä.',
      sv: 'Uppgifterna om producenten är felaktiga.',
      en: 'The data of the provider are not valid.',
    },
  },
  ended: {
    code: 'provider.ended',
    kind: 'conflict',
    title: {
      fi: 'Tuottajan käyttö on jo päättynyt.',
      sv: 'Producenten har redan avslutats.',
      en: 'The provider has been ended already.',
    },
  },
  contractNotValid: {
    code: 'provider.contractNotValid',
    kind: 'invalid',
    title: {
      fi: 'Sopimuksen tiedoissa on virheitä.',
      sv: 'Avtalets uppgifter är felaktiga.',
      en: 'The data of the contract are not valid.',
    },
  },
  narrow: {
    code: 'provider.narrowSearch',
    kind: 'invalid',
    title: { fi: 'Tarkenna hakua.', sv: 'Precisera sökningen.', en: 'Narrow the search.' },
  },
} as const satisfies Record<string, RefusalDefinition>;
