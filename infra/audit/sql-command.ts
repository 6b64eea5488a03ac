import { parseArgs } from 'node:util';
import * as z from 'zod';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { settingsOf } from '../local/settings.ts';
import { namedIn, openLog } from './ask-log.ts';
import { logQuestion } from './log-question.ts';
import { FORMATS, printed } from './print-answer.ts';
import { savedQueries } from './saved-queries.ts';

export const SQL_USAGE = `sql "SELECT … FROM access_log …" | sql <saved query> [--client …] [--worker …] [--unit …] | sql
  without a question, the saved ones are listed
  --controller  whose log; of several, a saved query needs it
  --from --to   days of Finland, the last included: only their rows are loaded
  --folder      a copy of the archive; without it, what the laptop keeps
  --rows        at most so many rows of the answer (1000)
  --seconds     at most so long (60)
  --format      ${FORMATS.join(', ')}`;

const whole = z.coerce.number().int().positive();

const OPTIONS = {
  controller: { type: 'string' },
  client: { type: 'string' },
  worker: { type: 'string' },
  unit: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  folder: { type: 'string' },
  rows: { type: 'string', default: '1000' },
  seconds: { type: 'string', default: '60' },
  format: { type: 'string', default: 'text' },
} as const;

/** A question to the log in SQL. It is logged itself, before the answer is shown. */
export async function sqlCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [question] = positionals;
  const saved = savedQueries();
  if (question === undefined) {
    for (const { name, title, parameters } of saved)
      console.log(
        `${name.padEnd(24)}${title}\n${' '.repeat(24)}${parameters.map((one) => `--${one}`).join(' ')}`,
      );
    return true;
  }
  const format = z.enum(FORMATS).parse(values.format);
  const limits = {
    rows: whole.max(100_000).parse(values.rows),
    seconds: whole.max(3600).parse(values.seconds),
  };
  const folder = values.folder ?? settingsOf(process.env).folder;
  const days = {
    from: LocalDate.optional().parse(values.from),
    to: LocalDate.optional().parse(values.to),
  };
  const log = await openLog(folder, { controller: values.controller, ...days });
  try {
    const query = saved.find(({ name }) => name === question);
    const [only] = log.controllers;
    const answer = await log.engine.ask(
      query?.sql ?? question,
      told({ ...(log.controllers.length === 1 ? { controller: only } : {}), ...values }),
      limits,
    );
    const logged = await logQuestion(folder, {
      question: query?.name ?? 'sql',
      named: await namedIn(log, [answer]),
    });
    console.log(printed(answer, format));
    if (answer.more) console.error(`There is more: --rows is ${limits.rows}.`);
    console.error(logged);
    return true;
  } finally {
    log.engine.close();
  }
}

const told = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
