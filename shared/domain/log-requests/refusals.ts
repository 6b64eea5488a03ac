import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a request for log data can be refused for. */
export const LOG_REQUEST_REFUSALS = {
  notValid: {
    code: 'logRequest.notValid',
    kind: 'invalid',
    title: {
      fi: 'Lokitietopyynnön tiedoissa on virheitä.',
      sv: 'Uppgifterna om begäran om logguppgifter är felaktiga.',
      en: 'The data of the request for log data are not valid.',
    },
  },
  notOpen: {
    code: 'logRequest.notOpen',
    kind: 'conflict',
    title: {
      fi: 'Pyyntöön on jo vastattu tai se on peruttu.',
      sv: 'Begäran har redan besvarats eller återtagits.',
      en: 'The request has been answered or withdrawn already.',
    },
  },
  nothingGiven: {
    code: 'logRequest.nothingGiven',
    kind: 'conflict',
    title: {
      fi: 'Tähän pyyntöön ei ole annettu lokitietoja.',
      sv: 'Inga logguppgifter har lämnats ut med anledning av denna begäran.',
      en: 'No log data have been given in answer to this request.',
    },
  },
  lineUnknown: {
    code: 'logRequest.lineUnknown',
    kind: 'conflict',
    title: {
      fi: 'Mainittua lokimerkintää ei ole asiakkaan lokissa.',
      sv: 'Den nämnda loggposten finns inte i klientens logg.',
      en: "The line named is not in the client's log.",
    },
  },
  ownUse: {
    code: 'misuse.ownUse',
    kind: 'forbidden',
    title: {
      fi: 'Omaa tietojen käyttöä koskevan epäilyn käsittelee toinen.',
      sv: 'En misstanke om egen användning handläggs av någon annan.',
      en: 'A suspicion of one’s own use is handled by somebody else.',
    },
  },
  tooLong: {
    code: 'logRequest.tooLong',
    kind: 'conflict',
    title: {
      fi: 'Merkintöjä on liikaa yhteen tulosteeseen: anna ne tiedostona tai lyhyemmiltä ajanjaksoilta.',
      sv: 'Posterna är för många för en utskrift: ge dem som fil eller för kortare perioder.',
      en: 'There are too many lines for one print: give them as a file, or by shorter periods.',
    },
  },
  lifted: {
    code: 'logRequest.lifted',
    kind: 'conflict',
    title: {
      fi: 'Epääminen on jo purettu.',
      sv: 'Vägran har redan hävts.',
      en: 'The withholding has been lifted already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
