import type { Action } from '../action.ts';
import { CLIENT_WORK, INTAKE } from '../role-groups.ts';

/** Toimet: the report on custody and access that a court asks for (olosuhdeselvitys). */
export const CUSTODY_REPORT_ACTIONS = {
  request: {
    name: 'custodyReports.request',
    title: {
      fi: 'Kirjaa tuomioistuimen selvityspyyntö',
      sv: 'Anteckna domstolens begäran om utredning',
      en: 'Record a court’s request for a report',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '361/1983 § 16',
  },
  hear: {
    name: 'custodyReports.hear',
    title: {
      fi: 'Kirjaa keskustelu selvitystä varten',
      sv: 'Anteckna ett samtal för utredningen',
      en: 'Record a talk for a report',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '361/1983 § 16',
  },
  finish: {
    name: 'custodyReports.finish',
    title: {
      fi: 'Vahvista selvitys tuomioistuimelle',
      sv: 'Fastställ utredningen till domstolen',
      en: 'Make a report to a court final',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '361/1983 § 16',
  },
  deliver: {
    name: 'custodyReports.deliver',
    title: {
      fi: 'Merkitse selvitys toimitetuksi tuomioistuimelle',
      sv: 'Anteckna att utredningen har sänts till domstolen',
      en: 'Mark a report as delivered to the court',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '361/1983 § 16',
  },
  setTime: {
    name: 'custodyReports.setTime',
    title: {
      fi: 'Kirjaa tuomioistuimen antama uusi päivä',
      sv: 'Anteckna en ny dag som domstolen gett',
      en: 'Record another day that the court gave',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '361/1983 § 16',
  },
  end: {
    name: 'custodyReports.end',
    title: {
      fi: 'Päätä selvitys, jota ei enää tarvita',
      sv: 'Avsluta en utredning som inte längre behövs',
      en: 'End a report that is needed no more',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '361/1983 § 16',
  },
  correct: {
    name: 'custodyReports.correct',
    title: {
      fi: 'Korjaa selvityksen päivät',
      sv: 'Rätta utredningens dagar',
      en: 'Correct the days of a report',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  readCorrections: {
    name: 'custodyReports.readCorrections',
    title: {
      fi: 'Lue selvityksen päivien korjaukset',
      sv: 'Läs rättelserna av utredningens dagar',
      en: 'Read how the days of a report were corrected',
    },
    roles: INTAKE,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  list: {
    name: 'custodyReports.list',
    title: {
      fi: 'Lapsesta pyydetyt selvitykset tuomioistuimelle',
      sv: 'Utredningar till domstol om barnet',
      en: 'The reports to courts on a child',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  read: {
    name: 'custodyReports.read',
    title: {
      fi: 'Lue tuomioistuimen selvityspyyntö',
      sv: 'Läs domstolens begäran om utredning',
      en: 'Read a court’s request for a report',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
} as const satisfies Record<string, Action>;
