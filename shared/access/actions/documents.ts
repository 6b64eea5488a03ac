import type { Action } from '../action.ts';
import { ANY_STAFF } from '../role-groups.ts';

/** Toimet: the national kinds of documents. What they hold of a client has actions of its own. */
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
} as const satisfies Record<string, Action>;
