import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a deadline can be refused for. */
export const DEADLINE_REFUSALS = {
  isOver: {
    code: 'deadline.isOver',
    kind: 'conflict',
    title: {
      fi: 'Määräaika ei ole enää voimassa.',
      sv: 'Tidsfristen löper inte längre.',
      en: 'The deadline does not run any more.',
    },
  },
  mayNotPause: {
    code: 'deadline.mayNotPause',
    kind: 'conflict',
    title: {
      fi: 'Laki ei salli tämän määräajan keskeyttämistä nyt.',
      sv: 'Lagen tillåter inte att tidsfristen avbryts nu.',
      en: 'The law does not let this time stand still now.',
    },
  },
  isNotPaused: {
    code: 'deadline.isNotPaused',
    kind: 'conflict',
    title: {
      fi: 'Määräaika ei ole keskeytynyt.',
      sv: 'Tidsfristen är inte avbruten.',
      en: 'The deadline does not stand still.',
    },
  },
  mayNotExtend: {
    code: 'deadline.mayNotExtend',
    kind: 'conflict',
    title: {
      fi: 'Tätä määräaikaa ei voi pidentää, tai sitä on jo pidennetty.',
      sv: 'Tidsfristen kan inte förlängas, eller har redan förlängts.',
      en: 'This time cannot be extended, or was extended already.',
    },
  },
  isNotLate: {
    code: 'deadline.isNotLate',
    kind: 'conflict',
    title: {
      fi: 'Määräaikaa ei ole ylitetty.',
      sv: 'Tidsfristen har inte överskridits.',
      en: 'The deadline has not been exceeded.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
