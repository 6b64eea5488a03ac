import type { Place } from './seal.ts';

/** A place at whatever version the item has. */
export type PlaceOfItem = Omit<Place, 'version'>;

/** Where a sealed attribute of a client's record lies: it opens there and nowhere else. */
export const recordPlace = ({ pk, sk }: { pk: string; sk: string }, attribute: string): PlaceOfItem => ({
  table: 'records',
  pk,
  sk,
  attribute,
});
