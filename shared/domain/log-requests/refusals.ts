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
  identityPending: {
    code: 'logRequest.identityPending',
    kind: 'conflict',
    title: {
      fi: 'Pyytäjän henkilöllisyyttä ei ole tarkistettu: lokitietoja ei anneta ennen sitä.',
      sv: 'Den begärandes identitet har inte kontrollerats: logguppgifter lämnas inte ut före det.',
      en: 'The identity of who asks has not been checked: no log data are given before that.',
    },
  },
  rightEnded: {
    code: 'logRequest.rightEnded',
    kind: 'conflict',
    title: {
      fi: 'Oikeus, jonka nojalla lokitietoja pyydettiin, ei ole enää voimassa: mitään ei anneta.',
      sv: 'Den rätt med stöd av vilken logguppgifter begärdes gäller inte längre: ingenting lämnas ut.',
      en: 'The right by which log data were asked for no longer stands: nothing is given.',
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
  doorClosed: {
    code: 'doorPermit.doorClosed',
    kind: 'conflict',
    title: {
      fi: 'Rekisterinpitäjä ei ole avannut kansalaisten asiointia alaikäisille.',
      sv: 'Den personuppgiftsansvariga har inte öppnat medborgarnas ärenden för minderåriga.',
      en: 'The controller has not opened the citizens’ door to minors.',
    },
  },
  notMinor: {
    code: 'doorPermit.notMinor',
    kind: 'conflict',
    title: {
      fi: 'Asiakas on täysi-ikäinen, tai asiakkaan syntymäaikaa ei tiedetä: oikeus kirjataan vain alaikäiselle.',
      sv: 'Klienten är myndig, eller klientens födelsetid är okänd: rätten antecknas bara för en minderårig.',
      en: 'The client is of age, or the birth is not known: a permit is for a minor alone.',
    },
  },
  permitDays: {
    code: 'doorPermit.days',
    kind: 'conflict',
    title: {
      fi: 'Oikeus alkaa aikaisintaan tänään ja kestää enintään vuoden.',
      sv: 'Rätten börjar tidigast i dag och varar högst ett år.',
      en: 'The permit begins today at the earliest and holds for a year at most.',
    },
  },
  permitEnded: {
    code: 'doorPermit.ended',
    kind: 'conflict',
    title: {
      fi: 'Oikeus on jo päättynyt.',
      sv: 'Rätten har redan upphört.',
      en: 'The permit has ended already.',
    },
  },
  searchAgain: {
    code: 'logRequest.searchAgain',
    kind: 'conflict',
    title: {
      fi: 'Vanhimpia merkintöjä ei ole haettu tai haun tulos on vanhentunut: hae ne uudelleen.',
      sv: 'De äldsta posterna har inte sökts eller sökresultatet har löpt ut: sök dem på nytt.',
      en: 'The oldest lines have not been searched for, or the answer is gone: search for them again.',
    },
  },
  notOlder: {
    code: 'logRequest.notOlder',
    kind: 'conflict',
    title: {
      fi: 'Kaikki annettavat merkinnät saa suoraan: hakua vanhoista ei tarvita.',
      sv: 'Alla poster som lämnas ut fås direkt: ingen sökning bland gamla behövs.',
      en: 'All lines that are given can be had at once: no search of old ones is needed.',
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
