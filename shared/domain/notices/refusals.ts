import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a privacy notice can be refused for. */
export const NOTICE_REFUSALS = {
  notInState: {
    code: 'notice.notInState',
    kind: 'conflict',
    title: {
      fi: 'Seloste ei ole siinä vaiheessa, jota tämä edellyttää.',
      sv: 'Beskrivningen är inte i det skede som detta förutsätter.',
      en: 'The notice is not in the state that this needs.',
    },
  },
  wrongStep: {
    code: 'notice.wrongStep',
    kind: 'conflict',
    title: {
      fi: 'Tämä vaihe ei ole seuraavana vuorossa.',
      sv: 'Detta steg står inte på tur.',
      en: 'This step is not the next one.',
    },
  },
  ownText: {
    code: 'notice.ownText',
    kind: 'forbidden',
    title: {
      fi: 'Selosteen hyväksyy toinen kuin sen laatija.',
      sv: 'Beskrivningen godkänns av någon annan än den som upprättat den.',
      en: 'A notice is approved by another than who wrote it.',
    },
  },
  approvedAlready: {
    code: 'notice.approvedAlready',
    kind: 'forbidden',
    title: {
      fi: 'Kunkin hyväksynnän antaa eri henkilö.',
      sv: 'Varje godkännande ges av en egen person.',
      en: 'Each approval is given by a person of its own.',
    },
  },
  noForm: {
    code: 'notice.noForm',
    kind: 'notFound',
    title: {
      fi: 'Rekisterinpitäjä ei käsittele poistamispyyntöjä tällä lomakkeella.',
      sv: 'Den personuppgiftsansvariga behandlar inte begäran om radering på denna blankett.',
      en: 'The controller does not handle erasure by this form.',
    },
  },
  notPublisher: {
    code: 'notice.notPublisher',
    kind: 'forbidden',
    title: {
      fi: 'Rekisterinpitäjän asetusten mukaan julkaisija on toinen.',
      sv: 'Enligt den personuppgiftsansvarigas inställningar är utgivaren en annan.',
      en: 'By the controller’s settings another role publishes.',
    },
  },
  outdated: {
    code: 'notice.outdated',
    kind: 'conflict',
    title: {
      fi: 'Asetukset tai järjestelmä ovat muuttuneet luonnoksen jälkeen: tee uusi luonnos.',
      sv: 'Inställningarna eller systemet har ändrats efter utkastet: gör ett nytt utkast.',
      en: 'The settings or the system have changed since the draft: make a new one.',
    },
  },
  tooLong: {
    code: 'notice.tooLong',
    kind: 'conflict',
    title: {
      fi: 'Seloste on liian pitkä tulostettavaksi.',
      sv: 'Beskrivningen är för lång för att skrivas ut.',
      en: 'The notice is too long to be printed.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
