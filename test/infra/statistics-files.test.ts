import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { savedQueries } from '../../infra/audit/saved-queries.ts';
import { openFigures } from '../../infra/statistics/figures-engine.ts';
import { FIGURES } from '../../infra/statistics/figures-table.ts';
import { writeEdition } from '../../infra/statistics/write-edition.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { csvOf } from '../../shared/domain/statistics/csv.ts';
import { StatisticsEdition } from '../../shared/domain/statistics/edition.ts';
import { filesOf } from '../../shared/domain/statistics/edition-files.ts';
import { Row } from '../../shared/domain/statistics/model.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { statisticsKeys } from '../../shared/table/keys.ts';
import { START } from '../support/services.ts';

const DEFINITION = { id: 'workDone', version: 1 };
const period = Period.parse('2026-10');
/** Of the bytes of the first edition’s Parquet. */
const PARQUET = '888d8ed5c2695f1881c52846e9ba9a82eba44ae203f333f03a40a9e9fdeb08a5';

const rows = Row.array().parse([
  { measure: 'entries', value: 12 },
  { measure: 'entries', by: 'unit', key: 'one, "so called"', value: 7 },
  { measure: 'entries', by: 'municipality', key: '018', value: 5 },
]);

/** An edition as it is stored. */
function anEdition(edition = 1, own = rows): StatisticsEdition {
  const csv = csvOf(DEFINITION, period, own);
  return StatisticsEdition.parse({
    ...statisticsKeys.edition(ControllerId.parse('KEUSOTE'), {
      definitionId: DEFINITION.id,
      period,
      edition,
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
    edition,
    use: { kind: 'own', use: 'planning' },
    rows: own,
    differences: [],
    facts: 12,
    snapshot: sha256Of(''),
    csv: { bytes: Buffer.byteLength(csv), sha256: sha256Of(csv) },
    madeAt: START,
  });
}

async function inFolder(act: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'sointu-statistics-'));
  try {
    await act(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('an edition as files is read by another engine row for row, and is the same bytes each time', () =>
  inFolder(async (root) => {
    expect(filesOf(anEdition())).toEqual(filesOf(anEdition()));
    // Written down once: another machine, another day and another release of this code write the same.
    expect(sha256Of(filesOf(anEdition())[0]?.bytes ?? '')).toBe(PARQUET);
    const [parquet, csv, , manifest] = writeEdition(root, anEdition());
    const told: unknown = JSON.parse(readFileSync(String(manifest), 'utf8'));
    expect(told).toMatchObject({
      definitionVersion: 1,
      edition: 1,
      facts: 12,
      snapshot: sha256Of(''),
      files: { 'editions/workDone/2026-10/1/rows.csv': anEdition().csv },
    });

    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const readOf = async (file: string | undefined): Promise<unknown[]> => {
      const asked = `SELECT measure, division, part, CAST(value AS INTEGER) AS value FROM '${file}' ORDER BY value DESC`;
      return (await connection.runAndReadAll(asked)).getRowObjects();
    };
    const expected = [
      { measure: 'entries', division: null, part: null, value: 12 },
      { measure: 'entries', division: 'unit', part: 'one, "so called"', value: 7 },
      { measure: 'entries', division: 'municipality', part: '018', value: 5 },
    ];
    expect(await readOf(parquet)).toEqual(expected);
    expect(await readOf(csv)).toEqual(expected);
    connection.closeSync();
    instance.closeSync();

    expect(() => filesOf({ ...anEdition(), rows: rows.slice(1) })).toThrow('not the edition’s');
  }));

test('the saved questions are asked of a folder as of the bucket', () =>
  inFolder(async (root) => {
    const folder = join(root, 'KEUSOTE');
    writeEdition(folder, anEdition());
    writeEdition(folder, anEdition(2, [{ measure: 'entries', value: 11 }, ...rows.slice(1)]));
    const engine = await openFigures(root, ['KEUSOTE', 'LOIMAA']);
    const saved = new Map(savedQueries(FIGURES).map((query) => [query.name, query]));
    const asked = async (name: string, told: Record<string, string>) => {
      const query = saved.get(name);
      if (query === undefined) throw new Error(`no ${name}`);
      const all: Record<string, string> = { controller: 'KEUSOTE', definition: 'workDone', ...told };
      const own = Object.fromEntries(query.parameters.map((one) => [one, all[one] ?? '']));
      return (await engine.ask(query.sql, own, { rows: 10, seconds: 10 })).rows;
    };
    expect(await asked('latest-edition', { period })).toEqual([
      [2, 'entries', 'municipality', '018', 5],
      [2, 'entries', 'unit', 'one, "so called"', 7],
      [2, 'entries', null, null, 11],
    ]);
    expect(await asked('over-periods', { from: '2026-01', to: '2026-12' })).toEqual([
      ['2026-10', 'entries', 11],
    ]);
    expect(await asked('what-changed', { period })).toEqual([[2, 'entries', '', '', 12, 11]]);
    expect(await asked('latest-edition', { period, controller: 'LOIMAA' })).toEqual([]);
    expect(saved.size).toBe(3);
    await expect(engine.ask('SELECT 1 FROM access_log', {}, { rows: 1, seconds: 1 })).rejects.toThrow(
      'There is figures',
    );
    engine.close();
  }));
