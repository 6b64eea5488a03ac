import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { manifestOf } from '../../functions/statistics/export-view.ts';
import { csvOf } from '../../shared/domain/statistics/csv.ts';
import type { StatisticsEdition } from '../../shared/domain/statistics/edition.ts';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The columns of the file, typed for whoever reads Parquet. */
const COLUMNS =
  "{definition: 'VARCHAR', version: 'INTEGER', period: 'VARCHAR', measure: 'VARCHAR', division: 'VARCHAR', part: 'VARCHAR', value: 'BIGINT'}";

/**
 * Writes an edition as CSV, Parquet and a manifest with the hash of each. The CSV is the edition's own, byte for byte;
 * the Parquet is the same each time by one release of the engine that writes it. An edition is never changed: what was
 * written before is written again as it was.
 */
export async function writeEdition(
  root: string,
  edition: StatisticsEdition,
): Promise<{ folder: string; files: Record<string, { bytes: number; sha256: string }> }> {
  const { definitionId: id, definitionVersion: version, period, rows, differences } = edition;
  const folder = join(root, id, period, String(edition.edition));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const csv = join(folder, 'rows.csv');
  const parquet = join(folder, 'rows.parquet');
  writeFileSync(csv, csvOf({ id, version }, period, rows), { mode: 0o600 });
  rmSync(parquet, { force: true });
  await parquetOf(csv, parquet);
  writeFileSync(join(folder, 'differences.json'), `${JSON.stringify(differences, null, 2)}\n`, {
    mode: 0o600,
  });
  const files = Object.fromEntries(
    ['rows.csv', 'rows.parquet', 'differences.json'].map((name) => {
      const bytes = readFileSync(join(folder, name));
      return [name, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }];
    }),
  );
  if (files['rows.csv']?.sha256 !== edition.csv.sha256) throw new Error('The file is not the edition’s.');
  const manifest = { ...manifestOf(edition), files };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return { folder, files };
}

async function parquetOf(csv: string, parquet: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(
      `COPY (SELECT * FROM read_csv(${literal(csv)}, header = true, delim = ',', quote = '"', new_line = '\\r\\n',
        columns = ${COLUMNS})) TO ${literal(parquet)} (FORMAT parquet)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
