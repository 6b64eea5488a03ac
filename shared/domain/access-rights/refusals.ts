import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on an opening without a tie can be refused for. The Swedish is unreviewed. */
export const OPENING_REFUSALS = {
  notNeeded: {
    code: 'opening.notNeeded',
    kind: 'conflict',
    title: {
      fi: 'Sinulla on jo yhteys tähän asiakkaaseen: avaa tiedot tavalliseen tapaan.',
      sv: 'Du har redan en koppling till klienten: öppna uppgifterna som vanligt.',
      en: 'You have a tie to this client already: open the file as usual.',
    },
  },
  tooMany: {
    code: 'opening.tooMany',
    kind: 'conflict',
    title: {
      fi: 'Sinulla on jo viisikymmentä voimassa olevaa avausta ilman asiakassuhdetta.',
      sv: 'Du har redan femtio gällande öppningar utan klientrelation.',
      en: 'You have fifty openings without a tie in force already.',
    },
  },
  over: {
    code: 'opening.over',
    kind: 'conflict',
    title: {
      fi: 'Avaus on jo päättynyt.',
      sv: 'Öppningen har redan upphört.',
      en: 'The opening is over already.',
    },
  },
  own: {
    code: 'opening.own',
    kind: 'forbidden',
    title: {
      fi: 'Oman avauksen tarkastaa toinen.',
      sv: 'En egen öppning granskas av någon annan.',
      en: 'An own opening is for somebody else to look into.',
    },
  },
  withOfficer: {
    code: 'opening.withOfficer',
    kind: 'conflict',
    title: {
      fi: 'Avauksen tarkastaa tietosuojavastaava.',
      sv: 'Öppningen granskas av dataskyddsombudet.',
      en: 'The data-protection officer looks into the opening.',
    },
  },
  notValid: {
    code: 'opening.notValid',
    kind: 'invalid',
    title: {
      fi: 'Avauksen tiedoissa on virheitä.',
      sv: 'Uppgifterna om öppningen är felaktiga.',
      en: 'The data of the opening are not valid.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;

/** What an act on a user or on a grant can be refused for. The Swedish is unreviewed. */
export const RIGHTS_REFUSALS = {
  userNotValid: {
    code: 'user.notValid',
    kind: 'invalid',
    title: {
      fi: 'Käyttäjän tiedoissa on virheitä.',
      sv: 'Användarens uppgifter är felaktiga.',
      en: 'The data of the user are not valid.',
    },
  },
  passive: {
    code: 'user.passive',
    kind: 'conflict',
    title: {
      fi: 'Käyttäjä on passivoitu.',
      sv: 'Användaren har passiverats.',
      en: 'The user has been made passive.',
    },
  },
  own: {
    code: 'grant.own',
    kind: 'forbidden',
    title: {
      fi: 'Omista käyttöoikeuksista päättää toinen.',
      sv: 'Om egna åtkomsträtter beslutar någon annan.',
      en: 'Own rights are for somebody else to decide on.',
    },
  },
  ownProposal: {
    code: 'grant.ownProposal',
    kind: 'forbidden',
    title: {
      fi: 'Esityksestä päättää toinen kuin esittäjä.',
      sv: 'Om ett förslag beslutar någon annan än den som lagt fram det.',
      en: 'A proposal is decided on by another than the one who made it.',
    },
  },
  notValid: {
    code: 'grant.notValid',
    kind: 'invalid',
    title: {
      fi: 'Käyttöoikeudessa on virheitä.',
      sv: 'Åtkomsträtten är felaktig.',
      en: 'The grant is not valid.',
    },
  },
  noCommitment: {
    code: 'grant.noCommitment',
    kind: 'conflict',
    title: {
      fi: 'Käyttäjä ei ole allekirjoittanut salassapito- ja käyttäjäsitoumusta.',
      sv: 'Användaren har inte undertecknat sekretess- och användarförbindelsen.',
      en: 'The user has not signed the commitment to secrecy and use.',
    },
  },
  commitmentNotValid: {
    code: 'user.commitmentNotValid',
    kind: 'invalid',
    title: {
      fi: 'Sitoumuksen tiedoissa on virheitä.',
      sv: 'Förbindelsens uppgifter är felaktiga.',
      en: 'The data of the commitment are not valid.',
    },
  },
  onlyWithGrant: {
    code: 'user.onlyWithGrant',
    kind: 'conflict',
    title: {
      fi: 'Käyttäjätunnus annetaan käyttöoikeuden myöntämisen yhteydessä: anna ne yhdessä.',
      sv: 'En användare läggs till i samband med att åtkomsträtten beviljas: gör båda på en gång.',
      en: 'A user id is given together with the first right: give both at once.',
    },
  },
  onlyByProposal: {
    code: 'user.onlyByProposal',
    kind: 'conflict',
    title: {
      fi: 'Täällä käyttöoikeus annetaan esihenkilön esityksestä: lisää ensin käyttäjä.',
      sv: 'Här beviljas åtkomsträtter på förmannens förslag: lägg först till användaren.',
      en: 'Rights are given here on a supervisor’s proposal: add the user first.',
    },
  },
  noPolicy: {
    code: 'grant.noPolicy',
    kind: 'conflict',
    title: {
      fi: 'Johto ei ole hyväksynyt käyttöoikeuksien antamisen periaatteita.',
      sv: 'Ledningen har inte godkänt principerna för beviljande av åtkomsträtter.',
      en: 'Management has not approved a policy on how rights are given.',
    },
  },
  noInstruction: {
    code: 'grant.noInstruction',
    kind: 'conflict',
    title: {
      fi: 'Rekisterin vastuuhenkilö ei ole antanut ohjetta, joka kattaa tämän käyttöoikeuden.',
      sv: 'Registrets ansvarsperson har inte gett någon anvisning som omfattar denna åtkomsträtt.',
      en: 'The register’s responsible person has given no instruction that covers this grant.',
    },
  },
  basisNotValid: {
    code: 'grant.basisNotValid',
    kind: 'invalid',
    title: {
      fi: 'Periaatteissa tai ohjeessa on virheitä.',
      sv: 'Det finns fel i principerna eller anvisningen.',
      en: 'The policy or the instruction is not valid.',
    },
  },
  instructionEnded: {
    code: 'grant.instructionEnded',
    kind: 'conflict',
    title: {
      fi: 'Ohje on jo päättynyt.',
      sv: 'Anvisningen har redan upphört.',
      en: 'The instruction has ended already.',
    },
  },
  decided: {
    code: 'grant.decided',
    kind: 'conflict',
    title: {
      fi: 'Esityksestä on jo päätetty.',
      sv: 'Om förslaget har redan beslutats.',
      en: 'The proposal has been decided on already.',
    },
  },
  lapsed: {
    code: 'grant.lapsed',
    kind: 'conflict',
    title: {
      fi: 'Esitys raukesi, kun käyttäjän tehtävä muuttui.',
      sv: 'Förslaget förföll när användarens uppgift ändrades.',
      en: 'The proposal lapsed when the user’s duties changed.',
    },
  },
  notInForce: {
    code: 'grant.notInForce',
    kind: 'conflict',
    title: {
      fi: 'Käyttöoikeus ei ole voimassa eikä tulossa voimaan.',
      sv: 'Åtkomsträtten gäller inte och träder inte i kraft.',
      en: 'The grant is neither in force nor to come.',
    },
  },
  alreadyDeclared: {
    code: 'user.alreadyDeclared',
    kind: 'conflict',
    title: {
      fi: 'Esteellisyys on jo ilmoitettu.',
      sv: 'Jävet har redan anmälts.',
      en: 'This has been declared already.',
    },
  },
  tooManyDeclared: {
    code: 'user.tooManyDeclared',
    kind: 'conflict',
    title: {
      fi: 'Näin moni ei voi olla esteellinen yhden henkilön asiassa: rajaa tiedot nimetyille lukijoille.',
      sv: 'Så många kan inte vara jäviga i en persons ärende: begränsa uppgifterna till namngivna läsare.',
      en: 'No more can be disqualified in one person’s matters: restrict the file to named readers.',
    },
  },
  dayToCome: {
    code: 'grant.dayToCome',
    kind: 'invalid',
    title: {
      fi: 'Päivä on tulevaisuudessa.',
      sv: 'Dagen är i framtiden.',
      en: 'The day is still to come.',
    },
  },
  tooMany: {
    code: 'grant.tooMany',
    kind: 'conflict',
    title: {
      fi: 'Käyttäjällä on jo niin monta käyttöoikeutta kuin yhdellä voi olla.',
      sv: 'Användaren har redan så många åtkomsträtter som en person kan ha.',
      en: 'The user has as many grants as one can have.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
