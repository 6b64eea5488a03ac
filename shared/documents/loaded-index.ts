import * as z from 'zod';
import { Instant } from '../kernel/instant.ts';
import { CatalogueEntry } from './definition.ts';

/**
 * The list of what an operator has loaded. It names each asset by a digest of its content, so an asset never
 * changes, and it is written last and whole: a load that is cut off has loaded nothing.
 */
export const LIBRARY_INDEX = 'index.json';

const loaded = {
  /** Under which name the library has it. */
  asset: z.string().regex(/^(?:definitions|code-lists)\/[\w.-]+\.json$/),
  at: Instant,
  /** Who ran the command, as the operating system or AWS knows them. */
  by: z.string().max(200),
};

const LoadedDefinition = z.strictObject({ ...loaded, entry: CatalogueEntry });
export type LoadedDefinition = z.infer<typeof LoadedDefinition>;

const LoadedCodeList = z.strictObject({
  ...loaded,
  oid: z.string(),
  version: z.string(),
});
export type LoadedCodeList = z.infer<typeof LoadedCodeList>;

export const LoadedIndex = z.strictObject({
  definitions: z.array(LoadedDefinition),
  codeLists: z.array(LoadedCodeList),
});
export type LoadedIndex = z.infer<typeof LoadedIndex>;

export const NOTHING_LOADED: LoadedIndex = { definitions: [], codeLists: [] };
