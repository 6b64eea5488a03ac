import * as z from 'zod';
import type { BlindIndex } from './crypto/blind-index.ts';
import type { NamedFact } from './kept-facts.ts';
import type { ControllerId } from './kernel/id.ts';
import { monthOf } from './kernel/local-date.ts';
import { FactKind } from './statistics-fact.ts';
import { type PartitionKey, type SortKey, workKeys } from './table/keys.ts';

const isText = (value: unknown): boolean => typeof value === 'string';

/**
 * The mark of a fact whose thing was disposed of, or expires: it stays in the figures, and nothing of the register tells it
 * any more. One mark a fact, by its keyed hash, so that no two facts are known to be of one thing.
 */
export const GoneFact = z.strictObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
  entity: z.literal('goneFact'),
  schemaVersion: z.literal(1),
  kind: FactKind,
});
export type GoneFact = z.infer<typeof GoneFact>;

/** Of facts that stand: what takes one back has no mark of its own. */
export const goneFactsOf = (
  controller: ControllerId,
  index: BlindIndex,
  facts: readonly NamedFact[],
): GoneFact[] =>
  facts
    .filter(({ fact }) => fact.undoes !== true)
    .map(({ about, fact: { kind, on } }) =>
      goneFact(controller, kind, monthOf(on), index.factAbout(kind, about)),
    );

export const goneFact = (
  controller: ControllerId,
  kind: GoneFact['kind'],
  month: string,
  about: string,
): GoneFact => ({
  ...workKeys.goneFact(controller, month, about),
  entity: 'goneFact',
  schemaVersion: 1,
  kind,
});
