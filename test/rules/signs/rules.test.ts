import { describe, expect, test } from 'vitest';
import { signDefaults } from '../../../shared/domain/controllers/settings/signs.ts';
import { type Between, SIGN_RULES } from '../../../shared/domain/signs/rules.ts';
import { signIdOf } from '../../../shared/domain/signs/sign-id.ts';
import { sentenceOf, signsOfDay } from '../../../shared/domain/signs/signs-of-day.ts';
import { usesOf } from '../../../shared/domain/signs/use.ts';
import { usualOf } from '../../../shared/domain/signs/usual.ts';
import { ClientId } from '../../../shared/kernel/id.ts';
import { addDays, LocalDate } from '../../../shared/kernel/local-date.ts';
import { AccessEvent, type BasisKind } from '../../../shared/trail/event.ts';

const WORKER = '01KDVDNA00V4P3BJ354F7QKDPH';
const CLIENT = ClientId.parse('01M8AE2Y62HD6KAV2JFVM6YVTJ');
const TUESDAY = LocalDate.parse('2026-11-24');
const STRANGERS: Between = { sameSurname: false, sameAddress: false, safetyBan: false };

type Line = {
  at?: string;
  clients?: readonly string[];
  basis?: BasisKind;
  refused?: string;
  historyFrom?: string;
  wrote?: true;
  event?: string;
  by?: string;
};

/** A line of the log: by default the unit’s worker opens the file on a Tuesday at noon. */
const line = ({
  at = '10:00',
  clients = [CLIENT],
  basis = 'unit',
  refused,
  historyFrom,
  wrote,
  by,
  event = 'ClientFileOpened',
}: Line = {}) =>
  AccessEvent.parse({
    eventVersion: '1.0',
    eventId: '01M8AE4DC6BRBJT14JVTMBAM4R',
    eventTime: `2026-11-24T${at}:00.000Z`,
    eventName: wrote === true ? 'CaseNoteWritten' : event,
    action: 'clients.openFile',
    controller: 'KEUSOTE',
    userIdentity: {
      userId: WORKER,
      name: 'Antti Aikuistyö',
      post: 'Ohjaaja',
      authenticationMethod: by ?? 'card',
    },
    sourceIPAddress: '127.0.0.1',
    userAgent: 'test',
    requestId: 'r',
    awsRegion: 'local',
    readOnly: wrote !== true,
    clients,
    resources: [],
    basis: { kind: basis, legalGround: '703/2023 § 9' },
    outcome: refused === undefined ? { result: 'allowed' } : { result: 'refused', code: refused },
    dataGroups: ['baseData'],
    changedFields: [],
    ...(historyFrom === undefined ? {} : { historyFrom }),
  });

const found = (lines: Line[], between: Partial<Between> = {}, usual = {}) => {
  const uses = [...usesOf(lines.map(line), signDefaults.hours).values()];
  const day = {
    uses,
    between: new Map([[CLIENT, { ...STRANGERS, ...between }]]),
    usual: { own: undefined, unit: undefined, ...usual },
    oversees: false,
  };
  return signsOfDay(day, TUESDAY, signDefaults).map(({ code, numbers }) => ({ code, ...numbers }));
};

const clientIds = (count: number): string[] =>
  Array.from({ length: count }, (_, nth) => `01M8AE2Y62HD6KAV2JFVM6${nth.toString().padStart(4, '0')}`);

