import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a transfer between units can be refused for. */
export const TRANSFER_REFUSALS = {
  sameUnit: {
    code: 'transfer.sameUnit',
    kind: 'conflict',
    title: {
      fi: 'Asia on jo tässä yksikössä.',
      sv: 'Ärendet finns redan i denna enhet.',
      en: 'The case is in this unit already.',
    },
  },
  unitUnknown: {
    code: 'transfer.unitUnknown',
    kind: 'conflict',
    title: {
      fi: 'Yksikköä ei ole, tai se on lakannut.',
      sv: 'Enheten finns inte eller har upphört.',
      en: 'There is no such unit, or it has ended.',
    },
  },
  isProposed: {
    code: 'transfer.isProposed',
    kind: 'conflict',
    title: {
      fi: 'Asian siirtoa on jo ehdotettu.',
      sv: 'Överföring av ärendet har redan föreslagits.',
      en: 'A transfer of the case was proposed already.',
    },
  },
  isOver: {
    code: 'transfer.isOver',
    kind: 'conflict',
    title: {
      fi: 'Siirtoehdotus on jo käsitelty, tai sen aika on päättynyt.',
      sv: 'Förslaget om överföring har redan behandlats, eller dess tid har gått ut.',
      en: 'The proposal was answered already, or its time is over.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
