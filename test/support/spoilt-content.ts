import * as z from 'zod';
import type { Definition, Field } from '../../shared/documents/definition.ts';
import type { DocumentRule } from '../../shared/documents/document-finding.ts';
import { isRecord } from '../../shared/documents/visit.ts';

/**
 * One wrong thing done to a content: where it is, and by which rule it must be told. `draftToo` where a draft
 * may not hold it either.
 */
export type Wrong = { path: string; rule: DocumentRule; draftToo: boolean } & Change;
type Change = { holder: Record<string, unknown>; key: string; value: unknown };
type Say = (path: string, change: Change) => Wrong;

const GONE = Symbol('left out');

const unknownField: Say = (path, change) => ({
  path,
  rule: 'document.unknownField',
  draftToo: true,
  ...change,
});
const wrongType: Say = (path, change) => ({ path, rule: 'document.wrongType', draftToo: true, ...change });
const missing: Say = (path, change) => ({ path, rule: 'document.missing', draftToo: false, ...change });
const notAccepted: Say = (path, change) => ({
  path,
  rule: 'document.valueNotAccepted',
  draftToo: false,
  ...change,
});
const wrongList: Say = (path, change) => ({
  path,
  rule: 'document.wrongCodeList',
  draftToo: false,
  ...change,
});

/** What must stand in a value that has parts. */
const PARTS: Partial<Record<Field['type'], readonly string[]>> = {
  code: ['system', 'display'],
  identifier: ['value'],
  quantity: ['value', 'code'],
};

/** What no value of the field is: another type of JSON. */
const otherType = ({ type }: Field): unknown => (type === 'number' || type === 'boolean' ? 'x' : 7);

function* wrongsOf(
  fields: readonly Field[],
  holder: Record<string, unknown>,
  path: string,
): Generator<Wrong> {
  yield unknownField(`${path}/tuntematon`, { holder, key: 'tuntematon', value: 'x' });
  for (const field of fields) {
    const place = `${path}/${field.key}`;
    const become = (value: unknown): Change => ({ holder, key: field.key, value });
    const found = holder[field.key];
    if (field.required) yield missing(place, become(GONE));
    if (!field.repeats) {
      for (const value of [otherType(field), null, [found]]) yield wrongType(place, become(value));
      yield* wrongsWithin(field, found, place);
      continue;
    }
    const [item] = z.array(z.unknown()).parse(found);
    if (field.required) yield missing(place, become([]));
    yield wrongType(place, become(item));
    yield wrongType(`${place}/0`, become([otherType(field)]));
    yield* wrongsWithin(field, item, `${place}/0`);
  }
}

function* wrongsWithin(field: Field, value: unknown, path: string): Generator<Wrong> {
  if (!isRecord(value)) return;
  if (field.type === 'group') yield* wrongsOf(field.fields, value, path);
  else yield* wrongsOfParts(field, value, path);
}

function* wrongsOfParts(field: Field, value: Record<string, unknown>, path: string): Generator<Wrong> {
  const part = (key: string, becomes: unknown): [string, Change] => [
    `${path}/${key}`,
    { holder: value, key, value: becomes },
  ];
  yield unknownField(...part('muu', 'x'));
  for (const key of PARTS[field.type] ?? []) {
    yield missing(...part(key, GONE));
    yield wrongType(...part(key, {}));
  }
  if (field.type !== 'code') return;
  if (field.codes !== undefined) yield notAccepted(...part('code', 'x'));
  if ((field.systems ?? field.codeList) !== undefined) yield wrongList(...part('system', 'x'));
}

/**
 * Every way to spoil one thing of a content that has all its fields, in rounds: the wrongs of a round are of one
 * rule and one depth and touch each a place of its own, so that they can be done at once and told apart.
 */
export function roundsOf(definition: Definition, content: Record<string, unknown>): Wrong[][] {
  const root = content[definition.key];
  if (!isRecord(root)) throw new Error('a sample without its root');
  const rounds = new Map<string, Wrong[]>();
  const turns = new Map<unknown, Map<string, number>>();
  for (const wrong of wrongsOf(definition.fields, root, `/${definition.key}`)) {
    const { holder, key, rule, path } = wrong;
    const ofHolder = turns.get(holder) ?? new Map<string, number>();
    const turn = (ofHolder.get(`${rule} ${key}`) ?? 0) + 1;
    turns.set(holder, ofHolder.set(`${rule} ${key}`, turn));
    const name = `${rule} ${turn} ${path.split('/').length}`;
    rounds.set(name, [...(rounds.get(name) ?? []), wrong]);
  }
  return [...rounds.values()];
}

/** Does all of a round, asks, and puts back what was there. */
export function spoilt<T>(round: readonly Wrong[], ask: () => T): T {
  const before = round.map(({ holder, key }) => [Object.hasOwn(holder, key), holder[key]] as const);
  for (const { holder, key, value } of round) {
    if (value === GONE) delete holder[key];
    else holder[key] = value;
  }
  try {
    return ask();
  } finally {
    for (const [place, { holder, key }] of round.entries()) {
      const [had, value] = before[place] ?? [];
      if (had) holder[key] = value;
      else delete holder[key];
    }
  }
}
