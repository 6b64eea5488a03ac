import { epochMsOf } from '../kernel/instant.ts';
import type { LibraryStore, Services } from '../services.ts';
import {
  compareArcs,
  definitionOf as deliveredDefinition,
  listDefinitions as deliveredEntries,
  type EntryFilter,
  entryOf,
  matches,
} from './catalogue.ts';
import { CodeList, deliveredCodeList, type FindCodeList, isCodeListOid } from './code-lists.ts';
import { type CatalogueEntry, Definition, type Field } from './definition.ts';
import { LIBRARY_INDEX, LoadedIndex, NOTHING_LOADED } from './loaded-index.ts';

/**
 * The national definitions and code lists as this deployment knows them: those delivered with the code and
 * those that its operator has loaded. What is loaded is seen here within a minute.
 */
export type DocumentLibrary = {
  /**
   * `oid` is the type's (then the newest version, or the one named: `2022.6.28`) or a definition's whole
   * OID. Undefined when there is none such. A loaded definition stands in the place of the delivered one that
   * it completes.
   */
  definitionOf(oid: string, version?: string): Promise<Definition | undefined>;
  /** The entries that match all that the filter names, by type and version, the newest last. */
  listDefinitions(filter?: EntryFilter): Promise<CatalogueEntry[]>;
  /** The code lists that this definition names, read so that a judgement can ask them at once. */
  codeListsOf(definition: Definition): Promise<FindCodeList>;
};

/** So long a function goes by the index that it has read. */
const MILLISECONDS = 60_000;

/** The index as it was read, and the entries of both catalogues. */
type Known = { index: LoadedIndex; entries: readonly CatalogueEntry[] };
type Held = { known: Promise<Known>; until: number };
type Memory = {
  held?: Held;
  definitions: Map<string, Promise<Definition>>;
  lists: Map<string, Promise<CodeList>>;
};

/** In memory as long as the store is: services whose other members are replaced share it. */
const memories = new WeakMap<LibraryStore, Memory>();

function memoryOf(store: LibraryStore): Memory {
  const found = memories.get(store) ?? { definitions: new Map(), lists: new Map() };
  memories.set(store, found);
  return found;
}

export function libraryOf({ library: store, clock }: Pick<Services, 'library' | 'clock'>): DocumentLibrary {
  const memory = memoryOf(store);
  const known = (): Promise<Known> => knownNow(store, memory, epochMsOf(clock.now()));
  return {
    async definitionOf(oid, version) {
      const { index, entries } = await known();
      const entry = entryOf(entries, oid, version);
      if (entry === undefined) return undefined;
      const loaded = index.definitions.find((candidate) => candidate.entry.oid === entry.oid);
      if (loaded === undefined) return deliveredDefinition(entry.oid);
      return kept(memory.definitions, loaded.asset, async () =>
        Definition.parse(await json(store, loaded.asset)),
      );
    },
    async listDefinitions(filter = {}) {
      return (await known()).entries.filter((entry) => matches(entry, filter));
    },
    async codeListsOf(definition) {
      const { index } = await known();
      const named = codeListsNamed(definition.fields);
      const loaded = await Promise.all(
        index.codeLists
          .filter(({ oid }) => named.has(oid))
          .map(({ asset }) =>
            kept(memory.lists, asset, async () => CodeList.parse(await json(store, asset))),
          ),
      );
      return (oid, version) => listOf(loaded, oid, version) ?? deliveredCodeList(oid);
    },
  };
}

/** The loaded list of that version, or else the newest; a version that is not here is judged as a list half known. */
function listOf(loaded: readonly CodeList[], oid: string, version: string | undefined): CodeList | undefined {
  const versions = loaded
    .filter((list) => list.oid === oid)
    .sort((a, b) => compareArcs(a.version ?? '', b.version ?? ''));
  const newest = versions.at(-1);
  if (version === undefined || newest === undefined) return newest;
  return versions.find((list) => list.version === version) ?? { ...newest, complete: false };
}

function codeListsNamed(fields: readonly Field[], into = new Set<string>()): ReadonlySet<string> {
  for (const field of fields) {
    if (field.type === 'group') codeListsNamed(field.fields, into);
    if (field.type === 'code' && field.codeList !== undefined && isCodeListOid(field.codeList)) {
      into.add(field.codeList);
    }
  }
  return into;
}

function knownNow(store: LibraryStore, memory: Memory, now: number): Promise<Known> {
  const { held } = memory;
  // A clock that was moved back must not make an old index last.
  if (held !== undefined && held.until > now && held.until <= now + MILLISECONDS) return held.known;
  const known = readKnown(store);
  memory.held = { known, until: now + MILLISECONDS };
  // A failed read is not remembered.
  known.catch(() => {
    if (memory.held?.known === known) delete memory.held;
  });
  return known;
}

async function readKnown(store: LibraryStore): Promise<Known> {
  const text = await store.read(LIBRARY_INDEX);
  const index = text === undefined ? NOTHING_LOADED : LoadedIndex.parse(JSON.parse(text));
  const loaded = new Map(index.definitions.map(({ entry }) => [entry.oid, entry]));
  const entries = [...deliveredEntries().filter(({ oid }) => !loaded.has(oid)), ...loaded.values()];
  return { index, entries: entries.sort((a, b) => compareArcs(a.oid, b.oid)) };
}

/** An asset never changes under its name, so it is read and parsed once. */
function kept<T>(memory: Map<string, Promise<T>>, asset: string, read: () => Promise<T>): Promise<T> {
  const found = memory.get(asset) ?? read();
  memory.set(asset, found);
  found.catch(() => memory.delete(asset));
  return found;
}

async function json(store: LibraryStore, asset: string): Promise<unknown> {
  const text = await store.read(asset);
  if (text === undefined) throw new Error(`The library names ${asset} and does not have it.`);
  return JSON.parse(text);
}
