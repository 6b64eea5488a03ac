import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on paper can be refused for. */
export const PAPER_REFUSALS = {
  noPaper: {
    code: 'paper.notKept',
    kind: 'conflict',
    title: {
      fi: 'Rekisterinpitäjän asetusten mukaan rekisterissä ei ole manuaalista aineistoa.',
      sv: 'Enligt den personuppgiftsansvarigas inställningar finns inget manuellt material i registret.',
      en: 'By the settings of the controller there is no manual material in the register.',
    },
  },
  noSuchPlace: {
    code: 'paper.noSuchPlace',
    kind: 'invalid',
    title: {
      fi: 'Paikka ei ole rekisterinpitäjän paperiaineiston säilytyspaikka.',
      sv: 'Platsen är inte en förvaringsplats för den personuppgiftsansvarigas pappersmaterial.',
      en: 'The place is not one where the controller keeps paper.',
    },
  },
  noFolder: {
    code: 'paper.noFolder',
    kind: 'invalid',
    title: {
      fi: 'Yksikössä ei ole tällaista kansiota.',
      sv: 'Enheten har ingen sådan mapp.',
      en: 'The unit has no such folder.',
    },
  },
  othersFolder: {
    code: 'paper.othersFolder',
    kind: 'conflict',
    title: {
      fi: 'Kansio on toisen asiakkaan.',
      sv: 'Mappen är en annan klients.',
      en: 'The folder is another client’s.',
    },
  },
  noOwner: {
    code: 'paper.noOwner',
    kind: 'invalid',
    title: {
      fi: 'Asiakirjaa, josta paperi on, ei ole.',
      sv: 'Handlingen som papperet gäller finns inte.',
      en: 'There is no document that the paper could be of.',
    },
  },
  noCase: {
    code: 'paper.noCase',
    kind: 'conflict',
    title: {
      fi: 'Asia ei ole tämän asiakkaan avoin asia.',
      sv: 'Ärendet är inte ett öppet ärende för denna klient.',
      en: 'The case is not an active case of this client.',
    },
  },
  notValid: {
    code: 'paper.notValid',
    kind: 'invalid',
    title: {
      fi: 'Paperin tiedoissa on puutteita.',
      sv: 'Uppgifterna om papperet är bristfälliga.',
      en: 'What is said of the paper is not valid.',
    },
  },
  classNotYours: {
    code: 'paper.classNotYours',
    kind: 'forbidden',
    title: {
      fi: 'Tehtävääsi ei kuulu tällainen asiakirja. Tarkista palvelutehtävä, palvelu ja laji.',
      sv: 'En sådan handling hör inte till din uppgift. Kontrollera serviceuppgift, tjänst och slag.',
      en: 'Such a document is not of your task. Check its service task, service and kind.',
    },
  },
  wrongState: {
    code: 'paper.wrongState',
    kind: 'conflict',
    title: {
      fi: 'Paperin tila ei salli tätä: se on lainassa, kansiossa tai poistettu.',
      sv: 'Papperets tillstånd tillåter inte detta: det är utlånat, i mappen eller borttaget.',
      en: 'The state of the paper does not allow this: it is lent, in its folder, or gone.',
    },
  },
  notATaker: {
    code: 'paper.notATaker',
    kind: 'conflict',
    title: {
      fi: 'Kansiosta saavat lainata vain siihen nimetyt.',
      sv: 'Endast de som har utsetts får låna ur mappen.',
      en: 'Only those named for the folder may borrow from it.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
