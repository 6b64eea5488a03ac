import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LogToAsk, namedIn, openLog } from '../../../infra/audit/ask-log.ts';
import type { Answer, Cell } from '../../../infra/audit/engine.ts';
import { writeLines } from '../../../infra/audit/log-question.ts';
import { daysOfMonth, markdownOf, monthlyReport } from '../../../infra/audit/monthly-report.ts';
import { printed } from '../../../infra/audit/print-answer.ts';
import { LANGUAGES, SECTIONS } from '../../../infra/audit/report-texts.ts';
import { forAthena, savedQueries } from '../../../infra/audit/saved-queries.ts';

import { linesOfClient } from '../../../shared/trail/read.ts';
import { auditedFolder, KEUSOTE, LOIMAA } from '../../support/audited-folder.ts';
import { clientOf, workerOf } from '../../support/log-event.ts';
import { testServices } from '../../support/services.ts';

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
const MAY = { controller: KEUSOTE as string, from: '2026-05-01', to: '2026-05-31' };
const ask = (sql: string, told: Record<string, string> = {}): Promise<Answer> =>
  log.engine.ask(sql, told, LIMITS);
const queryNamed = (name: string) =>
  savedQueries().find((one) => one.name === name) ?? expect.fail(`no ${name}`);

async function rowsOf(name: string, told: Record<string, string> = {}): Promise<Record<string, Cell>[]> {
  const { columns, rows } = await ask(queryNamed(name).sql, { ...MAY, ...told });
  return rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])));
}

describe('saved queries answer', () => {
  test('who looked at this client in May, and on what ground', async () => {
    const rows = await rowsOf('who-looked-at-client', { client: clientOf(1) });
    expect(rows.map(({ user_name, basis, result }) => [user_name, basis, result])).toEqual([
      ['Ville Virta', 'administration', 'allowed'],
      ['Ville Virta', 'ownWorker', 'failed'],
      ['Ville Virta', 'ownWorker', 'allowed'],
      ['Ville Virta', 'ownWorker', 'allowed'],
      ['Ville Virta', 'ownWorker', 'allowed'],
      ['Anna Apulainen', 'ownWorker', 'refused'],
      ['Anna Apulainen', 'breakGlass', 'allowed'],
      ['Anna Apulainen', 'ownWorker', 'allowed'],
      ['Ville Virta', 'ownWorker', 'allowed'],
    ]);
  });

  test.each<[string, Record<string, string>, Record<string, Cell>[]]>([
    ['who-looked-at-client', { client: clientOf(9) }, []],
    [
      'used-by-worker',
      { worker: workerOf(2) },
      [{ code: 'access.noTie' }, { basis: 'breakGlass' }, { client: clientOf(1) }, { client: clientOf(2) }],
    ],
    [
      'used-by-unit',
      { unit: 'unit-2' },
      [{ basis: 'breakGlass', lines: 1 }, { result: 'allowed', lines: 1, clients: 2 }, { result: 'refused' }],
    ],
    [
      'by-result',
      {},
      [
        { read_only: false, lines: 1 },
        { read_only: true, lines: 7, clients: 2 },
        { result: 'failed' },
        { result: 'refused' },
      ],
    ],
    [
      'by-basis',
      {},
      [{ basis: 'ownWorker', lines: 6, workers: 2 }, { basis: 'administration' }, { basis: 'breakGlass' }],
    ],
    ['break-glass', {}, [{ user_name: 'Anna Apulainen', reason_id: 'opening-1', log_index: 2 }]],
    ['refused', {}, [{ user_id: workerOf(2), code: 'access.noTie', lines: 1 }]],
    ['failed', {}, [{ lines: 1 }]],
    ['searches', {}, [{ action: 'clients.search', lines: 1, clients: 0 }]],
    ['disclosures', {}, []],
    [
      'out-of-hours',
      {},
      [
        { user_name: 'Ville Virta', lines: 1 },
        { user_name: 'Anna Apulainen', lines: 1, clients: 2 },
      ],
    ],
    [
      'authentication-methods',
      {},
      [
        { authentication_method: 'card', lines: 9 },
        { authentication_method: 'operator', lines: 1 },
      ],
    ],
    ['seen-without-tie', {}, [{ basis: 'administration', clients: 1 }]],
    [
      'clients-by-worker',
      {},
      [
        { user_id: workerOf(2), clients: 2 },
        { user_id: workerOf(1), clients: 1 },
      ],
    ],
    [
      'changes-of-client',
      { client: clientOf(1) },
      [{ event_name: 'ClientChanged', changed_fields: 'phones' }],
    ],
    ['as-deputy', {}, [{ deputy_for: workerOf(3) }]],
    ['log-read', {}, [{ client: clientOf(1) }]],
    ['by-operators', {}, [{ result: 'failed' }]],
    ['planted', {}, [{ day: '2026-05-13' }]],
    ['deployed-changes', {}, [{ day: '2026-05-14', changed_fields: 'code cases' }]],
  ])('%s', async (name, told, expected) => {
    expect(await rowsOf(name, told)).toMatchObject(expected);
  });

  test('every one has been tried here, names its controller and its days, and is told each thing once', () => {
    for (const { parameters, sql } of savedQueries()) {
      expect(parameters.slice(0, 3)).toEqual(['controller', 'from', 'to']);
      expect(sql).toMatch(/\nORDER BY /);
    }
    expect(savedQueries()).toHaveLength(20);
  });

  test('as Athena takes them, they name the controller and ask for the rest', () => {
    expect(forAthena(queryNamed('who-looked-at-client'), 'LOIMAA').split('\n')).toMatchObject({
      1: '-- asks for: from, to, client',
      4: "WHERE controller = 'LOIMAA'",
      5: '  AND day BETWEEN ? AND ?',
    });
  });
});

