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
  beginsByAct: {
    code: 'deadline.beginsByAct',
    kind: 'conflict',
    title: {
      fi: 'Tätä määräaikaa ei kirjata erikseen: siihen kuuluva toimi aloittaa ja päättää sen.',
      sv: 'Tidsfristen antecknas inte särskilt: den åtgärd som hör till den inleder och avslutar den.',
      en: 'This time is not recorded by itself: the act that it belongs to begins and ends it.',
    },
  },
  noCase: {
    code: 'deadline.noCase',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaalla ei ole tätä avointa asiaa, tai se ei kuulu tehtäviisi.',
      sv: 'Klienten har inte detta öppna ärende, eller så hör det inte till dina uppgifter.',
      en: 'The client has no such open case, or it is not among your tasks.',
    },
  },
  noMoment: {
    code: 'deadline.noMoment',
    kind: 'invalid',
    title: {
      fi: 'Määräaika lasketaan tunteina: tapahtumalla on oltava kellonaika.',
      sv: 'Tidsfristen räknas i timmar: händelsen måste ha ett klockslag.',
      en: 'The time is counted in hours: the event must have its time of day.',
    },
  },
  stillToCome: {
    code: 'deadline.stillToCome',
    kind: 'invalid',
    title: {
      fi: 'Tapahtuma on vasta tulossa.',
      sv: 'Händelsen har ännu inte inträffat.',
      en: 'The event is still to come.',
    },
  },
  beforeItBegan: {
    code: 'deadline.beforeItBegan',
    kind: 'invalid',
    title: {
      fi: 'Tapahtuma on ajalta ennen määräajan tai keskeytyksen alkua.',
      sv: 'Händelsen är från tiden innan tidsfristen eller avbrottet började.',
      en: 'The event is from before the time, or its pause, began.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
