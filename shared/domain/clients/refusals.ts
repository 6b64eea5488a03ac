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
  relationshipNotValid: {
    code: 'client.relationshipNotValid',
    kind: 'invalid',
    title: {
      fi: 'Asiakkuuden tiedoissa on virheitä.',
      sv: 'Uppgifterna om klientrelationen är felaktiga.',
      en: 'The data of the relationship are not valid.',
    },
  },
  noSafetyBan: {
    code: 'client.noSafetyBan',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaalla ei ole turvakieltoa.',
      sv: 'Klienten har ingen spärrmarkering.',
      en: 'The client has no safety ban.',
    },
  },
  sameClient: {
    code: 'client.sameClient',
    kind: 'conflict',
    title: {
      fi: 'Kyse on samasta asiakkaasta.',
      sv: 'Det är fråga om samma klient.',
      en: 'Both are the same client.',
    },
  },
  noSuchPeriod: {
    code: 'client.noSuchPeriod',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaalla ei ole tuona päivänä alkanutta asiakkuutta.',
      sv: 'Klienten har ingen klientrelation som inleddes den dagen.',
      en: 'The client has no relationship that began on that day.',
    },
  },
  relationshipOnlyHere: {
    code: 'client.relationshipOnlyHere',
    kind: 'conflict',
    title: {
      fi: 'Asiakkuus on voimassa vain yhdistettävällä. Aloita se ensin jäävällä asiakkaalla tai päätä se.',
      sv: 'Klientrelationen är i kraft bara hos den som ska slås ihop. Inled den först hos den kvarvarande eller avsluta den.',
      en: 'Only the client to be merged has an active relationship. Start it on the remaining one first, or end it.',
    },
  },
  protectionOnlyHere: {
    code: 'client.protectionOnlyHere',
    kind: 'conflict',
    title: {
      fi: 'Yhdistettävällä on turvakielto, rajaus tai kielto luovuttaa tietoja, jota jäävällä ei ole. Aseta se ensin jäävälle.',
      sv: 'Den som ska slås ihop har en spärrmarkering, en begränsning eller ett förbud mot utlämnande som den kvarvarande saknar. Ställ in den där först.',
      en: 'The client to be merged has a safety ban, a restriction or a ban on disclosure that the remaining one lacks. Set it there first.',
    },
  },
  refundGoesOn: {
    code: 'client.refundGoesOn',
    kind: 'conflict',
    title: {
      fi: 'Yhdistettävällä on voimassa valtion korvauksen peruste. Merkitse se jäävälle ja päätä se ensin yhdistettävältä.',
      sv: 'Den som ska slås ihop har en gällande grund för statlig ersättning. Anteckna den hos den kvarvarande och avsluta den först här.',
      en: 'A refund of the state goes on for the client to be merged. Mark it on the remaining one, and end it here first.',
    },
  },
  restrictionOnlyThere: {
    code: 'client.restrictionOnlyThere',
    kind: 'conflict',
    title: {
      fi: 'Jäävän asiakkaan tiedot on rajattu, yhdistettävän ei. Rajaa ensin yhdistettävä.',
      sv: 'Den kvarvarande klientens uppgifter är begränsade, inte den som ska slås ihop. Begränsa den först.',
      en: 'The remaining client is restricted and the one to be merged is not. Restrict that one first.',
    },
  },
  restrictionNotValid: {
    code: 'client.restrictionNotValid',
    kind: 'invalid',
    title: {
      fi: 'Rajauksen tiedoissa on virheitä.',
      sv: 'Uppgifterna om begränsningen är felaktiga.',
      en: 'The data of the restriction are not valid.',
    },
  },
  notRestricted: {
    code: 'client.notRestricted',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaan tietoja ei ole rajattu.',
      sv: 'Klientens uppgifter är inte begränsade.',
      en: 'The file is not restricted.',
    },
  },
  mergedTooOften: {
    code: 'client.mergedTooOften',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaaseen on jo yhdistetty kaksikymmentä asiakasta.',
      sv: 'Tjugo klienter har redan slagits ihop med den här klienten.',
      en: 'Twenty clients have been merged into this one already.',
    },
  },
  notMerged: {
    code: 'client.notMerged',
    kind: 'conflict',
    title: {
      fi: 'Asiakasta ei ole yhdistetty tähän asiakkaaseen.',
      sv: 'Klienten har inte slagits ihop med den här klienten.',
      en: 'That client has not been merged into this one.',
    },
  },
  relationNotValid: {
    code: 'client.relationNotValid',
    kind: 'invalid',
    title: {
      fi: 'Läheisen tiedoissa on virheitä.',
      sv: 'Uppgifterna om den närstående är felaktiga.',
      en: 'The data of the relation are not valid.',
    },
  },
  relationEnded: {
    code: 'client.relationEnded',
    kind: 'conflict',
    title: {
      fi: 'Läheissuhde on jo päättynyt.',
      sv: 'Närståenderelationen har redan avslutats.',
      en: 'The relation has ended already.',
    },
  },
  alreadyLinked: {
    code: 'client.alreadyLinked',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaat on jo liitetty toisiinsa.',
      sv: 'Klienterna är redan kopplade till varandra.',
      en: 'The clients are linked already.',
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
  goesOn: {
    code: 'client.goesOn',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaalla on voimassa olevaa tai keskeneräistä. Päätä se ensin.',
      sv: 'Något som gäller klienten är i kraft eller oavslutat. Avsluta det först.',
      en: 'Something of the client is in force or under way. End it first.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
