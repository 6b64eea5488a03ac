import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a client can be refused for. */
export const CLIENT_REFUSALS = {
  duplicate: {
    code: 'client.duplicate',
    kind: 'conflict',
    title: {
      fi: 'Henkilötunnus on jo toisella asiakkaalla.',
      sv: 'Personbeteckningen finns redan hos en annan klient.',
      en: 'The identity code is already another client’s.',
    },
  },
  possibleDuplicate: {
    code: 'client.possibleDuplicate',
    kind: 'conflict',
    title: {
      fi: 'Samanniminen ja samana vuonna syntynyt asiakas on jo olemassa. Tarkista ja vahvista.',
      sv: 'Det finns redan en klient med samma namn och födelseår. Kontrollera och bekräfta.',
      en: 'There is already a client of the same name and year of birth. Check and confirm.',
    },
  },
  baseDataNotValid: {
    code: 'client.baseDataNotValid',
    kind: 'invalid',
    title: {
      fi: 'Perustiedoissa on puutteita.',
      sv: 'Basuppgifterna är bristfälliga.',
      en: 'The base data are not valid.',
    },
  },
  narrow: {
    code: 'client.narrowSearch',
    kind: 'invalid',
    title: { fi: 'Tarkenna hakua.', sv: 'Precisera sökningen.', en: 'Narrow the search.' },
  },
  merged: {
    code: 'client.merged',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaan asiat jatkuvat toisella asiakkaalla.',
      sv: 'Klientens ärenden fortsätter under en annan klient.',
      en: 'The matters of this client go on under another.',
    },
  },
  relationshipActive: {
    code: 'client.relationshipActive',
    kind: 'conflict',
    title: {
      fi: 'Asiakkuus on jo voimassa.',
      sv: 'Klientrelationen är redan i kraft.',
      en: 'The relationship is active already.',
    },
  },
  noRelationship: {
    code: 'client.noRelationship',
    kind: 'conflict',
    title: {
      fi: 'Asiakkuutta ei ole voimassa.',
      sv: 'Ingen klientrelation är i kraft.',
      en: 'No relationship is active.',
    },
  },
  openCases: {
    code: 'client.openCases',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaalla on avoimia asioita.',
      sv: 'Klienten har öppna ärenden.',
      en: 'The client has open cases.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
