import type { Action } from '../action.ts';
import { CLIENT_WORK } from '../role-groups.ts';
import { giving, HANDLERS, handling, LAW } from './handling-requests.ts';

/** Toimet: rekisteröidyn oikeudet, asianosaisen tiedonsaantioikeus, muistutukset. */
export const SUBJECT_REQUEST_ACTIONS = {
  list: {
    name: 'subjectRequests.list',
    title: {
      fi: 'Katso vastausta odottavat tietopyynnöt',
      sv: 'Se begäranden som väntar på svar',
      en: 'See which requests wait for an answer',
    },
    roles: HANDLERS,
    tie: 'none',
    basis: 'administration',
    legalGround: '(EU) 2016/679 art. 12(3); 703/2023 § 11',
  },
  /** A request may come to anybody who meets clients: a worker records it and learns nothing by that. */
  record: {
    name: 'subjectRequests.record',
    title: {
      fi: 'Kirjaa rekisteröidyn tai asianosaisen pyyntö',
      sv: 'Registrera en begäran av en registrerad eller en part',
      en: 'Record a request of a data subject or a party',
    },
    roles: [...CLIENT_WORK, ...HANDLERS],
    tie: 'none',
    basis: 'administration',
    legalGround: LAW,
  },
  readOfClient: {
    name: 'subjectRequests.readOfClient',
    title: {
      fi: 'Katso asiakkaan tietoja koskevat pyynnöt',
      sv: 'Se begäranden som gäller klientens uppgifter',
      en: "See the requests about a client's data",
    },
    ...handling,
  },
  read: {
    name: 'subjectRequests.read',
    title: {
      fi: 'Lue pyyntö ja sen ratkaisu',
      sv: 'Läs en begäran och avgörandet',
      en: 'Read a request and its decision',
    },
    ...handling,
  },
  completeForm: {
    name: 'subjectRequests.completeForm',
    title: {
      fi: 'Kirjaa pyyntö täydennetyksi hyväksyttyyn muotoon',
      sv: 'Registrera att begäran har gjorts i godtagen form',
      en: 'Record that a request was made in an accepted form',
    },
    ...handling,
  },
  checkIdentity: {
    name: 'subjectRequests.checkIdentity',
    title: {
      fi: 'Kirjaa pyytäjän henkilöllisyyden tarkistaminen',
      sv: 'Registrera att den begärandes identitet har kontrollerats',
      en: 'Record that the identity of the asker was checked',
    },
    ...handling,
  },
  extend: {
    name: 'subjectRequests.extend',
    title: {
      fi: 'Jatka pyynnön määräaikaa',
      sv: 'Förläng tidsfristen för en begäran',
      en: 'Extend the time of a request',
    },
    ...handling,
  },
  decide: {
    name: 'subjectRequests.decide',
    title: { fi: 'Ratkaise pyyntö', sv: 'Avgör en begäran', en: 'Decide on a request' },
    ...handling,
  },
  print: {
    name: 'subjectRequests.print',
    title: {
      fi: 'Tulosta vastaus, todistus epäämisestä tai ilmoitus jatkoajasta',
      sv: 'Skriv ut svaret, intyget över avslag eller meddelandet om förlängning',
      en: 'Print the answer, the certificate of refusal or the notice of an extension',
    },
    ...handling,
  },
  deliver: {
    name: 'subjectRequests.deliver',
    title: {
      fi: 'Kirjaa tiedot annetuiksi pyytäjälle',
      sv: 'Registrera att uppgifterna har lämnats ut',
      en: 'Record that the data were given',
    },
    ...giving,
  },
  recordAbsence: {
    name: 'subjectRequests.recordAbsence',
    title: {
      fi: 'Kirjaa vastaus, ettei henkilöstä ole tietoja',
      sv: 'Registrera svaret att inga uppgifter finns om personen',
      en: 'Record the answer that nothing is held on a person',
    },
    ...handling,
  },
  printAbsence: {
    name: 'subjectRequests.printAbsence',
    title: {
      fi: 'Tulosta vastaus, ettei henkilöstä ole tietoja',
      sv: 'Skriv ut svaret att inga uppgifter finns om personen',
      en: 'Print the answer that nothing is held on a person',
    },
    ...handling,
  },
  assemble: {
    name: 'subjectRequests.assemble',
    title: {
      fi: 'Kokoa henkilöstä tallennetut tiedot annettaviksi',
      sv: 'Sammanställ de uppgifter som lagrats om en person',
      en: 'Put together the data that are held on a person',
    },
    ...handling,
  },
  readPackage: {
    name: 'subjectRequests.readPackage',
    title: {
      fi: 'Katso, missä vaiheessa tietojen kokoaminen on',
      sv: 'Se hur långt sammanställningen har kommit',
      en: 'See how far a package is',
    },
    ...handling,
  },
  readPart: {
    name: 'subjectRequests.readPart',
    title: {
      fi: 'Käy läpi kootut tiedot ennen niiden antamista',
      sv: 'Gå igenom de sammanställda uppgifterna innan de lämnas ut',
      en: 'Go through a part of a package before it is given',
    },
    ...handling,
  },
  checkPart: {
    name: 'subjectRequests.checkPart',
    title: {
      fi: 'Kirjaa koottujen tietojen osa läpikäydyksi',
      sv: 'Registrera att en del av uppgifterna har gåtts igenom',
      en: 'Record that a part of a package was gone through',
    },
    ...handling,
  },
  release: {
    name: 'subjectRequests.release',
    title: {
      fi: 'Vapauta kootut tiedot annettaviksi',
      sv: 'Frige de sammanställda uppgifterna',
      en: 'Release a package to be given',
    },
    ...handling,
  },
  givePart: {
    name: 'subjectRequests.givePart',
    title: {
      fi: 'Anna kootut tiedot koneluettavina',
      sv: 'Lämna ut uppgifterna i maskinläsbar form',
      en: 'Give a package in machine-readable form',
    },
    ...giving,
  },
  printPart: {
    name: 'subjectRequests.printPart',
    title: {
      fi: 'Tulosta kootut tiedot annettaviksi',
      sv: 'Skriv ut de sammanställda uppgifterna',
      en: 'Print a package to be given',
    },
    ...giving,
  },
  openFile: {
    name: 'subjectRequests.openFile',
    title: {
      fi: 'Avaa koottujen tietojen liitetiedosto läpikäytäväksi',
      sv: 'Öppna en bifogad fil för genomgång innan den lämnas ut',
      en: 'Open an attached file of a package to go through it',
    },
    ...handling,
  },
  giveFile: {
    name: 'subjectRequests.giveFile',
    title: {
      fi: 'Anna koottujen tietojen liitetiedosto',
      sv: 'Lämna ut en bifogad fil',
      en: 'Give an attached file of a package',
    },
    ...giving,
  },
  readManifest: {
    name: 'subjectRequests.readManifest',
    title: {
      fi: 'Katso annettavien tietojen luettelo ja tarkisteet',
      sv: 'Se förteckningen över uppgifterna och deras kontrollsummor',
      en: 'See what a package holds, with its checksums',
    },
    ...giving,
  },
  download: {
    name: 'subjectRequests.download',
    title: {
      fi: 'Lataa kootut tiedot yhtenä pakettina annettaviksi',
      sv: 'Ladda ner uppgifterna som ett paket',
      en: 'Download a package to be given',
    },
    ...giving,
  },
  withdraw: {
    name: 'subjectRequests.withdraw',
    title: {
      fi: 'Kirjaa pyyntö perutuksi',
      sv: 'Registrera att begäran har återtagits',
      en: 'Record that a request was withdrawn',
    },
    ...handling,
  },
} as const satisfies Record<string, Action>;
