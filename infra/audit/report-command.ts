import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { systemClock } from '../../shared/kernel/clock.ts';
import { addMonths, helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { SEAL_KEYS } from '../local/sealer.ts';
import { settingsOf } from '../local/settings.ts';
import { namedIn, openLog } from './ask-log.ts';
import { folderCopy } from './folder-copy.ts';
import { logQuestion } from './log-question.ts';
import { toldMoments } from './moments.ts';
import { daysOfMonth, markdownOf, monthlyReport } from './monthly-report.ts';
import { LANGUAGES } from './report-texts.ts';
import { toldKey, verify } from './verify.ts';

export const REPORT_USAGE = `report monthly [--month 2026-05] [--controller …] [--language fi|sv|en] [--format text|json]
  for the data-protection officer: the saved queries of a month (the last one), and whether it is whole
  --key, --folder  as above`;

const Format = z.enum(['text', 'json']);

/** The monthly report of each log. @returns false where a log is not whole. */
export async function reportCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      month: { type: 'string' },
      controller: { type: 'string' },
      language: { type: 'string', default: 'fi' },
      format: { type: 'string', default: 'text' },
      folder: { type: 'string' },
      key: { type: 'string', multiple: true },
    },
  });
  if (positionals[0] !== 'monthly') throw new Error(REPORT_USAGE);
  const language = z.enum(LANGUAGES).parse(values.language);
  const format = Format.parse(values.format);
  const folder = values.folder ?? settingsOf(process.env).folder;
  const month = values.month ?? addMonths(helsinkiDateOf(systemClock.now()), -1).slice(0, 7);
  const days = daysOfMonth(month);
  const keys = new Map((values.key ?? keysIn(folder)).map((key) => [toldKey(key).controller, key] as const));
  const log = await openLog(folder, { controller: values.controller, ...days });
  try {
    const reports = [];
    for (const controller of log.controllers) {
      const key = keys.get(controller);
      const checked =
        key === undefined ? undefined : await verify(folderCopy(folder), key, toldMoments(days));
      reports.push(await monthlyReport(log.engine, { controller, ...days, checked }));
    }
    const answers = reports.flatMap(({ sections }) => sections.map(({ answer }) => answer));
    const logged = await logQuestion(folder, {
      question: 'report monthly',
      named: await namedIn(log, answers),
    });
    console.log(
      format === 'json'
        ? JSON.stringify(reports, undefined, 2)
        : reports.map((report) => markdownOf(report, language)).join('\n\n'),
    );
    console.error(logged);
    return reports.every(({ checked }) => checked?.whole !== false);
  } finally {
    log.engine.close();
  }
}

function keysIn(folder: string): string[] {
  const file = join(folder, SEAL_KEYS);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}