describe('a question of one’s own', () => {
  test('is common SQL over the log', async () => {
    const answer = await ask(
      "WITH seen AS (SELECT client, count(DISTINCT event_id) AS lines FROM access_log WHERE day >= '2026-05-01' GROUP BY client) SELECT client, lines, rank() OVER (ORDER BY lines DESC) AS place FROM seen WHERE client IS NOT NULL AND lines > 1;",
    );
    expect(answer).toEqual({
      columns: ['client', 'lines', 'place'],
      rows: [[clientOf(1), 9, 1]],
      more: false,
    });
  });

  test('shows at most so many rows, and says that there are more', async () => {
    const answer = await log.engine.ask('SELECT event_id FROM access_log', {}, { rows: 3, seconds: 20 });
    expect(answer).toMatchObject({ more: true });
    expect(answer.rows).toHaveLength(3);
  });

  test('ends when it takes too long', async () => {
    const many = Array.from({ length: 9 }, (_, nth) => `access_log AS t${nth}`).join(' CROSS JOIN ');
    const sql = `SELECT count(DISTINCT concat(t0.event_id, t4.event_id, t8.event_id)) FROM ${many}`;
    await expect(log.engine.ask(sql, {}, { rows: 1, seconds: 1 })).rejects.toThrow('longer than 1 seconds');
  });

  test('that leaves out what Athena would ask for is refused here too', async () => {
    await expect(ask('SELECT client, count(*) FROM access_log GROUP BY user_id')).rejects.toThrow('GROUP BY');
  });
});

describe('the monthly report', () => {
  test('asks every saved query that is about nobody, and says whether the log is whole', async () => {
    const days = daysOfMonth('2026-05');
    const checked = { whole: false, sentences: ['KEUSOTE: NOT WHOLE.'] };
    const report = await monthlyReport(log.engine, { controller: KEUSOTE, ...days, checked });
    const general = savedQueries().filter(({ parameters }) => parameters.length === 3);
    expect(SECTIONS.map(({ query }) => query).toSorted()).toEqual(general.map(({ name }) => name));
    for (const language of LANGUAGES) {
      const text = markdownOf(report, language);
      for (const { title } of SECTIONS) expect(text).toContain(`## ${title[language]}\n`);
      expect(text).toContain('NOT WHOLE');
      expect(text).toContain('| opening-1 |');
      expect(text).not.toContain(clientOf(9));
    }
  });

  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
  ])('of %s ends on %s', (month, to) => {
    expect(daysOfMonth(month)).toEqual({ from: `${month}-01`, to });
  });
});

describe('asking the log by SQL is logged', () => {
  test('with the question’s name, by whom, and every client whom the answer names', async () => {
    const { services, drained, clock } = await testServices();
    const answer = await ask(
      'SELECT DISTINCT client FROM access_log WHERE client IS NOT NULL ORDER BY client',
    );
    const named = await namedIn(log, [answer]);
    expect(named).toEqual(
      new Map([
        [KEUSOTE, [clientOf(1), clientOf(2), clientOf(3)]],
        [LOIMAA, [clientOf(9)]],
      ]),
    );
    expect(await writeLines(services, 'kaisa', { question: 'sql', named })).toBe(2);
    await drained();
    const moments = { from: clock.now(), to: clock.now() };
    for (const [controller, client] of [
      [KEUSOTE, clientOf(2)],
      [LOIMAA, clientOf(9)],
    ] as const) {
      const { items } = await linesOfClient(services.tables, controller, client, moments);
      expect(items).toMatchObject([
        {
          eventName: 'AccessLogAskedBySql',
          userIdentity: { name: 'kaisa', authenticationMethod: 'operator' },
          clients: [client],
          resources: [{ kind: 'accessLog', id: 'sql' }],
        },
      ]);
    }
  });

  test('an answer is printed for eyes, for a spreadsheet and for a program', () => {
    const answer = {
      columns: ['a', 'b'],
      rows: [
        ['=1+1', null],
        ['x,"y"', 2],
      ],
      more: false,
    };
    expect(printed(answer, 'csv')).toBe(`a,b\n'=1+1,\n"x,""y""",2`);
    expect(printed(answer, 'text')).toBe('a      b\n=1+1\nx,"y"  2');
    expect(JSON.parse(printed(answer, 'json'))).toEqual([
      { a: '=1+1', b: null },
      { a: 'x,"y"', b: 2 },
    ]);
  });
});
