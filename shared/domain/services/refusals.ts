import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a client's service can be refused for. */
export const SERVICE_REFUSALS = {
  notEnabled: {
    code: 'service.notEnabled',
    kind: 'conflict',
    title: {
      fi: 'Palvelu ei ole tämän rekisterinpitäjän käytössä.',
      sv: 'Tjänsten används inte av den personuppgiftsansvarige.',
      en: 'This controller does not have the service switched on.',
    },
  },
  noCase: {
    code: 'service.noCase',
    kind: 'conflict',
    title: {
      fi: 'Asia ei ole tämän asiakkaan avoin asia, tai palvelutehtävä ei ole asian palvelutehtävä.',
      sv: 'Ärendet är inte ett öppet ärende för klienten, eller serviceuppgiften hör inte till ärendet.',
      en: 'The case is not an active case of this client, or the service task is not one of the case.',
    },
  },
  noContract: {
    code: 'service.noContract',
    kind: 'conflict',
    title: {
      fi: 'Tuottajan kanssa ei ole tämän palvelun kattavaa voimassa olevaa sopimusta henkilötietoliitteineen.',
      sv: 'Det finns inget gällande avtal med producenten som omfattar tjänsten och har en bilaga om personuppgifter.',
      en: 'There is no contract in force with the producer that covers this service and has its annex on personal data.',
    },
  },
  notValid: {
    code: 'service.notValid',
    kind: 'invalid',
    title: {
      fi: 'Palvelun tiedoissa on puutteita.',
      sv: 'Uppgifterna om tjänsten är bristfälliga.',
      en: 'The data of the service are not valid.',
    },
  },
  wrongState: {
    code: 'service.wrongState',
    kind: 'conflict',
    title: {
      fi: 'Palvelun tila ei salli tätä.',
      sv: 'Tjänstens läge tillåter inte detta.',
      en: 'The state of the service does not allow this.',
    },
  },
  tooManyEvaluations: {
    code: 'service.tooManyEvaluations',
    kind: 'conflict',
    title: {
      fi: 'Palvelusta on jo kirjattu suurin määrä arvioita. Kirjaa arvio asiakirjaan.',
      sv: 'Det högsta antalet utvärderingar har antecknats. Skriv utvärderingen i en handling.',
      en: 'The service has as many evaluations as it can have. Write this one into a document.',
    },
  },
  correctedTooOften: {
    code: 'service.correctedTooOften',
    kind: 'conflict',
    title: {
      fi: 'Palvelun päiviä on korjattu jo liian monta kertaa.',
      sv: 'Dagarna för tjänsten har redan rättats för många gånger.',
      en: 'The days of the service have been corrected too often already.',
    },
  },
  taskNotYours: {
    code: 'service.taskNotYours',
    kind: 'forbidden',
    title: {
      fi: 'Palvelu ei kuulu tehtävääsi.',
      sv: 'Tjänsten hör inte till din uppgift.',
      en: 'The service is not of your task.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
