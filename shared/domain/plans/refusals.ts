import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a plan can be refused for. */
export const PLAN_REFUSALS = {
  noCase: {
    code: 'plan.noCase',
    kind: 'conflict',
    title: {
      fi: 'Suunnitelma laaditaan vireillä olevassa asiassa. Liitä luonnos asiaan.',
      sv: 'En plan görs upp i ett anhängigt ärende. Knyt utkastet till ärendet.',
      en: 'A plan is made in an active case. Tie the draft to the case.',
    },
  },
  notValid: {
    code: 'plan.notValid',
    kind: 'invalid',
    title: {
      fi: 'Suunnitelman tiedoissa on puutteita.',
      sv: 'Uppgifterna om planen är bristfälliga.',
      en: 'The data of the plan are not valid.',
    },
  },
  notInForce: {
    code: 'plan.notInForce',
    kind: 'conflict',
    title: {
      fi: 'Suunnitelma ei ole enää voimassa.',
      sv: 'Planen är inte längre i kraft.',
      en: 'The plan is in force no more.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
