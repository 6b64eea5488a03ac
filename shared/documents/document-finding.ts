import type { Finding, Sentence } from '../kernel/finding.ts';

/** What can be wrong with a document's content, each with its sentence. `{0}` is the field's own label. */
const TEXTS = {
  'document.unknownField': {
    fi: 'Asiakirjassa ei ole tällaista kenttää',
    sv: 'Handlingen har inget sådant fält',
    en: 'The document has no such field',
  },
  'document.wrongType': {
    fi: '{0}: tieto ei ole kentän muotoa',
    sv: '{0}: uppgiften har inte fältets form',
    en: '{0}: not of the form of the field',
  },
  'document.notADate': {
    fi: '{0}: ei ole päivä tai hetki, joka on olemassa',
    sv: '{0}: är inte en dag eller tidpunkt som finns',
    en: '{0}: not a day or a time that exists',
  },
  'document.missing': { fi: '{0} puuttuu', sv: '{0} saknas', en: '{0} is missing' },
  'document.missingConditional': {
    fi: '{0} puuttuu; se on joissakin tapauksissa pakollinen',
    sv: '{0} saknas; uppgiften är obligatorisk i vissa fall',
    en: '{0} is missing; it is required in some cases',
  },
  'document.identityMissing': {
    fi: 'Henkilötunnus, tilapäinen yksilöintitunnus tai syntymäaika puuttuu',
    sv: 'Personbeteckning, temporär identifikationskod eller födelsetid saknas',
    en: 'A personal identity code, a temporary identifier or a date of birth is missing',
  },
  'document.valueNotAccepted': {
    fi: '{0}: arvo ei ole sallittu',
    sv: '{0}: värdet är inte tillåtet',
    en: '{0}: the value is not one of those accepted',
  },
  'document.wrongCodeList': {
    fi: '{0}: koodi ei ole koodistosta {1}',
    sv: '{0}: koden är inte från kodsystemet {1}',
    en: '{0}: the code is not of code list {1}',
  },
  'document.codeMissing': {
    fi: '{0}: koodi puuttuu; koodistoa {1} ei ole ladattu kokonaan',
    sv: '{0}: koden saknas; kodsystemet {1} har inte laddats i sin helhet',
    en: '{0}: no code; code list {1} has not been loaded whole',
  },
  'document.codeNotInList': {
    fi: '{0}: koodia ei ole koodistossa {1}',
    sv: '{0}: koden finns inte i kodsystemet {1}',
    en: '{0}: the code is not in code list {1}',
  },
  'document.codeNotKnown': {
    fi: '{0}: koodia ei tunneta; koodistoa {1} ei ole ladattu kokonaan',
    sv: '{0}: koden är okänd; kodsystemet {1} har inte laddats i sin helhet',
    en: '{0}: a code not known here; code list {1} has not been loaded whole',
  },
  'document.codeNotInForce': {
    fi: '{0}: koodiston {1} koodi ei ole voimassa asiakirjan päivänä',
    sv: '{0}: koden i kodsystemet {1} gäller inte på handlingens dag',
    en: '{0}: the code of code list {1} is not in force on the day of the document',
  },
  'document.listNotLoaded': {
    fi: '{0}: koodia ei voi tarkistaa; koodistoa {1} ei ole ladattu (npm run documents:load-codes)',
    sv: '{0}: koden kan inte kontrolleras; kodsystemet {1} har inte laddats (npm run documents:load-codes)',
    en: '{0}: the code cannot be checked; code list {1} has not been loaded (npm run documents:load-codes)',
  },
  'document.fixedTextNotLoaded': {
    fi: '{0}: asiakirjaa ei voi vahvistaa, koska määrittelyn säädettyä tekstiä ei ole ladattu (npm run documents:load)',
    sv: '{0}: handlingen kan inte fastställas, eftersom den text som definitionen föreskriver inte har laddats (npm run documents:load)',
    en: '{0}: the document cannot be made final, for the text that its definition prescribes has not been loaded (npm run documents:load)',
  },
} as const satisfies Record<string, Sentence>;

export type DocumentRule = keyof typeof TEXTS;

/** The rules that leave a final document valid: what an operator has not loaded is no fault of the writer. */
const WARNINGS: ReadonlySet<DocumentRule> = new Set([
  'document.missingConditional',
  'document.codeMissing',
  'document.codeNotKnown',
  'document.listNotLoaded',
] as const);

type Label = { fi: string; sv?: string | undefined };

/** Names the field and, where there is one, the list; never repeats what was written. */
export function documentFinding(rule: DocumentRule, path: string, label: Label, list = ''): Finding {
  const text = TEXTS[rule];
  const fill = (sentence: string, name: string): string =>
    sentence.replace('{0}', () => name).replace('{1}', () => list);
  return {
    rule,
    severity: WARNINGS.has(rule) ? 'warning' : 'error',
    path,
    message: {
      fi: fill(text.fi, label.fi),
      sv: fill(text.sv, label.sv ?? label.fi),
      en: fill(text.en, label.fi),
    },
  };
}
