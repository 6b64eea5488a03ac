import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a breach can be refused for. */
export const BREACH_REFUSALS = {
  notValid: {
    code: 'breach.notValid',
    kind: 'invalid',
    title: {
      fi: 'Loukkauksen tiedoissa on puutteita.',
      sv: 'Uppgifterna om incidenten är bristfälliga.',
      en: 'The data of the breach are not valid.',
    },
  },
  notNow: {
    code: 'breach.notNow',
    kind: 'conflict',
    title: {
      fi: 'Loukkaus ei ole tilassa, jossa tämän voi tehdä.',
      sv: 'Incidenten är inte i ett skede där detta kan göras.',
      en: 'The breach is not in a state in which this can be done.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
