import type { Services } from '../services.ts';
import { definitionOf, type EntryFilter, listDefinitions } from './catalogue.ts';
import { deliveredCodeList, type FindCodeList } from './code-lists.ts';
import type { CatalogueEntry, Definition } from './definition.ts';

/**
 * The national definitions and code lists as this deployment knows them: those delivered with the code and
 * those that its operator has loaded.
 */
export type DocumentLibrary = {
  /**
   * `oid` is the type's (then the newest version, or the one named: `2022.6.28`) or a definition's whole
   * OID. Undefined when there is none such.
   */
  definitionOf(oid: string, version?: string): Promise<Definition | undefined>;
  /** The entries that match all that the filter names, by type and version, the newest last. */
  listDefinitions(filter?: EntryFilter): Promise<CatalogueEntry[]>;
  /** The code lists that this definition names, read so that a judgement can ask them at once. */
  codeListsOf(definition: Definition): Promise<FindCodeList>;
};

const delivered: DocumentLibrary = {
  definitionOf: async (oid, version) => definitionOf(oid, version),
  listDefinitions: async (filter) => listDefinitions(filter),
  codeListsOf: async () => deliveredCodeList,
};

export const libraryOf = (_services: Pick<Services, 'clock'>): DocumentLibrary => delivered;
