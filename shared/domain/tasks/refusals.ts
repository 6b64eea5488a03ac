import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a task can be refused for. */
export const TASK_REFUSALS = {
  isOver: {
    code: 'task.isOver',
    kind: 'conflict',
    title: {
      fi: 'Tehtävä on jo tehty tai peruttu.',
      sv: 'Uppgiften är redan utförd eller återkallad.',
      en: 'The task is done or cancelled already.',
    },
  },
  isTaken: {
    code: 'task.isTaken',
    kind: 'conflict',
    title: {
      fi: 'Tehtävä on jo jollakulla.',
      sv: 'Någon har redan uppgiften.',
      en: 'Somebody has the task already.',
    },
  },
  workerHasNoTie: {
    code: 'task.workerHasNoTie',
    kind: 'conflict',
    title: {
      fi: 'Työntekijällä ei ole oikeutta tai asiallista yhteyttä tähän asiakkaaseen.',
      sv: 'Arbetstagaren har ingen rätt eller saklig koppling till klienten.',
      en: 'The worker has no right or tie to this client.',
    },
  },
  unitHasNoTie: {
    code: 'task.unitHasNoTie',
    kind: 'conflict',
    title: {
      fi: 'Yksiköllä ei ole tämän asiakkaan asiakkuutta tai asiaa.',
      sv: 'Enheten har ingen klientrelation till eller något ärende för klienten.',
      en: 'The unit has no relationship or case of this client.',
    },
  },
  dueInPast: {
    code: 'task.dueInPast',
    kind: 'invalid',
    title: {
      fi: 'Tehtävän määräpäivä on mennyt.',
      sv: 'Uppgiftens förfallodag har passerat.',
      en: 'The day by which the task is due has passed.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
