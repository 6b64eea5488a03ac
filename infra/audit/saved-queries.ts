import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedSql } from './common-sql.ts';

/** Of which table questions are asked, and where the saved ones are. */
export type QuestionsOf = { table: string; folder: string };

/** The access log. */
export const ACCESS_LOG: QuestionsOf = {
  table: 'access_log',
  folder: join(import.meta.dirname, 'queries'),
};

/** A question that is asked again and again, in common SQL. What it is told stands in it as `:client`. */
export type SavedQuery = { name: string; title: string; sql: string; parameters: string[] };

const FILE = /^-- (?<title>[^\n]+\?)\n(?<sql>[^]+)$/;

/** Every saved query, by name: the files of a folder, each with its question in the first line. */
export const savedQueries = ({ table, folder }: QuestionsOf = ACCESS_LOG): SavedQuery[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      const { title, sql } = FILE.exec(readFileSync(join(folder, file), 'utf8'))?.groups ?? {};
      if (title === undefined || sql === undefined)
        throw new Error(`${file} does not begin with a question.`);
      return { name: file.slice(0, -'.sql'.length), title, ...sqlOf(sql, table) };
    });

function sqlOf(sql: string, table: string): Pick<SavedQuery, 'sql' | 'parameters'> {
  const { text, parameters } = checkedSql(sql, table);
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
