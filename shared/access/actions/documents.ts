import type { Action } from '../action.ts';
import { ANY_STAFF, FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: the national kinds of documents, and what may be done to documents of clients and to drafts of them. */
export const DOCUMENT_ACTIONS = {
  listTypes: {
    name: 'documents.listTypes',
    title: {
      fi: 'Luettele asiakirjatyypit',
      sv: 'Lista handlingstyperna',
      en: 'List the kinds of documents',
    },
    roles: ANY_STAFF,
    tie: 'none',
    basis: 'administration',
    // The definitions are public: what is read is no client's.
    legalGround: '703/2023 § 20',
  },
  readType: {
    name: 'documents.readType',
    title: {
      fi: 'Lue asiakirjan määrittely',
      sv: 'Läs en handlings definition',
      en: 'Read the definition of a document',
    },
    roles: ANY_STAFF,
    tie: 'none',
    basis: 'administration',
    legalGround: '703/2023 § 20',
  },
  beginDraft: {
    name: 'documents.beginDraft',
    title: { fi: 'Aloita asiakirjaluonnos', sv: 'Påbörja ett handlingsutkast', en: 'Begin a document' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 13',
  },
  saveDraft: {
    name: 'documents.saveDraft',
    title: {
      fi: 'Tallenna asiakirjaluonnos',
      sv: 'Spara ett handlingsutkast',
      en: 'Save a draft of a document',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 13',
  },
  openDraft: {
    name: 'documents.openDraft',
    title: {
      fi: 'Avaa oma asiakirjaluonnos',
      sv: 'Öppna ett eget handlingsutkast',
      en: 'Open a draft of a document of one’s own',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 13',
  },
  listDrafts: {
    name: 'documents.listDrafts',
    title: {
      fi: 'Omat asiakirjaluonnokset',
      sv: 'Egna handlingsutkast',
      en: 'One’s own drafts of documents',
    },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9',
  },
  discardDraft: {
    name: 'documents.discardDraft',
    title: {
      fi: 'Hylkää asiakirjaluonnos',
      sv: 'Förkasta ett handlingsutkast',
      en: 'Discard a draft of a document',
    },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9',
  },
  finalise: {
    name: 'documents.finalise',
    title: { fi: 'Vahvista asiakirja', sv: 'Fastställ en handling', en: 'Make a document final' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 13, 22',
  },
  list: {
    name: 'documents.list',
    title: { fi: 'Selaa asiakirjoja', sv: 'Bläddra bland handlingar', en: 'List documents' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  read: {
    name: 'documents.read',
    title: { fi: 'Avaa asiakirja', sv: 'Öppna en handling', en: 'Open a document' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  readVersions: {
    name: 'documents.readVersions',
    title: {
      fi: 'Lue korjatun asiakirjan aiemmat versiot',
      sv: 'Läs tidigare versioner av en rättad handling',
      en: 'Read the superseded versions of a document',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  correct: {
    name: 'documents.correct',
    title: { fi: 'Korjaa asiakirja', sv: 'Rätta en handling', en: 'Correct a document' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  invalidate: {
    name: 'documents.invalidate',
    title: { fi: 'Mitätöi asiakirja', sv: 'Ogiltigförklara en handling', en: 'Invalidate a document' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  remove: {
    name: 'documents.remove',
    title: {
      fi: 'Poista tarpeeton asiakirja',
      sv: 'Ta bort en onödig handling',
      en: 'Remove an unneeded document',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 17',
  },
  readNational: {
    name: 'documents.readNational',
    title: {
      fi: 'Vie asiakirja kansallisessa muodossa',
      sv: 'Exportera en handling i nationell form',
      en: 'Export a document in the national form',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 20; 457/2024',
  },
  import: {
    name: 'documents.import',
    title: {
      fi: 'Tuo asiakirja toisesta järjestelmästä',
      sv: 'Importera en handling från ett annat system',
      en: 'Import a document from another system',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 13, 20',
  },
  updateDefinition: {
    name: 'documents.updateDefinition',
    title: {
      fi: 'Siirrä luonnos määrittelyn uudempaan versioon',
      sv: 'Flytta ett utkast till en nyare version av definitionen',
      en: 'Move a draft to the newer version of its definition',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 13, 20',
  },
  listUnitDrafts: {
    name: 'documents.listUnitDrafts',
    title: {
      fi: 'Yksikön vanhentuneet asiakirjaluonnokset',
      sv: 'Enhetens gamla handlingsutkast',
      en: "A unit's stale drafts of documents",
    },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9, 22',
  },
  handOverDraft: {
    name: 'documents.handOverDraft',
    title: {
      fi: 'Siirrä lähtevän työntekijän asiakirjaluonnos seuraajalle',
      sv: 'Överlåt ett handlingsutkast till en efterträdare',
      en: "Hand a leaver's draft of a document to a successor",
    },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9, 22',
  },
} as const satisfies Record<string, Action>;
