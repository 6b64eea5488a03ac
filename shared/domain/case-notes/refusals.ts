import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on an entry can be refused for. */
export const NOTE_REFUSALS = {
  noRelationship: {
    code: 'note.noRelationship',
    kind: 'conflict',
    title: {
      fi: 'Merkintää ei voi tehdä ilman asiakkuutta tai vireillä olevaa asiaa.',
      sv: 'En anteckning kan inte göras utan klientrelation eller ett anhängigt ärende.',
      en: 'No entry without a client relationship or a matter at hand.',
    },
  },
  noCase: {
    code: 'note.noCase',
    kind: 'conflict',
    title: {
      fi: 'Asia ei ole tämän asiakkaan avoin asia.',
      sv: 'Ärendet är inte ett öppet ärende för denna klient.',
      en: 'The case is not an active case of this client.',
    },
  },
  notValid: {
    code: 'note.notValid',
    kind: 'invalid',
    title: {
      fi: 'Merkinnässä on puutteita.',
      sv: 'Anteckningen är bristfällig.',
      en: 'The entry is not valid.',
    },
  },
  classNotYours: {
    code: 'note.classNotYours',
    kind: 'forbidden',
    title: {
      fi: 'Tehtävääsi ei kuulu tällainen merkintä. Tarkista palvelutehtävä, palvelu ja merkinnän laji.',
      sv: 'En sådan anteckning hör inte till din uppgift. Kontrollera serviceuppgift, tjänst och slag.',
      en: 'Such an entry is not of your task. Check its service task, service and kind.',
    },
  },
  notTheAuthor: {
    code: 'note.notTheAuthor',
    kind: 'forbidden',
    title: {
      fi: 'Merkinnän tai asiakirjan korjaa sen tekijä tai henkilö, jolla on siihen erityinen oikeus.',
      sv: 'En anteckning eller handling rättas av den som gjort den eller av en person med särskild rätt.',
      en: 'An entry or a document is corrected by its author, or by a person with the special right.',
    },
  },
  presenceNeeded: {
    code: 'note.presenceNeeded',
    kind: 'invalid',
    title: {
      fi: 'Nimeä läsnä ollut rekisteriasioista vastaava henkilö.',
      sv: 'Uppge den registeransvariga person som var närvarande.',
      en: 'Name the person responsible for register matters who was present.',
    },
  },
  isMark: {
    code: 'note.isMark',
    kind: 'conflict',
    title: {
      fi: 'Merkintä on poistettu tai siirretty.',
      sv: 'Anteckningen har tagits bort eller flyttats.',
      en: 'The entry has been removed or moved.',
    },
  },
  tooManyVersions: {
    code: 'note.tooManyVersions',
    kind: 'conflict',
    title: {
      fi: 'Merkinnällä on jo liian monta versiota.',
      sv: 'Anteckningen har redan för många versioner.',
      en: 'The entry has too many versions already.',
    },
  },
  sameClient: {
    code: 'note.sameClient',
    kind: 'invalid',
    title: {
      fi: 'Merkintä on jo tällä asiakkaalla.',
      sv: 'Anteckningen finns redan hos denna klient.',
      en: 'The entry is in this client’s file already.',
    },
  },
  successorCannot: {
    code: 'draft.successorCannot',
    kind: 'invalid',
    title: {
      fi: 'Seuraajalla ei ole voimassa olevaa oikeutta tehdä merkintöjä.',
      sv: 'Efterträdaren har ingen gällande rätt att göra anteckningar.',
      en: 'The successor has no right in force to make entries.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
