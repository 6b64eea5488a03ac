import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on permits, bans, consents and disclosures can be refused for. */
export const DISCLOSURE_REFUSALS = {
  declarationNotValid: {
    code: 'declaration.notValid',
    kind: 'invalid',
    title: {
      fi: 'Luvan, kiellon tai suostumuksen tiedoissa on virheitä.',
      sv: 'Uppgifterna om tillståndet, förbudet eller samtycket är felaktiga.',
      en: 'The data of the permit, ban or consent are not valid.',
    },
  },
  notInForce: {
    code: 'declaration.notInForce',
    kind: 'conflict',
    title: {
      fi: 'Se on jo peruutettu tai purettu, tai se evättiin.',
      sv: 'Det har redan återkallats eller hävts, eller nekats.',
      en: 'It has been withdrawn or lifted already, or it was denied.',
    },
  },
  requestNotValid: {
    code: 'disclosure.requestNotValid',
    kind: 'invalid',
    title: {
      fi: 'Tietopyynnön tiedoissa on virheitä.',
      sv: 'Uppgifterna om begäran är felaktiga.',
      en: 'The data of the request are not valid.',
    },
  },
  notAllowed: {
    code: 'disclosure.notAllowed',
    kind: 'invalid',
    title: {
      fi: 'Tietoja ei saa luovuttaa: esteet on lueteltu.',
      sv: 'Uppgifterna får inte lämnas ut: hindren är uppräknade.',
      en: 'The data may not be disclosed: what stands against it is listed.',
    },
  },
  wrongState: {
    code: 'disclosure.wrongState',
    kind: 'conflict',
    title: {
      fi: 'Luovutusta ei ole valmisteltu, tai se on jo lähetetty, evätty tai peruttu.',
      sv: 'Utlämnandet har inte beretts, eller så har det redan sänts, nekats eller återtagits.',
      en: 'It has not been prepared, or has been sent, refused or withdrawn already.',
    },
  },
  changedMeanwhile: {
    code: 'disclosure.changedMeanwhile',
    kind: 'conflict',
    title: {
      fi: 'Tiedot, kiellot tai luvat muuttuivat juuri lähetettäessä: mitään ei lähetetty. Katso uudelleen.',
      sv: 'Uppgifterna, förbuden eller tillstånden ändrades just vid sändningen: inget sändes. Granska på nytt.',
      en: 'The data, the bans or the permits changed at the moment of sending: nothing was sent. Look again.',
    },
  },
  addressInCopy: {
    code: 'disclosure.addressInCopy',
    kind: 'forbidden',
    title: {
      fi: 'Jäljennöksessä voi olla suojattu osoite: sen avaa vain se, jolla on oikeus nähdä se.',
      sv: 'Kopian kan innehålla en skyddad adress: den öppnas bara av den som har rätt att se den.',
      en: 'A protected address may be in the copy: only who may see it opens it.',
    },
  },
  copyEnded: {
    code: 'disclosure.copyEnded',
    kind: 'conflict',
    title: {
      fi: 'Jäljennös on hävitetty asian asiakirjojen säilytysajan päätyttyä. Luovutustiedot säilyvät.',
      sv: 'Kopian har gallrats när förvaringstiden för ärendets handlingar löpt ut. Utlämningsuppgifterna bevaras.',
      en: 'The copy was destroyed when the documents of its case were due. The record of the disclosure stays.',
    },
  },
  minorsBan: {
    code: 'disclosure.minorsBan',
    kind: 'forbidden',
    title: {
      fi: 'Alaikäinen on kieltänyt antamasta näitä tietoja tälle edustajalle.',
      sv: 'Den minderåriga har förbjudit att dessa uppgifter lämnas till denna företrädare.',
      en: 'The minor has forbidden giving these data to this representative.',
    },
  },
  representativeUnnamed: {
    code: 'disclosure.representativeUnnamed',
    kind: 'conflict',
    title: {
      fi: 'Alaikäinen on asettanut kiellon edustajaansa kohtaan: nimeä, kenelle tiedot annetaan.',
      sv: 'Den minderåriga har meddelat ett förbud mot en företrädare: ange vem uppgifterna lämnas till.',
      en: 'The minor has a ban toward a representative: say which of them is given the data.',
    },
  },
  nothingDeclared: {
    code: 'declaration.nothingDeclared',
    kind: 'notFound',
    title: {
      fi: 'Asiakas ei ole antanut tällaista tahdonilmaisua.',
      sv: 'Klienten har inte gett någon sådan viljeyttring.',
      en: 'The client has declared no such thing.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;

/** What an act on research permits can be refused for. */
export const RESEARCH_REFUSALS = {
  notValid: {
    code: 'research.notValid',
    kind: 'invalid',
    title: {
      fi: 'Tutkimusluvan tiedoissa on virheitä.',
      sv: 'Uppgifterna om forskningstillståndet är felaktiga.',
      en: 'The data of the research permit are not valid.',
    },
  },
  notInForce: {
    code: 'research.notInForce',
    kind: 'conflict',
    title: {
      fi: 'Tutkimuslupa ei ole voimassa: tietoja ei anneta.',
      sv: 'Forskningstillståndet är inte i kraft: inga uppgifter lämnas ut.',
      en: 'The research permit is not in force: nothing is given.',
    },
  },
  notReader: {
    code: 'research.notReader',
    kind: 'forbidden',
    title: {
      fi: 'Lupa ei nimeä sinua: sen nojalla tietoja ottavat vain luvassa nimetyt.',
      sv: 'Tillståndet nämner inte dig: bara de som nämns i tillståndet tar ut uppgifter med stöd av det.',
      en: 'The permit does not name you: data are taken out by those alone whom it names.',
    },
  },
  noPopulation: {
    code: 'research.noPopulation',
    kind: 'conflict',
    title: {
      fi: 'Lupa ei määrittele tutkimusjoukkoa.',
      sv: 'Tillståndet anger ingen forskningspopulation.',
      en: 'The permit declares no study population.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;

/** What an act on data that are got from others can be refused for. */
export const SOURCE_REFUSALS = {
  notValid: {
    code: 'source.notValid',
    kind: 'invalid',
    title: {
      fi: 'Tietoja ei voi pyytää näin: puutteet on lueteltu.',
      sv: 'Uppgifter kan inte begäras så: bristerna är uppräknade.',
      en: 'Data cannot be asked for like this: what is missing is listed.',
    },
  },
  answered: {
    code: 'source.answered',
    kind: 'conflict',
    title: {
      fi: 'Pyyntöön on jo kirjattu, mitä saatiin.',
      sv: 'Det som fåtts har redan antecknats.',
      en: 'What came has been recorded already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
