import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a decision can be refused for. */
export const DECISION_REFUSALS = {
  notValid: {
    code: 'decision.notValid',
    kind: 'invalid',
    title: {
      fi: 'Päätöksen tiedoissa on virheitä.',
      sv: 'Uppgifterna om beslutet är felaktiga.',
      en: 'The data of the decision are not valid.',
    },
  },
  wrongState: {
    code: 'decision.wrongState',
    kind: 'conflict',
    title: {
      fi: 'Päätös ei ole vaiheessa, jossa tämä voidaan tehdä.',
      sv: 'Beslutet är inte i ett skede där detta kan göras.',
      en: 'The decision is not in a state in which this can be done.',
    },
  },
  noPower: {
    code: 'decision.noPower',
    kind: 'forbidden',
    title: {
      fi: 'Sinulla ei ole toimivaltaa tähän päätökseen.',
      sv: 'Du har inte befogenhet att fatta detta beslut.',
      en: 'You have no power to make this decision.',
    },
  },
  noCase: {
    code: 'decision.noCase',
    kind: 'conflict',
    title: {
      fi: 'Päätös tehdään asiakkaan vireillä olevassa asiassa.',
      sv: 'Beslut fattas i ett anhängigt ärende för klienten.',
      en: 'A decision is made in an open case of the client.',
    },
  },
  notConcerned: {
    code: 'decision.notConcerned',
    kind: 'conflict',
    title: {
      fi: 'Henkilö ei ole päätöksen asianosainen.',
      sv: 'Personen är inte part i beslutet.',
      en: 'The person is not among those whom the decision concerns.',
    },
  },
  otherDocument: {
    code: 'decision.otherDocument',
    kind: 'invalid',
    title: {
      fi: 'Luonnos on toisen päätöslajin asiakirja.',
      sv: 'Utkastet är en handling av ett annat beslutsslag.',
      en: 'The draft is a document of another kind of decision.',
    },
  },
  tooManyConcerned: {
    code: 'decision.tooManyConcerned',
    kind: 'conflict',
    title: {
      fi: 'Päätöksellä voi olla enintään kahdeksan asianosaista.',
      sv: 'Ett beslut kan ha högst åtta parter.',
      en: 'A decision has eight parties at most.',
    },
  },
  notHeard: {
    code: 'decision.notHeard',
    kind: 'conflict',
    title: {
      fi: 'Asianosaisia ei ole kuultu eikä syytä kuulematta jättämiseen ole kirjattu.',
      sv: 'Parterna har inte hörts och ingen grund för att låta bli har antecknats.',
      en: 'The parties have not been heard, and no ground for leaving it is recorded.',
    },
  },
  deciderCannot: {
    code: 'decision.deciderCannot',
    kind: 'conflict',
    title: {
      fi: 'Ehdotettu päättäjä ei tänään työskentele asiakastyössä.',
      sv: 'Den föreslagna beslutsfattaren arbetar inte med klientarbete i dag.',
      en: 'The proposed decider does not do client work today.',
    },
  },
  guidanceMissing: {
    code: 'decision.guidanceMissing',
    kind: 'conflict',
    title: {
      fi: 'Rekisterinpitäjän asetuksista puuttuu muutoksenhakuviranomainen.',
      sv: 'Den personuppgiftsansvarigas inställningar saknar besvärsmyndighet.',
      en: 'The controller’s settings name no authority of appeal.',
    },
  },
  notAppealable: {
    code: 'decision.notAppealable',
    kind: 'conflict',
    title: {
      fi: 'Tässä vaiheessa päätökseen ei voi hakea muutosta näin.',
      sv: 'I detta skede kan ändring inte sökas så här.',
      en: 'At this stage the decision cannot be appealed in this way.',
    },
  },
  reviewHandled: {
    code: 'decision.reviewHandled',
    kind: 'conflict',
    title: {
      fi: 'Muutoksenhaku on jo käsitelty.',
      sv: 'Ändringssökandet har redan behandlats.',
      en: 'The review has been handled already.',
    },
  },
  underService: {
    code: 'decision.underService',
    kind: 'conflict',
    title: {
      fi: 'Tiedoksianto tälle vastaanottajalle on kesken tai jo tapahtunut.',
      sv: 'Delgivningen till denna mottagare pågår eller har redan skett.',
      en: 'Service on this recipient is under way or done.',
    },
  },
  serviceDone: {
    code: 'decision.serviceDone',
    kind: 'conflict',
    title: {
      fi: 'Tiedoksianto on jo kirjattu.',
      sv: 'Delgivningen har redan antecknats.',
      en: 'The service has been recorded already.',
    },
  },
  wayNotAllowed: {
    code: 'decision.wayNotAllowed',
    kind: 'conflict',
    title: {
      fi: 'Päätöstä ei voi antaa tiedoksi tällä tavalla.',
      sv: 'Beslutet kan inte delges på detta sätt.',
      en: 'The decision cannot be served in this way.',
    },
  },
  copyReveals: {
    code: 'decision.copyReveals',
    kind: 'conflict',
    title: {
      fi: 'Kappale paljastaisi turvakiellon alaisen tiedon.',
      sv: 'Exemplaret skulle röja en uppgift under spärrmarkering.',
      en: 'The copy would reveal data under a safety ban.',
    },
  },
  forceNotYet: {
    code: 'decision.forceNotYet',
    kind: 'conflict',
    title: {
      fi: 'Päätös ei ole vielä lainvoimainen.',
      sv: 'Beslutet har ännu inte vunnit laga kraft.',
      en: 'The decision has no legal force yet.',
    },
  },
  replacedAlready: {
    code: 'decision.replacedAlready',
    kind: 'conflict',
    title: {
      fi: 'Päätöksen sijaan on jo tehty toinen päätös.',
      sv: 'Ett annat beslut har redan fattats i stället för beslutet.',
      en: 'Another decision has been made in place of the decision already.',
    },
  },
  begunAlready: {
    code: 'decision.begunAlready',
    kind: 'conflict',
    title: {
      fi: 'Päätöksen täytäntöönpano on jo alkanut.',
      sv: 'Verkställigheten av beslutet har redan börjat.',
      en: 'The decision is carried out already.',
    },
  },
  tooLate: {
    code: 'decision.tooLate',
    kind: 'conflict',
    title: {
      fi: 'Virheen korjaamisen määräaika, viisi vuotta, on kulunut.',
      sv: 'Tidsfristen på fem år för rättelse har löpt ut.',
      en: 'The five years for correcting an error have passed.',
    },
  },
  delegationNotValid: {
    code: 'decision.delegationNotValid',
    kind: 'invalid',
    title: {
      fi: 'Toimivaltarivissä on virheitä.',
      sv: 'Befogenhetsraden är felaktig.',
      en: 'The row of the delegation table is not valid.',
    },
  },
  delegationEnded: {
    code: 'decision.delegationEnded',
    kind: 'conflict',
    title: {
      fi: 'Toimivalta on jo päättynyt.',
      sv: 'Befogenheten har redan upphört.',
      en: 'The delegation has ended already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
