import type { Finding, Sentence } from './finding.ts';
import type { ClientId } from './id.ts';

/** What kind of no it is. The HTTP status belongs to the kind, in one table of `shared/http`. */
export type RefusalKind =
  | 'malformed'
  | 'notSignedIn'
  | 'forbidden'
  | 'notFound'
  | 'methodNotAllowed'
  | 'notAcceptable'
  | 'conflict'
  | 'stale'
  | 'tooLarge'
  | 'unsupportedType'
  | 'invalid'
  | 'versionRequired'
  | 'unavailable';

/** One entry of the closed list of problems: a stable code and a sentence for people. */
export type RefusalDefinition = { code: string; kind: RefusalKind; title: Sentence };

/**
 * An expected no. Thrown by acts, turned into a problem document and a log line by dispatch.
 * Everything else that is thrown is a fault.
 */
export class Refusal extends Error {
  /** By its name, for a part that is read on first use carries this class once more: what it refuses is refused too. */
  static override [Symbol.hasInstance](thing: unknown): thing is Refusal {
    return thing instanceof Error && thing.name === 'Refusal';
  }

  readonly definition: RefusalDefinition;
  readonly findings: readonly Finding[];
  /** Further members of the problem document: ids, versions and codes only, never client data. */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
  /** Whose data were asked for in vain: the log line names these clients, the answer does not. */
  readonly concerns: readonly ClientId[];

  constructor(
    definition: RefusalDefinition,
    more: {
      findings?: readonly Finding[];
      details?: Record<string, string | number | readonly string[]>;
      concerns?: readonly ClientId[];
    } = {},
  ) {
    super(definition.code);
    this.name = 'Refusal';
    this.definition = definition;
    this.findings = more.findings ?? [];
    this.details = more.details ?? {};
    this.concerns = more.concerns ?? [];
  }
}

