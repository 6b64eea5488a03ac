import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LogToAsk, openLog } from '../../../infra/audit/ask-log.ts';
import { checkedSql } from '../../../infra/audit/common-sql.ts';
import type { Answer } from '../../../infra/audit/engine.ts';
import { savedQueries } from '../../../infra/audit/saved-queries.ts';
import { auditedFolder, KEUSOTE } from '../../support/audited-folder.ts';

const folder = auditedFolder();
let log: LogToAsk;
beforeAll(async () => {
  log = await openLog(folder, {});
});
afterAll(() => {
  log.engine.close();
  rmSync(folder, { recursive: true });
});

const LIMITS = { rows: 100, seconds: 20 };
const ask = (sql: string, told: Record<string, string> = {}): Promise<Answer> =>
  log.engine.ask(sql, told, LIMITS);
const MAY = { controller: KEUSOTE as string, from: '2026-05-01', to: '2026-05-31' };
const WHO = savedQueries().find(({ name }) => name === 'who-looked-at-client')?.sql ?? '';

describe('nothing but the log is reached by SQL', () => {
  const outside = join(folder, 'outside.csv');

  test.each([
    ["SELECT * FROM read_text('/etc/passwd')"],
    ['SELECT * FROM "read_text"(\'/etc/passwd\')'],
    ["SELECT * FROM read_json('rows/controller=LOIMAA/day=2026-05-04/000000000000.json.gz')"],
    ["SELECT * FROM '/etc/passwd'"],
    ['SELECT * FROM "/etc/passwd"'],
    ["SELECT * FROM glob('/*')"],
    ["SELECT getenv('HOME')"],
    [`COPY access_log TO '${outside}'`],
    [`SELECT 1; COPY access_log TO '${outside}'`],
    [`SELECT e'\\' AS a, ' || read_text('/etc/passwd') || '`],
    ["ATTACH '/tmp/other.db'"],
    ['INSTALL httpfs'],
    ['LOAD httpfs'],
    ['SET enable_external_access = true'],
    ['PRAGMA version'],
    ['DROP TABLE access_log'],
    ['DELETE FROM access_log'],
    ['WITH a AS (DELETE FROM access_log RETURNING event_id) SELECT event_id FROM a'],
    ["INSERT INTO access_log (event_id) VALUES ('x')"],
    ["SELECT * FROM query('DROP TABLE access_log')"],
    ['SELECT * FROM duckdb_settings()'],
    ['SELECT * FROM information_schema.tables'],
    ['SELECT * FROM sqlite_master'],
    ['SELECT event_id FROM access_log, duckdb_tables'],
    ['SELECT a.event_id FROM access_log AS a JOIN access_log AS b ON a.client = b.client, sqlite_master'],
    ['SELECT event_id FROM (SELECT event_id FROM pg_catalog.pg_class) AS a'],
    ['SELECT event_id FROM access_log WHERE client IN (SELECT table_name FROM duckdb_tables)'],
    ['SELECT event_id FROM access_log UNION ALL SELECT name FROM sqlite_master'],
    ['SELECT a.event_id FROM access_log.duckdb_tables AS a'],
    ['SELECT pg_sleep(10)'],
    ['SELECT $1'],
    ['SELECT /* a */ 1'],
    ["SELECT 'open"],
    [''],
  ])('%s', async (sql) => {
    await expect(ask(sql)).rejects.toThrow(/.+/);
    expect(existsSync(outside)).toBe(false);
    expect((await ask('SELECT count(*) AS n FROM access_log')).rows).toEqual([[13]]);
  });

  test('what is told stands for itself, whatever it says', async () => {
    const told = { client: `x' OR '1' = '1`, from: "2026-01-01' --" };
    expect((await ask(WHO, { ...MAY, ...told })).rows).toEqual([]);
  });

  test('a question that lacks what it asks for is not asked', async () => {
    await expect(ask(WHO, MAY)).rejects.toThrow('--client');
    expect(() =>
      checkedSql('SELECT 1 FROM access_log WHERE client = :a AND user_id = :a', 'access_log'),
    ).toThrow('stands once');
  });

  test('of one controller’s log nothing of another’s is there', async () => {
    const own = await openLog(folder, { controller: 'LOIMAA', from: '2026-05-01', to: '2026-05-31' });
    const { rows } = await own.engine.ask('SELECT DISTINCT controller FROM access_log', {}, LIMITS);
    own.engine.close();
    expect(rows).toEqual([['LOIMAA']]);
    await expect(openLog(folder, { controller: '../KEUSOTE' })).rejects.toThrow(/.+/);
  });
});
