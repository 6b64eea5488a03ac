import * as z from 'zod';
import { isRecord } from '../../documents/visit.ts';
import { Json } from '../../kernel/json.ts';
import type { DocumentContent } from './model.ts';

/**
 * What became different between two contents, as paths of member names and places. A draft's body is written once
 * and stays where it is when the draft becomes final: what was filled in then lies beside it as such a list, so that
 * what was locked never depends on the code that filled it in.
 */
export const ContentChange = z.strictObject({
  at: z.array(z.union([z.string(), z.int().nonnegative()])),
  /** Left out where something was taken away. */
  value: Json.optional(),
});
export type ContentChange = z.infer<typeof ContentChange>;

export function changesBetween(
  before: unknown,
  after: unknown,
  at: ContentChange['at'] = [],
): ContentChange[] {
  if (Object.is(before, after)) return [];
  if (after === undefined) return [{ at }];
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changesBetween(own(before, key), own(after, key), [...at, key]),
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length <= after.length) {
    return after.flatMap((item, place) => changesBetween(before[place], item, [...at, place]));
  }
  return [{ at, value: Json.parse(after) }];
}

const own = (record: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export function applyChanges(content: DocumentContent, changes: readonly ContentChange[]): DocumentContent {
  const made: DocumentContent = structuredClone(content);
  for (const { at, value } of changes) write(made, at, value);
  return made;
}

function write(root: DocumentContent, at: ContentChange['at'], value: ContentChange['value']): void {
  let holder: unknown = root;
  for (const [step, key] of at.entries()) {
    if (step === at.length - 1) return put(holder, key, value);
    holder = memberOf(holder, key);
  }
}

function memberOf(holder: unknown, key: string | number): unknown {
  if (Array.isArray(holder) && typeof key === 'number') return holder[key];
  if (isRecord(holder) && typeof key === 'string' && Object.hasOwn(holder, key)) return holder[key];
  throw new Error('A change of a content names a place that is not there.');
}

function put(holder: unknown, key: string | number, value: ContentChange['value']): void {
  if (Array.isArray(holder) && typeof key === 'number' && value !== undefined) holder[key] = value;
  else if (isRecord(holder) && typeof key === 'string') {
    if (value === undefined) delete holder[key];
    else holder[key] = value;
  } else throw new Error('A change of a content names a place that is not there.');
}
