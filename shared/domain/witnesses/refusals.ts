import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What explaining a difference between a witness and the log can be refused for. */
export const WITNESS_REFUSALS = {
  notOpen: {
    code: 'witnessFinding.notOpen',
    kind: 'conflict',
    title: {
      fi: 'Havainto on jo selitetty tai ratkennut.',
      sv: 'Iakttagelsen har redan förklarats eller löst sig.',
      en: 'The finding is explained already, or has been settled.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
