import { COMMON_REFUSALS, type RefusalDefinition } from '../../kernel/refusal.ts';
import { NOTE_REFUSALS } from '../case-notes/refusals.ts';
import { LIMITED_REFUSAL } from '../limited.ts';

/** What an act on a document can be refused for. */
export const DOCUMENT_REFUSALS = {
  noDefinition: {
    code: 'document.noDefinition',
    kind: 'invalid',
    title: {
      fi: 'Tällaista asiakirjan määrittelyä ei ole ladattu.',
      sv: 'En sådan handlingsdefinition har inte laddats.',
      en: 'No such document definition has been loaded.',
    },
  },
  staleDefinition: {
    code: 'document.staleDefinition',
    kind: 'conflict',
    title: {
      fi: 'Asiakirjan määrittelystä on uudempi versio. Siirrä luonnos siihen.',
      sv: 'Det finns en nyare version av handlingens definition. Flytta utkastet till den.',
      en: 'The definition of the document has a newer version. Move the draft to it.',
    },
  },
  notNewer: {
    code: 'document.notNewer',
    kind: 'conflict',
    title: {
      fi: 'Luonnos on jo määrittelyn uusimmassa versiossa.',
      sv: 'Utkastet följer redan den nyaste versionen av definitionen.',
      en: 'The draft follows the newest version of its definition already.',
    },
  },
  byAct: {
    code: 'document.byAct',
    kind: 'conflict',
    title: {
      fi: 'Tällainen asiakirja vahvistetaan omalla toimellaan.',
      sv: 'En sådan handling fastställs genom en egen åtgärd.',
      en: 'A document of this kind is made final by an act of its own; `module` names where.',
    },
  },
  ofDecision: {
    code: 'document.ofDecision',
    kind: 'conflict',
    title: {
      fi: 'Päätöksen asiakirjaa ei muuteta erikseen: päätöksen kirjoitusvirhe korjataan päätöksessä, tai päätös poistetaan ja asia ratkaistaan uudelleen.',
      sv: 'Handlingen för ett beslut ändras inte särskilt: ett skrivfel rättas i beslutet, eller beslutet undanröjs och ärendet avgörs på nytt.',
      en: 'The document of a decision is not changed by itself: a clerical error is corrected in the decision, or it is revoked and decided anew; `acts` names how.',
    },
  },
  draftOfDecision: {
    code: 'document.draftOfDecision',
    kind: 'conflict',
    title: {
      fi: 'Päätöksen luonnos siirtyy päätöksen mukana, kun lähtevän työ siirretään.',
      sv: 'Ett utkast till beslut följer beslutet när arbetet för den som slutar överförs.',
      en: 'The draft of a decision goes with its decision, when the work of who leaves is handed over.',
    },
  },
  notValid: {
    code: 'document.notValid',
    kind: 'invalid',
    title: {
      fi: 'Asiakirjassa on puutteita.',
      sv: 'Handlingen är bristfällig.',
      en: 'The document is not valid; each finding is listed with its path.',
    },
  },
  tooLong: {
    code: 'document.tooLong',
    kind: 'tooLarge',
    title: {
      fi: 'Asiakirjan sisältö on liian pitkä. Siirrä osa siitä liitteeseen.',
      sv: 'Handlingens innehåll är för långt. Flytta en del av det till en bilaga.',
      en: 'The content of the document is too long; `most` says how many bytes it may have. Move a part into an attachment.',
    },
  },
  noCase: {
    code: 'document.noCase',
    kind: 'conflict',
    title: {
      fi: 'Asia ei ole tämän asiakkaan avoin asia.',
      sv: 'Ärendet är inte ett öppet ärende för denna klient.',
      en: 'The case is not an active case of this client.',
    },
  },
  notOfCase: {
    code: 'document.notOfCase',
    kind: 'invalid',
    title: {
      fi: 'Asiakas ei ole asiakirjan yhteisen asian asiakas.',
      sv: 'Klienten hör inte till handlingens gemensamma ärende.',
      en: 'The client is not one of the shared case of the document.',
    },
  },
  noRelationship: {
    code: 'document.noRelationship',
    kind: 'conflict',
    title: {
      fi: 'Asiakirjaa ei voi laatia ilman asiakkuutta tai vireillä olevaa asiaa.',
      sv: 'En handling kan inte upprättas utan klientrelation eller ett anhängigt ärende.',
      en: 'No document without a client relationship or a matter at hand.',
    },
  },
  classNotYours: {
    code: 'document.classNotYours',
    kind: 'forbidden',
    title: {
      fi: 'Tehtävääsi ei kuulu tällainen asiakirja. Tarkista palvelutehtävä, palvelu ja asiakirjan laji.',
      sv: 'En sådan handling hör inte till din uppgift. Kontrollera serviceuppgift, tjänst och slag.',
      en: 'Such a document is not of your task. Check its service task, service and kind.',
    },
  },
  isMark: {
    code: 'document.isMark',
    kind: 'conflict',
    title: {
      fi: 'Asiakirja on poistettu.',
      sv: 'Handlingen har tagits bort.',
      en: 'The document has been removed.',
    },
  },
  isInvalidated: {
    code: 'document.isInvalidated',
    kind: 'conflict',
    title: {
      fi: 'Asiakirja on mitätöity.',
      sv: 'Handlingen har ogiltigförklarats.',
      en: 'The document has been invalidated.',
    },
  },
  tooManyVersions: {
    code: 'document.tooManyVersions',
    kind: 'conflict',
    title: {
      fi: 'Asiakirjalla on jo niin monta versiota kuin sillä voi olla.',
      sv: 'Handlingen har redan så många versioner som den kan ha.',
      en: 'The document has as many versions as it can have already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;

/** What `finalDocument` can refuse: every route that writes a document by it declares these. */
export const FINAL_REFUSALS: readonly RefusalDefinition[] = [
  DOCUMENT_REFUSALS.noDefinition,
  DOCUMENT_REFUSALS.staleDefinition,
  DOCUMENT_REFUSALS.notValid,
  DOCUMENT_REFUSALS.classNotYours,
  DOCUMENT_REFUSALS.tooLong,
  COMMON_REFUSALS.tooLarge,
];

/** What can be refused of marking a document as corrected, invalidated or removed. */
export const MARKING_REFUSALS: readonly RefusalDefinition[] = [
  LIMITED_REFUSAL,
  NOTE_REFUSALS.notTheAuthor,
  NOTE_REFUSALS.presenceNeeded,
  DOCUMENT_REFUSALS.isMark,
  DOCUMENT_REFUSALS.isInvalidated,
  DOCUMENT_REFUSALS.byAct,
  DOCUMENT_REFUSALS.ofDecision,
  DOCUMENT_REFUSALS.noDefinition,
];
