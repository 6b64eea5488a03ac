import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue, StatementType } from '@duckdb/node-api';
import { COLUMNS, PARTITIONS } from '../../shared/trail/rows/columns.ts';
import { type Checked, checkedSql } from './common-sql.ts';
import { ACCESS_LOG } from './saved-queries.ts';

export type Cell = string | number | boolean | null;
export type Answer = { columns: string[]; rows: Cell[][]; more: boolean };

/** What may be asked: whose log, and days of Finland. */
export type Scope = { controllers: readonly string[]; from?: string | undefined; to?: string | undefined };
export type Limits = { rows: number; seconds: number };

export type Engine = {
  /** @throws Error when the text is no question of common SQL, when a parameter lacks, or when it takes too long. */
  ask(sql: string, told: Readonly<Record<string, string>>, limits: Limits): Promise<Answer>;
  close(): void;
};

const SAFE = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  memory_limit: '2GB',
  threads: '2',
};

/**
 * An engine of SQL that holds the rows of the log in this scope, and nothing else: once they are loaded it reaches no
 * file and no network, and that cannot be undone. It ends with this process.
 */
export const openEngine = (folder: string, scope: Scope): Promise<Engine> =>
  engineOver(ACCESS_LOG.table, tableOf(rowFiles(folder, scope)));

/** An engine that holds one table, which `create` makes, and reaches nothing else from then on. */
export async function engineOver(table: string, create: string): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', SAFE);
  const connection = await instance.connect();
  await connection.run(create);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return {
    ask: async (sql, told, limits) => ask(connection, checkedSql(sql, table), told, limits),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The objects of this scope: partitions are names of folders. */
function rowFiles(folder: string, { controllers, from = '', to = '9999' }: Scope): string[] {
  const root = join(resolve(folder), 'rows');
  return controllers
    .map((controller) => join(root, `controller=${controller}`))
    .filter((path) => existsSync(path))
    .flatMap((path) => globSync('day=*/*.json.gz', { cwd: path }).map((name) => join(path, name)))
    .filter((file) => {
      const day = /day=([\d-]+)/.exec(file.slice(root.length))?.[1] ?? '';
      return day >= from && day <= to;
    })
    .toSorted();
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function tableOf(files: readonly string[]): string {
  const columns = Object.entries(COLUMNS).map(([name, { type }]) => ({ name, type }));
  const partitions = Object.keys(PARTITIONS);
  if (files.length === 0) {
    const all = [...columns, ...partitions.map((name) => ({ name, type: 'varchar' }))];
    return `CREATE TABLE access_log (${all.map(({ name, type }) => `${name} ${type}`).join(', ')})`;
  }
  return `CREATE TABLE access_log AS SELECT ${[...columns.map(({ name }) => name), ...partitions].join(', ')}
    FROM read_json([${files.map(literal).join(', ')}], format = 'newline_delimited', hive_partitioning = true,
      columns = {${columns.map(({ name, type }) => `${name}: ${literal(type)}`).join(', ')}},
      hive_types = {${partitions.map((name) => `${name}: 'varchar'`).join(', ')}})`;
}

async function ask(
  connection: DuckDBConnection,
  { text, parameters }: Checked,
  told: Readonly<Record<string, string>>,
  { rows, seconds }: Limits,
): Promise<Answer> {
  const values = Object.fromEntries(
    parameters.map((name) => {
      const value = told[name];
      if (value === undefined) throw new Error(`The question asks for --${name}.`);
      return [name, value];
    }),
  );
  // A colon stands nowhere else in common SQL, but in texts: those are left as they are.
  const bound = text.replaceAll(/'(?:[^']|'')*'|:([a-z]+)\b/g, (all, name?: string) =>
    name === undefined ? all : `$${name}`,
  );
  const statements = await connection.extractStatements(bound);
  const statement = await statements.prepare(0);
  if (statements.count !== 1 || statement.statementType !== StatementType.SELECT)
    throw new Error('A question is one SELECT.');
  statement.bind(values);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, seconds * 1000);
  try {
    const reader = await statement.streamAndReadUntil(rows + 1);
    const found = reader.getRows().map((row) => row.map(cellOf));
    return { columns: reader.columnNames(), rows: found.slice(0, rows), more: found.length > rows };
  } catch (thrown) {
    if (late) throw new Error(`The question took longer than ${seconds} seconds.`, { cause: thrown });
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

/** Counts come as large integers; what is neither text, number nor truth is told as a text. */
const cellOf = (value: DuckDBValue): Cell =>
  typeof value === 'bigint'
    ? Number(value)
    : value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : String(value);
