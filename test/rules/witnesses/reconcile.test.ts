import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { localKeyArn } from '../../../infra/local/cloud-trail.ts';
import { gatewayLine } from '../../../infra/local/gateway-log.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { Instant, plusSeconds } from '../../../shared/kernel/instant.ts';
import { keyUsesIn } from '../../../shared/witnesses/cloud-trail.ts';
import { answersIn, type GatewayAnswer } from '../../../shared/witnesses/gateway-log.ts';
import { type LineFacts, reconcile } from '../../../shared/witnesses/reconcile.ts';
import { windowsDue } from '../../../shared/witnesses/run.ts';

const KEUSOTE = ControllerId.parse('KEUSOTE');
const LOIMAA = ControllerId.parse('LOIMAA');
const NOON = Instant.parse('2026-11-26T12:00:00.000Z');
const KEY = '01KBN4PZ00000000000000000K';
const at = (seconds: number): Instant => plusSeconds(NOON, seconds);

const line = (seconds: number, more: Partial<LineFacts> = {}): LineFacts => ({
  controller: KEUSOTE,
  eventId: `line ${seconds}`,
  at: at(seconds),
  requestId: `request ${seconds}`,
  userId: 'a worker',
  keys: [KEY],
  from: 'gateway',
  ...more,
});
const use = (seconds: number, more: object = {}) => ({
  recordId: `use ${seconds}`,
  at: at(seconds),
  keyArn: localKeyArn('client', 'KEUSOTE'),
  key: KEY,
  by: 'a session',
  error: undefined,
  ...more,
});
const answer = (seconds: number, more: Partial<GatewayAnswer> = {}): GatewayAnswer => ({
  at: at(seconds),
  requestId: `request ${seconds}`,
  user: 'a worker',
  method: 'GET',
  route: '/v1/clients/{proxy+}',
  status: 200,
  ...more,
});

const judge = (
  uses: ReturnType<typeof use>[],
  answers: GatewayAnswer[],
  lines: LineFacts[],
): (readonly [string, string])[] =>
  reconcile({
    window: { from: NOON, to: at(3600) },
    uses,
    answers,
    lines,
    clientKeys: new Map([KEUSOTE, LOIMAA].map((id) => [localKeyArn('client', id), id])),
  }).map(({ kind, evidence }) => [kind, evidence] as const);

describe('a use of a client’s key', () => {
  test.each([
    ['beside its line', 60, {}, []],
    ['half a minute before its line, and clocks a minute apart', 60 - 90, {}, []],
    ['two minutes before its line', 181, {}, ['keyUseWithoutLine']],
    ['of another key of the same controller', 60, { key: 'another' }, ['keyUseWithoutLine']],
    ['without a context', 60, { key: undefined }, ['keyUseWithoutLine']],
    [
      'under another controller’s key',
      60,
      { keyArn: localKeyArn('client', 'LOIMAA') },
      ['keyUseWithoutLine'],
    ],
    ['refused', 60, { error: 'AccessDenied' }, ['keyUseRefused']],
    ['put off by the service', 60, { error: 'ThrottlingException' }, []],
    ['of the list key, which opens no file', 60, { keyArn: localKeyArn('list', 'KEUSOTE') }, []],
  ])('%s', (_, seconds, more, kinds) => {
    const found = judge([use(seconds, more)], [answer(60)], [line(60)]);
    // What is before the window was judged with the one before.
    expect(found.map(([kind]) => kind)).toEqual(kinds);
  });

  test('may be a quarter of an hour before the line of a run', () => {
    const run = line(900, { from: 'run' });
    expect(judge([use(10)], [], [run])).toEqual([]);
    expect(judge([use(10)], [answer(900)], [line(900)])).toEqual([['keyUseWithoutLine', 'use 10']]);
  });
});

