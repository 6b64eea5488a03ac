import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a case can be refused for. */
export const CASE_REFUSALS = {
  noRelationship: {
    code: 'case.noRelationship',
    kind: 'conflict',
    title: {
      fi: 'Asiaa ei voi avata ilman asiakkuutta tai vireillä olevaa vastaanottoa.',
      sv: 'Ett ärende kan inte öppnas utan klientrelation eller ett ärende i mottagningen.',
      en: 'No case without a client relationship or an intake matter.',
    },
  },
  notValid: {
    code: 'case.notValid',
    kind: 'invalid',
    title: {
      fi: 'Asian tiedoissa on virheitä.',
      sv: 'Uppgifterna om ärendet är felaktiga.',
      en: 'The data of the case are not valid.',
    },
  },
  workerCannot: {
    code: 'case.workerCannot',
    kind: 'conflict',
    title: {
      fi: 'Nimetyllä työntekijällä ei ole voimassa olevaa oikeutta asiakastyöhön.',
      sv: 'Den namngivna arbetstagaren har ingen gällande rätt till klientarbete.',
      en: 'The worker named has no right to client work in force.',
    },
  },
  isClosed: {
    code: 'case.isClosed',
    kind: 'conflict',
    title: { fi: 'Asia on päätetty.', sv: 'Ärendet är avslutat.', en: 'The case is closed.' },
  },
  isNotClosed: {
    code: 'case.isNotClosed',
    kind: 'conflict',
    title: {
      fi: 'Asiaa ei ole päätetty.',
      sv: 'Ärendet är inte avslutat.',
      en: 'The case is not closed.',
    },
  },
  isSuspended: {
    code: 'case.isSuspended',
    kind: 'conflict',
    title: {
      fi: 'Asian käsittely on keskeytetty.',
      sv: 'Behandlingen av ärendet är avbruten.',
      en: 'The case is suspended already.',
    },
  },
  isNotSuspended: {
    code: 'case.isNotSuspended',
    kind: 'conflict',
    title: {
      fi: 'Asian käsittelyä ei ole keskeytetty.',
      sv: 'Behandlingen av ärendet är inte avbruten.',
      en: 'The case is not suspended.',
    },
  },
  goesOn: {
    code: 'case.goesOn',
    kind: 'conflict',
    title: {
      fi: 'Asiassa on voimassa olevaa tai keskeneräistä. Päätä se ensin.',
      sv: 'Något i ärendet gäller eller är oavslutat. Avsluta det först.',
      en: 'Something of the case is in force or under way. End it first.',
    },
  },
  notItsSummary: {
    code: 'case.notItsSummary',
    kind: 'conflict',
    title: {
      fi: 'Luonnos ei ole tämän asian yhteenveto. Liitä se asiaan tai nimeä toinen.',
      sv: 'Utkastet är inte en sammanfattning av detta ärende. Knyt det till ärendet eller namnge ett annat.',
      en: 'The draft is no summary of this case. Tie it to the case, or name another.',
    },
  },
  tooMuchAtOnce: {
    code: 'case.tooMuchAtOnce',
    kind: 'conflict',
    title: {
      fi: 'Asiaan kuuluu enemmän kuin yhdellä kertaa voidaan päättää. Viimeistele yhteenveto ja päätä suunnitelmat ensin.',
      sv: 'Ärendet omfattar mer än som kan avslutas på en gång. Färdigställ sammanfattningen och avsluta planerna först.',
      en: 'The case holds more than can end at once. Finalise the summary and end the plans first.',
    },
  },
  tooManyClients: {
    code: 'case.tooManyClients',
    kind: 'conflict',
    title: {
      fi: 'Yhteisessä asiassa voi olla enintään kymmenen asiakasta.',
      sv: 'Ett gemensamt ärende kan ha högst tio klienter.',
      en: 'A shared case has ten clients at most.',
    },
  },
  clientInCase: {
    code: 'case.clientInCase',
    kind: 'conflict',
    title: {
      fi: 'Asiakas on jo asiassa.',
      sv: 'Klienten är redan med i ärendet.',
      en: 'The client is in the case already.',
    },
  },
  handOverDone: {
    code: 'case.handOverDone',
    kind: 'conflict',
    title: {
      fi: 'Siirto on jo valmis.',
      sv: 'Överlåtelsen är redan klar.',
      en: 'The hand-over is done already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
