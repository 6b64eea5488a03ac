import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { writeEdition } from '../../infra/statistics/write-edition.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { csvOf } from '../../shared/domain/statistics/csv.ts';
import { StatisticsEdition } from '../../shared/domain/statistics/edition.ts';
import { Row } from '../../shared/domain/statistics/model.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { statisticsKeys } from '../../shared/table/keys.ts';
import { START } from '../support/services.ts';

const DEFINITION = { id: 'workDone', version: 1 };
const period = Period.parse('2026-10');
const rows = Row.array().parse([
  { measure: 'entries', value: 12 },
  { measure: 'entries', by: 'unit', key: 'one, "so called"', value: 7 },
  { measure: 'entries', by: 'municipality', key: '018', value: 5 },
]);

/** An edition as it is stored. */
function anEdition(): StatisticsEdition {
  const csv = csvOf(DEFINITION, period, rows);
  return StatisticsEdition.parse({
    ...statisticsKeys.edition(ControllerId.parse('KEUSOTE'), {
      definitionId: DEFINITION.id,
      period,
      edition: 1,
      use: 'a',
    }),
    entity: 'statisticsEdition',
    schemaVersion: 1,
    version: 1,
    createdAt: START,
    createdBy: 'test',
    updatedAt: START,
    updatedBy: 'test',
    definitionId: DEFINITION.id,
    definitionVersion: DEFINITION.version,
    period,
    edition: 1,
    use: { kind: 'own', use: 'planning' },
    rows,
    differences: [],
    facts: 12,
    snapshot: sha256Of(''),
    csv: { bytes: Buffer.byteLength(csv), sha256: sha256Of(csv) },
    madeAt: START,
  });
}

test('an edition in a folder is read by another engine row for row, and is the same bytes when it is written again', async () => {
  const root = mkdtempSync(join(tmpdir(), 'sointu-statistics-'));
  try {
    const first = await writeEdition(root, anEdition());
    const again = await writeEdition(root, anEdition());
    expect(again).toEqual(first);
    const manifest: unknown = JSON.parse(readFileSync(join(first.folder, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ definitionVersion: 1, edition: 1, facts: 12, files: first.files });

    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const readOf = async (file: string): Promise<unknown[]> => {
      const asked = `SELECT measure, division, part, CAST(value AS INTEGER) AS value FROM '${join(first.folder, file)}' ORDER BY value DESC`;
      return (await connection.runAndReadAll(asked)).getRowObjects();
    };
    const expected = [
      { measure: 'entries', division: null, part: null, value: 12 },
      { measure: 'entries', division: 'unit', part: 'one, "so called"', value: 7 },
      { measure: 'entries', division: 'municipality', part: '018', value: 5 },
    ];
    expect(await readOf('rows.parquet')).toEqual(expected);
    expect(await readOf('rows.csv')).toEqual(expected);
    connection.closeSync();
    instance.closeSync();

    const spoilt = { ...anEdition(), rows: rows.slice(1) };
    await expect(writeEdition(root, spoilt)).rejects.toThrow('not the edition’s');
  } finally {
    rmSync(root, { recursive: true });
  }
});