describe('a sign is what a person looks into', () => {
  test.each<[string, Line[], Partial<Between>, object[]]>([
    ['own file', [{}], { own: 'record' }, [{ code: 'ownFile', by: 'record' }]],
    [
      'own file, refused',
      [{ basis: 'none', refused: 'access.noTie' }],
      { own: 'name' },
      [{ code: 'ownFile', by: 'name' }],
    ],
    ['own file in person', [{ basis: 'ownWorker' }], { own: 'record' }, [{ code: 'ownFile', by: 'record' }]],
    ['a colleague', [{}], { colleague: 'name' }, [{ code: 'colleague', by: 'name' }]],
    ['a colleague of another unit', [{}], { colleague: 'elsewhere' }, [{ code: 'colleague', by: 'record' }]],
    ['the same surname', [{}], { sameSurname: true }, [{ code: 'sameSurname' }]],
    ['the same address', [{ basis: 'assignment' }], { sameAddress: true }, [{ code: 'sameAddress' }]],
    ['a safety ban', [{}, { at: '11:00' }], { safetyBan: true }, [{ code: 'safetyBan', count: 2 }]],
    [
      'an opening without a tie',
      [{ basis: 'breakGlass', event: 'FileOpenedWithoutTie' }],
      {},
      [{ code: 'noTie', count: 1 }],
    ],
    [
      'an opening without a tie of which work came',
      [
        { basis: 'breakGlass', event: 'FileOpenedWithoutTie' },
        { basis: 'breakGlass', wrote: true },
      ],
      {},
      [{ code: 'openedWithoutTie' }],
    ],
    [
      'two attempts at one file',
      [
        { basis: 'none', refused: 'access.noTie' },
        { at: '10:01', basis: 'none', refused: 'access.noTie' },
      ],
      {},
      [{ code: 'noTie', count: 2 }],
    ],
    [
      'seven years back',
      [{ historyFrom: '2019-06-01T08:00:00.000Z', event: 'TimelineRead' }],
      {},
      [{ code: 'deepHistory', years: 7 }],
    ],
    [
      'late in the evening',
      [{ at: '19:30' }, { at: '20:15' }],
      {},
      [{ code: 'unusualHour', count: 1, from: '21:30', to: '22:15' }],
    ],
  ])('%s', (_what, lines, between, signs) => {
    expect(found(lines, between)).toEqual(signs);
  });

  test.each<[string, Line[], Partial<Between>]>([
    ['a task of one’s own: colleague', [{ basis: 'assignment' }], { colleague: 'record' }],
    ['written work for a colleague of another unit', [{}, { wrote: true }], { colleague: 'elsewhere' }],
    ['a task of one’s own: surname', [{ basis: 'ownWorker' }], { sameSurname: true }],
    ['a task of one’s own: safety ban', [{ basis: 'appointment' }], { safetyBan: true }],
    ['work that was written down', [{}, {}, { wrote: true }], { safetyBan: true, sameSurname: true }],
    [
      'history of a client of one’s own',
      [{ basis: 'ownWorker', historyFrom: '2010-01-01', event: 'TimelineRead' }],
      {},
    ],
    ['the first page of a quiet file', [{ historyFrom: '2010-01-01' }], {}],
    ['one look under a ban', [{}], { safetyBan: true }],
    ['one attempt', [{ basis: 'none', refused: 'access.noTie' }], {}],
    ['another refusal', [{ basis: 'none', refused: 'request.stale' }], { sameSurname: true }],
    ['the emergency service at night', [{ at: '23:10', basis: 'onCall' }], {}],
    ['a list of many', [{ clients: clientIds(30), at: '23:10' }], {}],
    ['supervision of the log', [{ basis: 'supervision', at: '23:10' }], {}],
    ['a run of the system', [{ by: 'operator', at: '23:10' }], { sameSurname: true }],
  ])('and this is none: %s', (_what, lines, between) => {
    expect(found(lines, between)).toEqual([]);
  });

  test('what is usual for a worker is no sign: late hours of whoever works late, many files of who has many', () => {
    const usual = (files: number, outsidePercent: number) => ({
      own: { files, outsidePercent },
      unit: { files: 8 },
    });
    expect(found([{ at: '20:15' }], {}, usual(6, 40))).toEqual([]);
    expect(found([{ at: '20:15' }], {}, usual(6, 5))).toMatchObject([{ code: 'unusualHour', usual: 5 }]);
    const many = clientIds(16).map((id): Line => ({ clients: [id] }));
    expect(found(many, {}, usual(6, 0))).toEqual([
      { code: 'unusualVolume', count: 16, usual: 6, usualOfUnit: 8 },
    ]);
    expect(found(many, {}, usual(14, 0))).toEqual([]);
    expect(found(many)).toEqual([]);
    const doors = clientIds(5).map((id): Line => ({ clients: [id], basis: 'none', refused: 'access.noTie' }));
    expect(found(doors)).toEqual([{ code: 'doorsTried', count: 5 }]);
    expect(found(doors.slice(1))).toEqual([]);
  });

  test('the usual is the middle of the days at work before this one, once ten are known', () => {
    const days = Array.from({ length: 12 }, (_, nth) => ({
      userId: WORKER as never,
      on: addDays(TUESDAY, -nth),
      files: nth === 0 ? 90 : nth,
      outside: nth === 3 ? 1 : 0,
    }));
    const asked = { userId: WORKER, on: TUESDAY, usualDays: 60 };
    expect(usualOf(days, asked)).toEqual({ own: { files: 6, outsidePercent: 100 / 11 }, unit: undefined });
    expect(usualOf(days.slice(0, 9), asked).own).toBeUndefined();
    expect(usualOf(days, { ...asked, userId: 'another' }).unit).toEqual({ files: 6 });
  });

  test('each rule says in a sentence what was seen, names nobody and calls nothing misuse', () => {
    const numbers = {
      count: 3,
      usual: 1.5,
      usualOfUnit: 2,
      years: 7,
      from: '21:30',
      to: '22:15',
      by: 'name' as const,
    };
    for (const { code, source } of SIGN_RULES) {
      const sentence = sentenceOf(code, numbers);
      for (const text of [sentence?.fi, sentence?.sv, sentence?.en]) {
        expect(text).toMatch(/^\p{Lu}.{20,}\.$/u);
        expect(text).not.toMatch(/misuse|väärinkäy|missbruk|undefined/i);
      }
      expect(source).toMatch(/\d+\/\d{4}/);
    }
  });

  test('a sign is the same one however often it is looked for, and another for another file, day, worker or rule', () => {
    const sign = { code: 'ownFile' as const, clientId: CLIENT, numbers: {} };
    const id = signIdOf(WORKER, TUESDAY, sign);
    expect(signIdOf(WORKER, TUESDAY, { ...sign, numbers: { by: 'name' } })).toBe(id);
    const others = [
      signIdOf('another', TUESDAY, sign),
      signIdOf(WORKER, addDays(TUESDAY, 1), sign),
      signIdOf(WORKER, TUESDAY, { ...sign, code: 'colleague' }),
      signIdOf(WORKER, TUESDAY, { code: 'ownFile', numbers: {} }),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });
});
