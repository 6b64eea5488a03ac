import * as z from 'zod';
import { packedParts, unpackedParts } from '../../table/packed.ts';
import { StatisticsEdition } from './edition.ts';
import { Form } from './form.ts';
import { Difference, Row } from './model.ts';

/** More rows, with the cells of the form, than these lie packed: as text they would be more than an item of the table holds. */
const MOST_IN_CLEAR = 1000;

/** An edition as it lies in the table: its rows, differences and form in clear, or packed where there are many. */
export const StoredEdition = StatisticsEdition.extend({ packed: z.instanceof(Uint8Array).optional() });
type StoredEdition = z.infer<typeof StoredEdition>;

const Packed = z.strictObject({
  rows: z.array(Row),
  differences: z.array(Difference),
  form: Form.optional(),
});

/** @returns nothing where even packed it is more than an item holds. */
export function storedEdition(edition: StatisticsEdition): StoredEdition | undefined {
  const { form, ...rest } = edition;
  const { rows, differences } = rest;
  const cells = form === undefined ? 0 : form.rows.length * form.columns.length;
  if (rows.length + differences.length + cells <= MOST_IN_CLEAR) return edition;
  const [packed, another] = packedParts({ rows, differences, ...(form === undefined ? {} : { form }) });
  return packed === undefined || another !== undefined
    ? undefined
    : { ...rest, rows: [], differences: [], packed };
}

export function openedEdition({ packed, ...edition }: StoredEdition): StatisticsEdition {
  return packed === undefined ? edition : { ...edition, ...Packed.parse(unpackedParts([packed])) };
}

/** A row as it lies there, not yet looked into: one that is spoilt is met when it is opened, and not with the others. */
export const EditionRow = z.looseObject({ pk: z.string(), sk: z.string() });
export type EditionRow = z.infer<typeof EditionRow>;

/** @throws where it is spoilt. */
export const openedRow = (row: EditionRow): StatisticsEdition => openedEdition(StoredEdition.parse(row));
