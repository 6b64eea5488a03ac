import type { ControllerId } from '../../kernel/id.ts';

/** What keys are made of. Only the files beside this one join parts; whoever needs a key asks `keys.ts`. */
export type PartitionKey = string & { readonly brand: 'PartitionKey' };
export type SortKey = string & { readonly brand: 'SortKey' };
export type Key = { pk: PartitionKey; sk: SortKey };

export const partition = (controller: ControllerId, ...parts: string[]): PartitionKey =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is put on
  [controller, ...parts].join('#') as PartitionKey;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is put on
export const sort = (...parts: string[]): SortKey => parts.join('#') as SortKey;

/** A span of sort keys, both ends included. */
export type Span = { from: SortKey; to: SortKey };
export const AFTER_ALL = '~';
export const spanOf = (prefix: string): Span => ({ from: sort(prefix, ''), to: sort(prefix, AFTER_ALL) });

/** Whatever lies under one id. */
export const spanUnder =
  <Id extends string>(letters: string) =>
  (id: Id): Span => ({ from: sort(letters, id, ''), to: sort(letters, id, AFTER_ALL) });

export const twoDigits = (count: number): string => count.toString().padStart(2, '0');
export const versionText = (version: number): string => version.toString().padStart(8, '0');

/** Over so many partitions spreads what one moment would crowd into one. */
export const SHARDS = 16;