export const COMMON_REFUSALS = {
  malformed: {
    code: 'request.malformed',
    kind: 'malformed',
    title: { fi: 'Pyyntöä ei voi lukea.', sv: 'Begäran kan inte läsas.', en: 'The request cannot be read.' },
  },
  invalid: {
    code: 'request.invalid',
    kind: 'malformed',
    title: {
      fi: 'Pyynnössä on virheitä.',
      sv: 'Begäran innehåller fel.',
      en: 'The request has errors; each is listed.',
    },
  },
  tooLarge: {
    code: 'request.tooLarge',
    kind: 'tooLarge',
    title: { fi: 'Pyyntö on liian suuri.', sv: 'Begäran är för stor.', en: 'The request is too large.' },
  },
  unsupportedType: {
    code: 'request.unsupportedType',
    kind: 'unsupportedType',
    title: {
      fi: 'Sisällön on oltava JSON-muodossa.',
      sv: 'Innehållet ska vara JSON.',
      en: 'The content must be JSON.',
    },
  },
  notSignedIn: {
    code: 'access.notSignedIn',
    kind: 'notSignedIn',
    title: { fi: 'Kirjaudu sisään.', sv: 'Logga in.', en: 'Sign in.' },
  },
  notAllowed: {
    code: 'access.notAllowed',
    kind: 'forbidden',
    title: {
      fi: 'Käyttöoikeutesi ei kata tätä toimea.',
      sv: 'Din åtkomsträtt omfattar inte denna åtgärd.',
      en: 'Your access rights do not cover this act.',
    },
  },
  noTie: {
    code: 'access.noTie',
    kind: 'forbidden',
    title: {
      fi: 'Sinulla ei ole asiakassuhdetta tai muuta asiallista yhteyttä tähän asiakkaaseen.',
      sv: 'Du har ingen klientrelation eller annan saklig koppling till klienten.',
      en: 'No client relationship or other factual connection ties you to this client.',
    },
  },
  permissionMissing: {
    code: 'access.permissionMissing',
    kind: 'forbidden',
    title: {
      fi: 'Tietojen tällainen käyttö edellyttää asiakkaan lupaa, eikä sitä ole kirjattu.',
      sv: 'Sådan användning av uppgifterna förutsätter klientens tillstånd, och inget har antecknats.',
      en: 'Such use of the data needs the client’s permission, and none is on record.',
    },
  },
  disqualified: {
    code: 'access.disqualified',
    kind: 'forbidden',
    title: {
      fi: 'Olet esteellinen tämän henkilön asiassa: tiedot eivät ole sinulle avoinna.',
      sv: 'Du är jävig i denna persons ärende: uppgifterna är inte öppna för dig.',
      en: 'You are disqualified in this person’s matters: the file is not open to you.',
    },
  },
  notFound: {
    code: 'request.notFound',
    kind: 'notFound',
    title: { fi: 'Ei löydy.', sv: 'Finns inte.', en: 'There is no such thing.' },
  },
  methodNotAllowed: {
    code: 'request.methodNotAllowed',
    kind: 'methodNotAllowed',
    title: {
      fi: 'Tätä osoitetta ei voi käyttää näin.',
      sv: 'Adressen kan inte användas så.',
      en: 'This address does not take that method.',
    },
  },
  notAcceptable: {
    code: 'request.notAcceptable',
    kind: 'notAcceptable',
    title: {
      fi: 'Nimeä Accept-otsakkeessa ensimmäisenä se tiedostomuoto, jota pyydät.',
      sv: 'Ange först i Accept-huvudet det filformat som du begär.',
      en: 'Name the kind of file that you ask for first in the Accept header.',
    },
  },
  stale: {
    code: 'request.stale',
    kind: 'stale',
    title: {
      fi: 'Tieto on muuttunut sen jälkeen, kun luit sen.',
      sv: 'Uppgiften har ändrats efter att du läste den.',
      en: 'This has changed since you read it.',
    },
  },
  versionRequired: {
    code: 'request.versionRequired',
    kind: 'versionRequired',
    title: {
      fi: 'If-Match-otsake puuttuu, tai siinä ei ole versiota lainausmerkeissä.',
      sv: 'If-Match-huvudet saknas, eller anger ingen version inom citattecken.',
      en: 'The If-Match header is missing, or is no version in quotes.',
    },
  },
  idempotencyKeyRequired: {
    code: 'request.idempotencyKeyRequired',
    kind: 'malformed',
    title: {
      fi: 'Idempotency-Key-otsake puuttuu, tai se ei ole 8–100 kirjainta, numeroa tai merkkiä - ja _.',
      sv: 'Idempotency-Key-huvudet saknas, eller är inte 8–100 bokstäver, siffror eller tecken - och _.',
      en: 'The Idempotency-Key header is missing, or is not 8 to 100 letters, digits, - and _.',
    },
  },
  idempotencyMismatch: {
    code: 'request.idempotencyMismatch',
    kind: 'invalid',
    title: {
      fi: 'Samaa Idempotency-Key-arvoa on käytetty toiseen sisältöön.',
      sv: 'Samma Idempotency-Key har använts för annat innehåll.',
      en: 'This Idempotency-Key was used with another content.',
    },
  },
  conflict: {
    code: 'request.conflict',
    kind: 'conflict',
    title: {
      fi: 'Toinen käsittelee samaa tietoa. Yritä uudelleen.',
      sv: 'Någon annan behandlar samma uppgift. Försök igen.',
      en: 'Somebody else is handling the same thing. Try again.',
    },
  },
  unavailable: {
    code: 'service.unavailable',
    kind: 'unavailable',
    title: {
      fi: 'Palvelu ei ole juuri nyt käytettävissä.',
      sv: 'Tjänsten är inte tillgänglig just nu.',
      en: 'The service is not available right now.',
    },
  },
  logUnavailable: {
    code: 'log.unavailable',
    kind: 'unavailable',
    title: {
      fi: 'Lokiin ei voitu kirjoittaa, joten tietoja ei anneta.',
      sv: 'Loggen kunde inte skrivas, därför lämnas inga uppgifter ut.',
      en: 'The access log could not be written, so no data are given.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
