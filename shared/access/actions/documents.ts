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
} as const satisfies Record<string, Action>;
