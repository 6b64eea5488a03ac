import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedSql } from './common-sql.ts';

/** A question that is asked again and again, in common SQL. What it is told stands in it as `:client`. */
export type SavedQuery = { name: string; title: string; sql: string; parameters: string[] };

const FOLDER = join(import.meta.dirname, 'queries');
const FILE = /^-- (?<title>[^\n]+\?)\n(?<sql>[^]+)$/;

/** Every saved query, by name: the files of `queries`, each with its question in the first line. */
export const savedQueries = (): SavedQuery[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      const { title, sql } = FILE.exec(readFileSync(join(FOLDER, file), 'utf8'))?.groups ?? {};
      if (title === undefined || sql === undefined)
        throw new Error(`${file} does not begin with a question.`);
      return { name: file.slice(0, -'.sql'.length), title, ...sqlOf(sql) };
    });

function sqlOf(sql: string): Pick<SavedQuery, 'sql' | 'parameters'> {
  const { text, parameters } = checkedSql(sql);
  return { sql: text, parameters };
}

/** As Athena takes it: the controller is settled, and the rest is asked for in the order of the question marks. */
export function forAthena({ title, sql, parameters }: SavedQuery, controller: string): string {
  const asked = parameters.filter((name) => name !== 'controller');
  const text = sql.replaceAll(/:([a-z]+)\b/g, (_, name: string) =>
    name === 'controller' ? `'${controller}'` : '?',
  );
  return [`-- ${title}`, `-- asks for: ${asked.join(', ')}`, text].join('\n');
}
