import { beforeEach, describe, expect, it } from 'vitest';
import { folderLibrary, type WritableLibrary } from '../../../infra/local/library.ts';
import type { CodeList } from '../../../shared/documents/code-lists.ts';
import { catalogueEntryOf, type Definition } from '../../../shared/documents/definition.ts';
import { libraryOf } from '../../../shared/documents/library.ts';
import { LIBRARY_INDEX, type LoadedIndex, NOTHING_LOADED } from '../../../shared/documents/loaded-index.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { definition, START } from '../../support/service-start.ts';
import { movableClock } from '../../support/services.ts';

const BY = { at: Instant.parse('2026-11-24T10:00:00.000Z'), by: 'operator' };
const NEWER = `${START}.2030.1.2`;
const TASKS = '1.2.246.537.6.1221';

let store: WritableLibrary;
let clock: ReturnType<typeof movableClock>;

beforeEach(() => {
  store = folderLibrary(undefined);
  clock = movableClock();
});

const library = () => libraryOf({ library: store, clock });

const loadDefinition = async (made: Definition, asset = `definitions/${made.oid}.json`) => {
  await store.write(asset, JSON.stringify(made));
  const index: LoadedIndex = {
    ...NOTHING_LOADED,
    definitions: [{ ...BY, asset, entry: catalogueEntryOf(made) }],
  };
  await store.write(LIBRARY_INDEX, JSON.stringify(index));
};

const loadLists = async (...lists: CodeList[]) => {
  const codeLists = lists.map(({ oid, version = '' }) => ({
    ...BY,
    oid,
    version,
    asset: `code-lists/${oid}.${version}.json`,
  }));
  for (const [place, list] of lists.entries()) {
    await store.write(codeLists[place]?.asset ?? '', JSON.stringify(list));
  }
  await store.write(LIBRARY_INDEX, JSON.stringify({ ...NOTHING_LOADED, codeLists }));
};

const listOfTasks = (version: string, code: string): CodeList => ({
  oid: TASKS,
  version,
  fi: 'Palvelutehtävä',
  complete: true,
  source: 'a test',
  unreviewed: [],
  codes: [{ key: 'childWelfare', code, fi: 'Lastensuojelu' }],
});

describe('the library of definitions', () => {
  it('has what is delivered, as long as nothing has been loaded', async () => {
    expect(await library().definitionOf(START)).toEqual(definition(START));
    expect(await library().listDefinitions()).toHaveLength(202);
    expect(await library().definitionOf('1.2.3')).toBeUndefined();
  });

  it('takes a loaded version for the newest, and keeps the older one for its documents', async () => {
    await loadDefinition({ ...definition(START), oid: NEWER, fi: 'Uusi' });
    expect((await library().definitionOf(START))?.oid).toBe(NEWER);
    expect((await library().definitionOf(START, '2022.1.10'))?.fi).toBe(definition(START).fi);
    expect((await library().listDefinitions({ typeOid: START })).map(({ version }) => version)).toEqual([
      '2022.1.10',
      '2030.1.2',
    ]);
  });

  it('has a loaded definition in the place of the delivered one that it completes', async () => {
    await loadDefinition({ ...definition(START), sv: 'Fullständig' });
    expect((await library().definitionOf(START))?.sv).toBe('Fullständig');
    expect(await library().listDefinitions()).toHaveLength(202);
  });

  it('sees within a minute what has been loaded meanwhile', async () => {
    await library().definitionOf(START);
    await loadDefinition({ ...definition(START), oid: NEWER });
    clock.advance(1);
    expect((await library().definitionOf(START))?.oid).toBe(NEWER);
  });

  it('reads the index once a minute and an asset once, however often it is asked', async () => {
    await loadDefinition({ ...definition(START), oid: NEWER });
    const read: string[] = [];
    const counted = {
      read(name: string) {
        read.push(name);
        return store.read(name);
      },
    };
    const asked = libraryOf({ library: counted, clock });
    await Promise.all([asked.definitionOf(START), asked.definitionOf(START)]);
    await libraryOf({ library: counted, clock }).definitionOf(START);
    expect(read).toEqual([LIBRARY_INDEX, `definitions/${NEWER}.json`]);
    clock.advance(1);
    await asked.definitionOf(START);
    expect(read.slice(2)).toEqual([LIBRARY_INDEX]);
  });

  it('does not remember a read that failed', async () => {
    let broken = true;
    const shaky = {
      read(name: string) {
        if (broken) return Promise.reject(new Error('no network'));
        return store.read(name);
      },
    };
    await expect(libraryOf({ library: shaky, clock }).definitionOf(START)).rejects.toThrow('no network');
    broken = false;
    expect((await libraryOf({ library: shaky, clock }).definitionOf(START))?.oid).toBe(definition(START).oid);
  });

  it('faults when the index names what is not there', async () => {
    await loadDefinition({ ...definition(START), oid: NEWER });
    const gone = {
      read: (name: string) => (name === LIBRARY_INDEX ? store.read(name) : Promise.resolve(undefined)),
    };
    await expect(libraryOf({ library: gone, clock }).definitionOf(START)).rejects.toThrow(NEWER);
  });
});

describe('the library of code lists', () => {
  it('has the delivered lists, as far as their values are known', async () => {
    const find = await library().codeListsOf(definition(START));
    expect(find(TASKS)?.complete).toBe(false);
    expect(find('1.2.246.537.6.202')).toBeUndefined();
  });

  it('finds the version that a coding names, the newest where it names none, and judges no other by it', async () => {
    await loadLists(listOfTasks('201601', '10'), listOfTasks('202701', '110'));
    const find = await library().codeListsOf(definition(START));
    const told = (version?: string) => {
      const list = find(TASKS, version);
      return [list?.codes[0]?.code, list?.complete];
    };
    expect(told()).toEqual(['110', true]);
    expect(told('201601')).toEqual(['10', true]);
    expect(told('201901')).toEqual(['110', false]);
  });

  it('reads only the lists that the definition names', async () => {
    await loadLists({ ...listOfTasks('1', '1'), oid: '1.2.246.537.6.75' });
    const find = await library().codeListsOf(definition(START));
    expect(find('1.2.246.537.6.75')).toBeUndefined();
  });
});
