import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Earlier, putAway, stoodAt } from '../../shared/domain/earlier.ts';
import { Instant } from '../../shared/kernel/instant.ts';

type Item = {
  createdAt: Instant;
  updatedAt: Instant;
  state: string;
  note?: string | undefined;
  earlier?: Earlier<{ state: string; note?: string | undefined }>[] | undefined;
};
const on = (day: number, hour = 8): Instant =>
  Instant.parse(`2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`);
const schema: z.ZodType<Item> = z.any();
const CHANGING = ['state', 'note'];

const changed = (item: Item, state: string, now: Instant, note?: string): Item => {
  const { note: before, ...rest } = item;
  const stood = { state: item.state, ...(before === undefined ? {} : { note: before }) };
  const next = { ...rest, ...putAway(item, stood, now), updatedAt: now, state };
  return note === undefined ? next : { ...next, note };
};
const at = (item: Item, moment: Instant) => {
  const then = stoodAt(schema, CHANGING, item, moment);
  return then === undefined
    ? undefined
    : [then.item.state, then.item.note, ...(then.knownFrom === undefined ? [] : [then.knownFrom])];
};

const made: Item = { createdAt: on(1), updatedAt: on(1), state: 'granted', earlier: [] };

describe('an item that keeps how it stood', () => {
  test.each([
    [on(1), undefined],
    [on(2), ['granted', undefined]],
    [on(3), ['granted', undefined]],
    [on(4), ['underWay', 'begun']],
    [on(9), ['ended', undefined]],
  ])('stood before %s as %j', (moment, stood) => {
    const begun = changed(made, 'underWay', on(3), 'begun');
    expect(at(changed(begun, 'ended', on(5)), moment)).toEqual(stood);
  });

  test('keeps of several changes in a day in Finland how it stood at its end and before it', () => {
    const item = [on(3, 7), on(3, 9), on(3, 21)].reduce(
      (one, now, nth) => changed(one, `state${nth}`, now),
      made,
    );
    expect(item.earlier).toHaveLength(1);
    // Twenty-two hours of UTC are the midnight of a winter's day in Finland.
    expect([at(item, on(2, 22)), at(item, on(3, 22))]).toEqual([
      ['granted', undefined],
      ['state2', undefined],
    ]);
    expect(changed(item, 'next', on(3, 22)).earlier).toHaveLength(2);
  });

  test('says from when it is known, where it was changed before anything was put away', () => {
    const { earlier: _none, ...rest } = made;
    const old: Item = { ...rest, updatedAt: on(4), state: 'underWay' };
    expect([at(old, on(3)), at(old, on(5))]).toEqual([
      ['underWay', undefined, on(4)],
      ['underWay', undefined],
    ]);
    const ended = changed(old, 'ended', on(8));
    expect([at(ended, on(3)), at(ended, on(5)), at(ended, on(9))]).toEqual([
      ['underWay', undefined, on(4)],
      ['underWay', undefined],
      ['ended', undefined],
    ]);
  });

  test('forgets the first days of very many, and says so', () => {
    let item = made;
    for (let day = 0; day < 50; day += 1) {
      item = changed(item, `state${day}`, Instant.parse(new Date(Date.UTC(2026, 11, 1 + day)).toISOString()));
    }
    expect(item.earlier).toHaveLength(40);
    const [first] = item.earlier ?? [];
    expect(at(item, on(2))).toEqual([first?.stood.state, undefined, first?.from]);
  });
});
