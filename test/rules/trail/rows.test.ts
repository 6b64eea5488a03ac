import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ControllerId } from '../../../shared/kernel/id.ts';
import type { AccessEvent } from '../../../shared/trail/event.ts';
import { COLUMNS } from '../../../shared/trail/rows/columns.ts';
import { type Derivation, deriveRows } from '../../../shared/trail/rows/derive-rows.ts';
import { flatRows } from '../../../shared/trail/rows/flat-row.ts';
import { handMadeLog } from '../../support/hand-made-log.ts';
import { clientOf, logEvent, workerOf } from '../../support/log-event.ts';

const controller = ControllerId.parse('KEUSOTE');

describe('the rows of a line', () => {
  test('are one for each client it names, with what is this client’s and nobody’s', () => {
    const event = logEvent('2026-05-04T09:41:00.000Z', {
      clients: [clientOf(1), clientOf(2)],
      resources: [
        { kind: 'client', id: clientOf(1) },
        { kind: 'client', id: clientOf(2) },
        { kind: 'case', id: 'A', client: clientOf(1), serviceTasks: ['families'] },
        { kind: 'unit', id: 'U' },
      ],
    });
    const { day, rows } = flatRows(event, 7);
    expect(day).toBe('2026-05-04');
    expect(rows).toMatchObject([
      { client: clientOf(1), clients_named: 2, log_index: 7, service_tasks: 'families' },
      { client: clientOf(2), clients_named: 2, log_index: 7 },
    ]);
    expect(rows.map(({ resources }) => resources)).toEqual([
      `client:${clientOf(1)} case:A unit:U`,
      `client:${clientOf(2)} unit:U`,
    ]);
    expect(rows[1]).not.toHaveProperty('service_tasks');
  });

  test('of a line that names nobody, is one', () => {
    const { rows } = flatRows(logEvent('2026-05-04T09:41:00.000Z', { clients: [] }), 0);
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toHaveProperty('client');
  });

  test.each([
    [
      '2026-05-04T20:59:00.000Z',
      '2026-05-04',
      { local_time: '23:59:00', local_hour: 23, weekday: 1, working_day: true },
    ],
    ['2026-05-04T21:01:00.000Z', '2026-05-05', { local_time: '00:01:00', local_hour: 0, weekday: 2 }],
    ['2026-12-06T10:00:00.000Z', '2026-12-06', { local_hour: 12, weekday: 7, working_day: false }],
    ['2026-05-01T10:00:00.000Z', '2026-05-01', { weekday: 5, working_day: false }],
  ])('of %s stand under the day in Finland', (time, day, row) => {
    expect(flatRows(logEvent(time), 0)).toMatchObject({ day, rows: [row] });
  });

  test('say nothing that has no column', () => {
    const event = logEvent('2026-05-04T09:41:00.000Z', {
      userIdentity: { role: 'r', unitId: 'u', professionalNumber: 'n', deputyFor: workerOf(2) },
      basis: { kind: 'breakGlass', reference: 'o', legalGround: 'g' },
      outcome: { result: 'refused', code: 'access.noTie' },
      changedFields: ['name'],
      historyFrom: '2026-01-01',
      reasonId: 'o',
      reasonCode: 'c',
      replay: true,
    });
    for (const row of flatRows(event, 0).rows)
      expect(Object.keys(COLUMNS)).toEqual(expect.arrayContaining(Object.keys(row)));
  });
});

/** Stores in memory around a log, and the ids of the lines that stand in its rows, as often as they do. */
function around(log: ReturnType<typeof handMadeLog>) {
  const laid = new Map<string, Buffer>();
  let left = Number.POSITIVE_INFINITY;
  const derivation: Derivation = {
    archive: {
      get: async (name) => log.locked.get(name),
      list: async (begins, after = '') => ({
        names: [...log.locked.keys()].filter((name) => name.startsWith(begins) && name > after).sort(),
      }),
    },
    fresh: { get: async (name) => log.fresh.get(name) },
    rows: {
      get: async (name) => laid.get(name),
      async put(name, bytes) {
        left -= 1;
        if (left < 0) throw new Error('The run was killed.');
        laid.set(name, Buffer.from(bytes));
      },
    },
  };
  return {
    laid,
    derive: () => deriveRows(derivation, controller),
    failAfter: (count: number) => {
      left = count;
    },
    lines: () =>
      [...laid]
        .filter(([name]) => name.startsWith('rows/'))
        .flatMap(([, bytes]) => gunzipSync(bytes).toString('utf8').trim().split('\n'))
        .map((text) => (JSON.parse(text) as { event_id: string }).event_id)
        .sort(),
  };
}

const sealAt = (
  log: ReturnType<typeof handMadeLog>,
  hour: number,
  minute: number,
  count = 2,
): AccessEvent[] => {
  const time = `2026-05-04T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;
  const events = Array.from({ length: count }, () => logEvent(time));
  log.seal(time, events);
  return events;
};
const ids = (events: readonly AccessEvent[]): string[] => events.map(({ eventId }) => eventId).sort();

describe('rows are derived of what was sealed', () => {
  test('each line once, however often and at whatever time the run comes', async () => {
    const log = handMadeLog(controller);
    const { derive, lines } = around(log);
    const events: AccessEvent[] = [];
    for (const [hour, minute] of [
      [9, 1],
      [9, 30],
      [10, 2],
      [10, 40],
      [13, 5],
      [20, 59],
      [21, 5],
    ] as const) {
      events.push(...sealAt(log, hour, minute));
      await derive();
      await derive();
      expect(lines()).toEqual(ids(events));
    }
  });

  test('under the controller and the day in Finland, also what came late', async () => {
    const log = handMadeLog(controller);
    const { derive, laid } = around(log);
    log.seal('2026-05-05T09:00:00.000Z', [
      logEvent('2026-05-05T08:59:00.000Z'),
      logEvent('2026-05-04T20:00:00.000Z'),
    ]);
    await derive();
    expect([...laid.keys()].filter((name) => name.startsWith('rows'))).toEqual([
      'rows/controller=KEUSOTE/day=2026-05-05/000000000000.json.gz',
      'rows/controller=KEUSOTE/day=2026-05-04/000000000000.json.gz',
    ]);
  });

  test('the same bytes under the same names, whether by many runs or made again by one', async () => {
    const log = handMadeLog(controller);
    const [often, once] = [around(log), around(log)];
    for (const [hour, minute] of [
      [9, 1],
      [10, 2],
      [10, 40],
      [21, 10],
      [23, 0],
    ] as const) {
      sealAt(log, hour, minute);
      await often.derive();
    }
    await once.derive();
    expect(Object.fromEntries(often.laid)).toEqual(Object.fromEntries(once.laid));
  });

  test('killed before any of its writings, and with two at once, it leaves what the next run makes good', async () => {
    const log = handMadeLog(controller);
    const { derive, failAfter, lines } = around(log);
    const events: AccessEvent[] = [];
    for (let count = 0; count < 6; count += 1) {
      events.push(...sealAt(log, 8 + count, 10), ...sealAt(log, 8 + count, 50));
      failAfter(count);
      await derive().catch(() => undefined);
      failAfter(Number.POSITIVE_INFINITY);
      await Promise.all([derive(), derive()]);
      expect(lines()).toEqual(ids(events));
    }
  });

  test('a batch that is not there stops it: nothing is left out in silence', async () => {
    const log = handMadeLog(controller);
    sealAt(log, 9, 1);
    log.locked.delete(`log/${controller}/batches/000000000000`);
    await expect(around(log).derive()).rejects.toThrow('lacks a batch');
  });
});
