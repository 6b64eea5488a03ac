import * as z from 'zod';
import { isRecord } from '../../../documents/visit.ts';
import type { Json } from '../../../kernel/json.ts';
import type { FindOthers } from './found-in-text.ts';

/** A place of an item where others seem to be told of without a mark, for whoever goes through the part. */
export const PointedOut = z
  .strictObject({
    place: z.int().nonnegative(),
    /** As they stand in the text. */
    words: z.string(),
    /** The same with what stands around it, the first time. */
    passage: z.string(),
    because: z.enum(['name', 'identityCode', 'phone', 'email', 'address']),
    /** How many times in the item. */
    times: z.int().positive(),
  })
  .meta({ id: 'PackagePointedOut' });
export type PointedOut = z.infer<typeof PointedOut>;

type Item = { place: number; told?: Json | undefined };

const AROUND = 60;

/** Ids and codes of machines, and of workers the name and the post, which are told as they are. */
const isOfMachines = (name: string): boolean => /(?:Id|Ids|Oid|sha256)$/.test(name);
const isWorker = (value: Record<string, unknown>): boolean => 'userId' in value || 'post' in value;

/** Every text in which others may be told of. The name of a person in the network is told by its own rule. */
function* textsOf(value: unknown, within: string): Generator<string> {
  if (typeof value === 'string') yield value;
  if (Array.isArray(value)) for (const one of value) yield* textsOf(one, within);
  if (!isRecord(value)) return;
  for (const [name, one] of Object.entries(value)) {
    if (isOfMachines(name)) continue;
    if (isWorker(value) && (name === 'name' || name === 'post')) continue;
    if (within === 'person' && name === 'name') continue;
    yield* textsOf(one, name);
  }
}

/** What is pointed out in the items, each way of writing once an item. What is not told is left out. */
export function pointedOutIn(items: readonly Item[], find: FindOthers): PointedOut[] {
  return items.flatMap(({ place, told }) => {
    const found = new Map<string, PointedOut>();
    for (const text of told === undefined ? [] : textsOf(told, '')) {
      for (const { from, to, because } of find(text)) {
        const words = text.slice(from, to);
        const before = found.get(words);
        const passage = before?.passage ?? text.slice(Math.max(0, from - AROUND), to + AROUND).trim();
        found.set(words, { place, words, passage, because, times: (before?.times ?? 0) + 1 });
      }
    }
    return [...found.values()];
  });
}
