import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COLUMNS } from '../../shared/statistics-columns.ts';
import { type Engine, engineOver, literal } from '../audit/engine.ts';
import { FIGURES } from './figures-table.ts';

/** An engine of SQL that holds the editions that lie in a folder, as the table of Athena does those of the bucket. */
export function openFigures(root: string, controllers: readonly string[]): Promise<Engine> {
  const columns = Object.entries(COLUMNS);
  const empty = `SELECT ${[
    ...columns.map(([name, { type }]) => `CAST(NULL AS ${type}) AS ${name}`),
    'CAST(NULL AS varchar) AS controller',
  ].join(', ')} WHERE false`;
  const parts = controllers
    .map((controller) => ({ controller, rows: join(resolve(root), controller, 'rows') }))
    .filter(({ rows }) => existsSync(rows))
    .map(
      ({ controller, rows }) =>
        `SELECT ${columns.map(([name]) => name).join(', ')}, ${literal(controller)} AS controller
         FROM read_parquet(${literal(join(rows, '**', '*.parquet'))})`,
    );
  return engineOver(
    FIGURES.table,
    `CREATE TABLE ${FIGURES.table} AS ${[empty, ...parts].join(' UNION ALL ')}`,
  );
}
