import { parquetWriteBuffer } from 'hyparquet-writer';
import { COLUMNS } from '../../statistics-columns.ts';
import type { StatisticsEdition } from './edition.ts';

const TYPES = { varchar: 'STRING', integer: 'INT32', bigint: 'INT64' } as const;

/** The rows of an edition as Parquet: no time, no machine and no order of chance in it, so that the same rows are the same bytes. */
export function parquetOf({
  definitionId: definition,
  definitionVersion: version,
  period,
  edition,
  rows,
}: Pick<
  StatisticsEdition,
  'definitionId' | 'definitionVersion' | 'period' | 'edition' | 'rows'
>): Uint8Array {
  const cells: Record<keyof typeof COLUMNS, string | number | bigint | null>[] = rows.map(
    ({ measure, by = null, key = null, value = 0 }) => ({
      definition,
      version,
      period,
      edition,
      measure,
      division: by,
      part: key,
      value: BigInt(value),
    }),
  );
  const column = (name: keyof typeof COLUMNS) => ({
    name,
    type: TYPES[COLUMNS[name].type],
    data: cells.map((cell) => cell[name]),
    nullable: name === 'division' || name === 'part',
  });
  const written = parquetWriteBuffer({
    columnData: [
      column('definition'),
      column('version'),
      column('period'),
      column('edition'),
      column('measure'),
      column('division'),
      column('part'),
      column('value'),
    ],
    createdBy: 'sointu',
  });
  return new Uint8Array(written);
}
