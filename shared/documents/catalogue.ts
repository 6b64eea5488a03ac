import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CatalogueEntry, Definition } from './definition.ts';

/**
 * The catalogue of national document definitions: an index and one JSON asset per definition, read
 * and parsed on first use, so that a cold function reads only what its request needs.
 *
 * Where the assets lie:
 * - run from source: the folder `catalogue/` beside this file;
 * - in a bundle: the build copies `shared/documents/catalogue` to `catalogue/` beside the bundle
 *   (`dist/<module>/catalogue`) and tells esbuild `define: { 'import.meta.dirname': '__dirname' }`,
 *   because a CommonJS bundle has no import.meta. Nothing else is to be set up.
 * - elsewhere (a bucket, a test): `openCatalogue` with a reader of your own.
 */

/** The asset of that name, `index.json` or `<oid with version>.json`, as text or parsed; throws if there is none. */
export type ReadAsset = (name: string) => string | object;

export type EntryFilter = Partial<Pick<CatalogueEntry, 'typeOid' | 'documentType' | 'subject' | 'key'>>;

export type Catalogue = {
  /**
   * `oid` is the type's (then the newest version, or the one named: `2022.6.28`) or a definition's whole
   * OID. Undefined when the catalogue has none such.
   */
  definitionOf: (oid: string, version?: string) => Definition | undefined;
  /** The entries that match all that the filter names, by type and version, the newest last. */
  listDefinitions: (filter?: EntryFilter) => CatalogueEntry[];
};

const folderReader =
  (folder: string): ReadAsset =>
  (name) =>
    readFileSync(join(folder, name), 'utf8');

const parsed = (asset: string | object): unknown => (typeof asset === 'string' ? JSON.parse(asset) : asset);

/** Orders dotted numbers by number: 1506.4009 before 1506.19001, 2023.9.8 before 2023.10.30. */
export function compareArcs(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? -1) - (right[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of entries with the newest last: by the type's OID and a version, or by a definition's whole OID. */
export const entryOf = (
  entries: readonly CatalogueEntry[],
  oid: string,
  version: string | undefined,
): CatalogueEntry | undefined =>
  entries.findLast((candidate) =>
    version === undefined
      ? candidate.typeOid === oid || candidate.oid === oid
      : candidate.typeOid === oid && candidate.version === version,
  );

/** Does the entry match all that the filter names? */
export const matches = (
  entry: CatalogueEntry,
  { typeOid, documentType, subject, key }: EntryFilter,
): boolean =>
  (typeOid === undefined || entry.typeOid === typeOid) &&
  (documentType === undefined || entry.documentType === documentType) &&
  (subject === undefined || entry.subject === subject) &&
  (key === undefined || entry.key === key);

export function openCatalogue(readAsset: ReadAsset): Catalogue {
  let entries: CatalogueEntry[] | undefined;
  const definitions = new Map<string, Definition>();

  const index = (): CatalogueEntry[] => {
    entries ??= z
      .array(CatalogueEntry)
      .parse(parsed(readAsset('index.json')))
      .sort((a, b) => compareArcs(a.oid, b.oid));
    return entries;
  };

  const load = (oid: string): Definition => {
    const known = definitions.get(oid);
    if (known !== undefined) return known;
    const definition = Definition.parse(parsed(readAsset(`${oid}.json`)));
    definitions.set(oid, definition);
    return definition;
  };

  return {
    definitionOf(oid, version) {
      // Only names that the index holds ever reach the reader, so that no text from outside is a file name.
      const entry = entryOf(index(), oid, version);
      return entry === undefined ? undefined : load(entry.oid);
    },
    listDefinitions(filter = {}) {
      return index().filter((entry) => matches(entry, filter));
    },
  };
}

const ownCatalogue = openCatalogue((name) => folderReader(join(import.meta.dirname, 'catalogue'))(name));

/** Of the catalogue that is delivered with the code. */
export const { definitionOf, listDefinitions } = ownCatalogue;
