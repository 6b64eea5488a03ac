import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on an intake matter can be refused for. Its receipt is refused for nothing that it says. */
export const INTAKE_REFUSALS = {
  notValid: {
    code: 'intake.notValid',
    kind: 'invalid',
    title: {
      fi: 'Vastaanotetun asian tiedoissa on puutteita tai virheitä.',
      sv: 'Uppgifterna om det mottagna ärendet är bristfälliga eller felaktiga.',
      en: 'The data of the matter are lacking or not valid.',
    },
  },
  isHandled: {
    code: 'intake.isHandled',
    kind: 'conflict',
    title: {
      fi: 'Asia on jo käsitelty vastaanotossa.',
      sv: 'Ärendet har redan behandlats i mottagningen.',
      en: 'The matter has been handled already.',
    },
  },
  subjectHandled: {
    code: 'intake.subjectHandled',
    kind: 'conflict',
    title: {
      fi: 'Asia on jo käsitelty tämän henkilön osalta.',
      sv: 'Ärendet har redan behandlats för denna person.',
      en: 'The matter has been handled for this person already.',
    },
  },
  subjectLinked: {
    code: 'intake.subjectLinked',
    kind: 'conflict',
    title: {
      fi: 'Henkilö on jo liitetty asiakkaaseen.',
      sv: 'Personen har redan kopplats till en klient.',
      en: 'The person is linked to a client already.',
    },
  },
  clientTwice: {
    code: 'intake.clientTwice',
    kind: 'conflict',
    title: {
      fi: 'Toinen saman asian henkilöistä on jo liitetty tähän asiakkaaseen.',
      sv: 'En annan person i samma ärende är redan kopplad till den här klienten.',
      en: 'Another person of the matter is linked to this client already.',
    },
  },
  tooManyAtHand: {
    code: 'intake.tooManyAtHand',
    kind: 'conflict',
    title: {
      fi: 'Asiakkaalla on jo enimmäismäärä käsittelemättömiä asioita. Käsittele niistä jokin ensin.',
      sv: 'Klienten har redan det högsta antalet obehandlade ärenden. Behandla först något av dem.',
      en: 'The client has as many matters at hand as can be: handle one of them first.',
    },
  },
  hasDocument: {
    code: 'intake.hasDocument',
    kind: 'conflict',
    title: {
      fi: 'Asiasta on jo tehty asiakirja.',
      sv: 'En handling har redan upprättats av ärendet.',
      en: 'A document has been made of the matter already.',
    },
  },
  noNationalForm: {
    code: 'intake.noNationalForm',
    kind: 'conflict',
    title: {
      fi: 'Palvelutehtävän hakemukselle ei ole kansallista asiakirjaa. Laadi se muuna asiakirjana.',
      sv: 'Det finns ingen nationell handling för en ansökan inom serviceuppgiften. Upprätta den som annan handling.',
      en: 'There is no national form for an application of this service task: draw it up as another document.',
    },
  },
  correctedTooOften: {
    code: 'intake.correctedTooOften',
    kind: 'conflict',
    title: {
      fi: 'Asian saapumisaikaa on korjattu jo liian monta kertaa.',
      sv: 'Ärendets ankomsttid har redan rättats för många gånger.',
      en: 'The time of arrival has been corrected too often already.',
    },
  },
  tooMuchAtOnce: {
    code: 'intake.tooMuchAtOnce',
    kind: 'conflict',
    title: {
      fi: 'Asiaan liittyy enemmän tietoja kuin yhdellä kertaa voidaan muuttaa.',
      sv: 'Till ärendet hör fler uppgifter än som kan ändras på en gång.',
      en: 'More hangs on the matter than can be changed at once.',
    },
  },
  workerCannot: {
    code: 'intake.workerCannot',
    kind: 'conflict',
    title: {
      fi: 'Nimetyllä työntekijällä ei ole voimassa olevaa oikeutta asian käsittelyyn.',
      sv: 'Den namngivna arbetstagaren har ingen gällande rätt att behandla ärendet.',
      en: 'The worker named has no right in force to handle the matter.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
