/** A column of the files of an edition: its type in SQL, and what it tells. */
type Column = { type: 'varchar' | 'integer' | 'bigint'; tells: string };

/** The rows of an edition for SQL, in their order: the table of Athena, the files, and the engine of a laptop read the same. */
export const COLUMNS = {
  definition: { type: 'varchar', tells: 'the definition by which it was counted' },
  version: { type: 'integer', tells: 'the version of the definition' },
  period: { type: 'varchar', tells: '2026-11, 2026, or 2026-04..2026-09' },
  edition: { type: 'integer', tells: 'the number of the edition: the largest of a period stands' },
  measure: { type: 'varchar', tells: 'which number of the definition' },
  division: {
    type: 'varchar',
    tells: 'by what it is divided: unit, municipality, code; empty for the whole',
  },
  part: { type: 'varchar', tells: 'the value of the division; empty for the whole' },
  value: { type: 'bigint', tells: 'the number, as it was counted: it may be of one person' },
} as const satisfies Record<string, Column>;
