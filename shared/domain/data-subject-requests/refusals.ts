import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a request can be refused for. */
export const SUBJECT_REQUEST_REFUSALS = {
  notValid: {
    code: 'subjectRequest.notValid',
    kind: 'invalid',
    title: {
      fi: 'Pyynnön tiedoissa on virheitä.',
      sv: 'Uppgifterna om begäran är felaktiga.',
      en: 'The data of the request are not valid.',
    },
  },
  notNow: {
    code: 'subjectRequest.notNow',
    kind: 'conflict',
    title: {
      fi: 'Pyyntö ei ole tilassa, jossa tämän voi tehdä.',
      sv: 'Begäran är inte i ett skede där detta kan göras.',
      en: 'The request is not in a state in which this can be done.',
    },
  },
  identityPending: {
    code: 'subjectRequest.identityPending',
    kind: 'conflict',
    title: {
      fi: 'Tietoja ei anneta ennen kuin pyytäjän henkilöllisyys on tarkistettu.',
      sv: 'Uppgifter lämnas inte ut förrän den begärandes identitet har kontrollerats.',
      en: 'Nothing is given before the identity of the asker has been checked.',
    },
  },
  rightEnded: {
    code: 'subjectRequest.rightEnded',
    kind: 'conflict',
    title: {
      fi: 'Oikeus, jolla tietoja on pyydetty, ei ole enää voimassa: edustus on päättynyt, asiakas on tullut täysi-ikäiseksi tai kuollut.',
      sv: 'Den rätt med vilken uppgifterna begärdes gäller inte längre: företrädandet har upphört, klienten har blivit myndig eller avlidit.',
      en: 'The right by which the data were asked for no longer stands: the representation has ended, or the client has come of age or died.',
    },
  },
  formPending: {
    code: 'subjectRequest.formPending',
    kind: 'conflict',
    title: {
      fi: 'Pyyntöä ei ole vielä tehty rekisterinpitäjän hyväksymässä muodossa.',
      sv: 'Begäran har ännu inte gjorts i en form som den personuppgiftsansvariga godtar.',
      en: 'The request has not been made yet in a form that the controller accepts.',
    },
  },
  otherDecides: {
    code: 'subjectRequest.otherDecides',
    kind: 'forbidden',
    title: {
      fi: 'Tämän pyynnön ratkaisee toinen: rekisterinpitäjän nimeämä viranhaltija.',
      sv: 'Denna begäran avgörs av någon annan: den tjänsteinnehavare som den personuppgiftsansvariga utsett.',
      en: 'Somebody else decides on this request: the official named by the controller. `details` names the office, and the roles that act for it.',
    },
  },
  otherDelivers: {
    code: 'subjectRequest.otherDelivers',
    kind: 'forbidden',
    title: {
      fi: 'Tiedot antaa se, jonka päätös nimeää.',
      sv: 'Uppgifterna lämnas ut av den som nämns i beslutet.',
      en: 'The data are given by whom the decision names.',
    },
  },
  notChecked: {
    code: 'subjectRequest.notChecked',
    kind: 'conflict',
    title: {
      fi: 'Paketin jokaista osaa ei ole vielä käyty läpi.',
      sv: 'Alla delar av paketet har ännu inte gåtts igenom.',
      en: 'Not every part of the package has been gone through yet.',
    },
  },
  notReleased: {
    code: 'subjectRequest.notReleased',
    kind: 'conflict',
    title: {
      fi: 'Tietoja ei anneta ennen kuin joku on käynyt ne läpi ja vapauttanut ne annettaviksi.',
      sv: 'Uppgifterna lämnas inte ut förrän någon har gått igenom dem och frigett dem.',
      en: 'The data are not given before somebody has gone through them and released them.',
    },
  },
  fileGone: {
    code: 'subjectRequest.fileGone',
    kind: 'conflict',
    title: {
      fi: 'Liitetiedosto on poistettu asiakkaan tiedoista sen jälkeen, kun tiedot koottiin.',
      sv: 'Den bifogade filen har tagits bort ur klientens uppgifter efter sammanställningen.',
      en: "The attached file has been removed from the client's data since the package was put together.",
    },
  },
  timeOver: {
    code: 'subjectRequest.timeOver',
    kind: 'conflict',
    title: {
      fi: 'Määräaikaa voi jatkaa vain ensimmäisen määräajan kuluessa.',
      sv: 'Tidsfristen kan förlängas bara inom den första fristen.',
      en: 'The time can be extended within the first time only.',
    },
  },
  held: {
    code: 'subjectRequest.held',
    kind: 'conflict',
    title: {
      fi: 'Henkilöstä on tai voi olla tietoja: pyyntö kirjataan asiakkaalle tai sen käsittelee tietosuojavastaava.',
      sv: 'Det finns eller kan finnas uppgifter om personen: begäran registreras på klienten eller behandlas av dataskyddsombudet.',
      en: 'There are or may be data on the person: record the request on the client, or leave it to the data-protection officer.',
    },
  },
  nothingToPrint: {
    code: 'subjectRequest.nothingToPrint',
    kind: 'conflict',
    title: {
      fi: 'Tästä pyynnöstä ei ole vielä tällaista kirjettä.',
      sv: 'Om denna begäran finns ännu inget sådant brev.',
      en: 'There is no such letter of this request yet.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