describe('an answer of a door', () => {
  test.each([
    ['has its line', answer(60), [line(60)], []],
    ['has none', answer(60), [], ['answerWithoutLine']],
    ['was a refusal', answer(60, { status: 403 }), [], []],
    ['was a browser’s question', answer(60, { method: 'OPTIONS' }), [], []],
    ['was the health check', answer(60, { route: '/health' }), [], []],
    ['has two', answer(60), [line(60), line(60, { eventId: 'other' })], ['answerWithSeveralLines']],
    ['was given to somebody else', answer(60, { user: 'another' }), [line(60)], ['answerToAnother']],
  ])('%s', (_, given, lines, kinds) => {
    expect(judge([], [given], lines).map(([kind]) => kind)).toEqual(kinds);
  });
});

describe('a line', () => {
  test.each([
    ['of a request that was refused', [answer(60, { status: 403 })], line(60), []],
    ['of no request', [], line(60), ['lineWithoutAnswer']],
    ['of a run', [], line(60, { from: 'run' }), []],
    ['of another window', [], line(-60), []],
  ])('%s', (_, answers, given, kinds) => {
    expect(judge([], answers, [given]).map(([kind]) => kind)).toEqual(kinds);
  });
});

describe('what AWS writes', () => {
  const denied = {
    eventSource: 'kms.amazonaws.com',
    eventName: 'Decrypt',
    eventTime: '2026-11-26T12:00:01Z',
    eventID: 'c3',
    errorCode: 'AccessDenied',
    errorMessage:
      'User: arn:aws:sts::111111111111:assumed-role/a/b is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-north-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab because no policy allows it',
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111111111111:assumed-role/a/b' },
    requestParameters: null,
    resources: null,
  };

  test('of a refused call without resources, the key is found in its words', () => {
    const other = { eventSource: 's3.amazonaws.com', eventName: 'GetObject' };
    const bytes = gzipSync(
      JSON.stringify({ Records: [other, denied, { ...denied, eventName: 'DescribeKey' }] }),
    );
    expect(keyUsesIn(bytes)).toEqual([
      {
        recordId: 'c3',
        at: '2026-11-26T12:00:01.000Z',
        keyArn: 'arn:aws:kms:eu-north-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        key: undefined,
        by: 'arn:aws:sts::111111111111:assumed-role/a/b',
        error: 'AccessDenied',
      },
    ]);
  });

  test('records of the door are told apart, whether lines end between them or not', () => {
    const text = gatewayLine({ ...answer(1), bytes: 12 });
    expect(answersIn(Buffer.from(text + text))).toEqual([answer(1), answer(1)]);
    expect(answersIn(gzipSync(text.trim() + text.trim()))).toEqual([answer(1), answer(1)]);
    expect(() => answersIn(Buffer.from('{"time":"1"}'))).toThrow();
  });
});

describe('when a window is judged', () => {
  const hour = (hours: number): Instant => at(hours * 3600);

  test('an hour: an hour after its records can have been delivered', () => {
    expect(windowsDue(plusSeconds(hour(2), 14 * 60), 'first', NOON)).toEqual([]);
    const [judged, ...more] = windowsDue(plusSeconds(hour(2), 15 * 60), 'first', NOON);
    expect(more).toEqual([]);
    expect(judged?.window).toEqual({ from: NOON, to: hour(1) });
  });

  test('a day: 24 hours after its end', () => {
    const day = Instant.parse('2026-11-25T00:00:00.000Z');
    expect(windowsDue(Instant.parse('2026-11-26T23:59:00.000Z'), 'second', day)).toEqual([]);
    expect(windowsDue(Instant.parse('2026-11-27T00:01:00.000Z'), 'second', day)).toHaveLength(1);
  });

  test('what was left is made up for, some windows at a time, each by what was delivered in its time', () => {
    const due = windowsDue(hour(50), 'first', NOON);
    expect(due).toHaveLength(8);
    expect(due[1]).toMatchObject({
      window: { from: hour(1), to: hour(2) },
      until: plusSeconds(hour(2), 75 * 60),
    });
  });
});
