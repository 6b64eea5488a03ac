import { expect, test } from 'vitest';
import { AccessEvent } from '../../../shared/trail/event.ts';
import { trailItemOf } from '../../../shared/trail/line.ts';
import { BASES, SEARCHES } from '../../../shared/trail/questions/line-class.ts';
import { rowsOf } from '../../../shared/trail/questions/rows.ts';
import { flatRows } from '../../../shared/trail/rows/flat-row.ts';
import { everyRoute } from '../../support/every-route.ts';

const [ONE, OTHER, UNIT] = ['A', 'B', 'D'].map((letter) => `01JDF0000000000000000000${letter}0`);

const lineWith = (more: Record<string, unknown> = {}): AccessEvent =>
  AccessEvent.parse({
    eventVersion: '1.1',
    eventId: '01JDF00000000000000000000C',
    eventTime: '2026-11-24T10:00:00.000Z',
    eventName: 'ClientFileOpened',
    action: 'clients.openFile',
    controller: 'KEUSOTE',
    userIdentity: {
      userId: '01JDF00000000000000000000D',
      name: 'Testi Työntekijä',
      post: 'sosiaalityöntekijä',
      unitId: UNIT,
      authenticationMethod: 'local',
    },
    sourceIPAddress: '',
    userAgent: '',
    requestId: '',
    awsRegion: 'local',
    readOnly: true,
    clients: [ONE],
    resources: [],
    basis: { kind: 'breakGlass', legalGround: '703/2023 § 9' },
    outcome: { result: 'allowed' },
    dataGroups: [],
    changedFields: [],
    ...more,
  });

test('everyday work has three rows, of its controller, its unit and its client, and all else a fourth of its worker; each leaves the table with its line', () => {
  const ownWorker = { kind: 'ownWorker', legalGround: '703/2023 § 9' };
  expect(rowsOf(lineWith({ basis: ownWorker }))).toHaveLength(3);
  const line = lineWith();
  const rows = rowsOf(line);
  expect(rows).toHaveLength(4);
  const item = trailItemOf(line);
  for (const row of rows) {
    expect(row).toEqual({ pk: row['pk'], sk: line.eventId, line: item['pk'], ttl: item['ttl'] });
    expect(String(row['pk'])).toMatch(/^KEUSOTE/);
  }
  expect(new Set(rows.map(({ pk }) => pk)).size).toBe(4);
});

test('no key of a row says in clear what the class is', () => {
  const disclosure = {
    on: '2026-11-24',
    recipient: { kind: 'court' },
    purpose: 'courtProceedings',
    ground: { kind: 'provision', provision: '808/2019 42 §' },
  };
  const keys = BASES.flatMap((kind) =>
    rowsOf(lineWith({ basis: { kind, legalGround: '' }, disclosure, outcome: { result: 'refused' } })),
  ).map(({ pk }) => String(pk));
  const words = new RegExp([...BASES, 'refused', 'disclosure'].join('|'), 'i');
  for (const key of keys) expect(key.replace('KEUSOTE', '')).not.toMatch(words);
});

test('a search is found by controller, unit and worker; whom it hit has the row of its basis alone, which leads to the own copy', () => {
  const rows = rowsOf(lineWith({ action: 'clients.search', clients: [ONE, OTHER] }));
  const of = (id = '') => rows.filter(({ pk }) => String(pk).includes(id));
  expect([of(UNIT).length, of(ONE).length, of(OTHER).length, rows.length]).toEqual([2, 1, 1, 8]);
  expect(of(ONE).map(({ line }) => String(line).endsWith(ONE ?? ''))).toEqual([true]);
  expect(of(UNIT).every(({ line }) => String(line).endsWith('01JDF00000000000000000000D'))).toBe(true);
});

test('every act that searches is known as one, and no other', () => {
  const searching = everyRoute.flatMap(({ action, path }) =>
    /\/search(\/|$)/.test(path) ? [action.name] : [],
  );
  expect([...SEARCHES].toSorted()).toEqual(searching.toSorted());
});

test('the rows for SQL say to whom it was disclosed and by what, in the row of the client whose data it was', () => {
  const disclosure = {
    on: '2026-11-24',
    client: ONE,
    recipient: { kind: 'representative', reference: '01JDF0000000000000000000R0' },
    purpose: 'serviceOfDecision',
    ground: { kind: 'provision', provision: '434/2003 54 §' },
  };
  const { rows } = flatRows(lineWith({ clients: [ONE, OTHER], disclosure }), 0);
  expect(rows.map((row) => [row['client'], row['disclosed_to'], row['disclosure_ground']])).toEqual([
    [ONE, 'representative 01JDF0000000000000000000R0', '434/2003 54 §'],
    [OTHER, undefined, undefined],
  ]);
});
