import type { Action } from '../action.ts';
import { FILE_READERS } from '../role-groups.ts';

/** Toimet: what is looked for within one client's file. */
export const SEARCH_ACTIONS = {
  searchFile: {
    name: 'search.searchFile',
    title: {
      fi: 'Hae sanoilla asiakkaan tiedoista',
      sv: 'Sök med ord i klientens uppgifter',
      en: "Search a client's file by words",
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
} as const satisfies Record<string, Action>;
