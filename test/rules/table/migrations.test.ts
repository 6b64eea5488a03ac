import { describe, expect, test } from 'vitest';
import {
  currentVersion,
  type Migration,
  migrationsOf,
  type RawItem,
} from '../../../shared/table/migrations/register.ts';
import { wronglyChanged } from '../../../shared/table/migrations/same-seals.ts';
import { upgraded } from '../../../shared/table/migrations/upgrade.ts';
import { parseItem } from '../../../shared/table/parse-item.ts';
import { NewerItemFault, StoredItemFault } from '../../../shared/table/stored-item-fault.ts';
import { oldParcel, PARCEL_MIGRATIONS, Parcel } from '../../support/parcel.ts';

const sealed = { subject: 'client', at: 4, blob: Uint8Array.of(1, 2, 3) };
const old = oldParcel('KEUSOTE', 'parcel', sealed);
const { fromTo: _, weight: __, ...common } = old;
const newest = { ...common, schemaVersion: 3, from: 'Turku', to: 'Vaasa', weight: { grams: 1200 } };
const middle = { ...common, schemaVersion: 2, from: 'Turku', to: 'Vaasa', weight: 1200 };

describe('an item comes out of the table in the newest shape', () => {
  test.each([
    ['the first', old],
    ['the second', middle],
    ['the newest', newest],
  ])('stored in %s', (_shape, stored) => {
    expect(parseItem(Parcel, stored, PARCEL_MIGRATIONS)).toEqual(newest);
  });

  test('with its version, its seals and its times as they were', () => {
    expect(wronglyChanged(old, newest)).toEqual([]);
    expect(parseItem(Parcel, old, PARCEL_MIGRATIONS).version).toBe(7);
  });

  test('and what is stored is not touched by being read', () => {
    parseItem(Parcel, old, PARCEL_MIGRATIONS);
    expect(old).toMatchObject({ schemaVersion: 1, fromTo: ['Turku', 'Vaasa'] });
  });
});

describe('an item that cannot be brought to the newest shape is a fault that says which entity', () => {
  const faultOf = (stored: unknown): StoredItemFault => {
    try {
      parseItem(Parcel, stored, PARCEL_MIGRATIONS);
    } catch (thrown) {
      if (thrown instanceof StoredItemFault) return thrown;
    }
    throw new Error('It was read.');
  };

  test('when a later release wrote it, and that is said', () => {
    const fault = faultOf({ ...newest, schemaVersion: 4 });
    expect(fault).toBeInstanceOf(NewerItemFault);
    expect(fault).toMatchObject({ entity: 'parcel', code: 'fault.newerItem' });
    expect(fault.message).toBe('A stored item is of schema version 4; this release knows 3 at most.');
  });

  test('when an entity that never changed is of a second version', () => {
    expect(() => upgraded({ entity: 'client', schemaVersion: 2 }, migrationsOf([]))).toThrow(NewerItemFault);
  });

  test.each([
    ['what a step takes is missing', { ...common, schemaVersion: 1, weight: 1200 }],
    ['a step left what the schema does not know', { ...old, colour: 'red' }],
    ['the version is nought', { ...old, schemaVersion: 0 }],
    ['the version is missing', { ...common, entity: 'parcel', schemaVersion: undefined }],
  ])('when %s', (_why, stored) => {
    expect(faultOf(stored)).toMatchObject({ entity: 'parcel', code: 'fault.storedItem' });
  });

  test('when it is nothing at all', () => {
    expect(faultOf(undefined).entity).toBe('unknown');
  });
});

test('keys of an index and lines of the log have no version and pass as they are', () => {
  const key = { pk: 'KEUSOTE', sk: 'x' };
  expect(upgraded(key, PARCEL_MIGRATIONS)).toBe(key);
});

describe('the steps of an entity', () => {
  const step = (from: number): Migration => ({
    table: 'records',
    entity: 'parcel',
    from,
    change: (item) => item,
  });

  test('may be registered in any order', () => {
    expect(currentVersion(migrationsOf([step(2), step(1), step(3)]), 'parcel')).toBe(4);
    expect(currentVersion(migrationsOf([]), 'parcel')).toBe(1);
  });

  test.each([[[2]], [[1, 3]], [[1, 1]], [[0, 1]]])('may not be %j', (froms) => {
    expect(() => migrationsOf(froms.map(step))).toThrow('parcel do not follow each other');
  });
});

describe('what a step may not do', () => {
  test.each<[string, RawItem]>([
    ['move the item', { ...newest, sk: 'elsewhere' }],
    ['count the version up', { ...newest, version: 8 }],
    ['say that somebody changed it', { ...newest, updatedBy: 'migration' }],
    ['drop a sealed text', { ...newest, content: undefined }],
    ['give a sealed text another name', { ...newest, content: undefined, words: sealed }],
    ['say that it was sealed at another version', { ...newest, content: { ...sealed, at: 7 } }],
    ['change a sealed byte', { ...newest, content: { ...sealed, blob: Uint8Array.of(1, 2, 4) } }],
  ])('%s', (_what, after) => {
    expect(wronglyChanged(old, after)).not.toEqual([]);
  });
});
