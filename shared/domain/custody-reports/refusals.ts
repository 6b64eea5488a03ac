import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a report to a court can be refused for. */
export const CUSTODY_REPORT_REFUSALS = {
  notValid: {
    code: 'custodyReport.notValid',
    kind: 'invalid',
    title: {
      fi: 'Selvityksen tiedoissa on puutteita.',
      sv: 'Uppgifterna om utredningen är bristfälliga.',
      en: 'The data of the report are not valid.',
    },
  },
  wrongState: {
    code: 'custodyReport.wrongState',
    kind: 'conflict',
    title: {
      fi: 'Selvitys ei ole siinä vaiheessa, että tämän voi tehdä.',
      sv: 'Utredningen är inte i ett skede där detta kan göras.',
      en: 'The report is not in a state in which this can be done.',
    },
  },
  otherCase: {
    code: 'custodyReport.otherCase',
    kind: 'conflict',
    title: {
      fi: 'Luonnos ei kuulu selvityksen asiaan.',
      sv: 'Utkastet hör inte till utredningens ärende.',
      en: 'The draft does not belong to the case of the report.',
    },
  },
  correctedTooOften: {
    code: 'custodyReport.correctedTooOften',
    kind: 'conflict',
    title: {
      fi: 'Selvityksen päiviä on korjattu jo liian monta kertaa.',
      sv: 'Utredningens dagar har redan rättats för många gånger.',
      en: 'The days of the report have been corrected too often already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
