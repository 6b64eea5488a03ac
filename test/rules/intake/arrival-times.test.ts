import { expect, test } from 'vitest';
import { factsOfAnswered, factsOfCompletion } from '../../../shared/domain/deadlines/counted.ts';
import {
  meetDeadline,
  pauseDeadline,
  resumeDeadline,
} from '../../../shared/domain/deadlines/move-deadline.ts';
import { startDeadline } from '../../../shared/domain/deadlines/start-deadline.ts';
import { factsThatFollow, followArrival } from '../../../shared/domain/intake/arrival-times.ts';
import { ClientId, ControllerId, MatterId, UnitId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { systemContext } from '../../../shared/system-context.ts';
import { testServices } from '../../support/services.ts';

const clientId = ClientId.parse('01KBN4PZ00000000000000000A');
const matterId = MatterId.parse('01KBN4PZ00000000000000000D');
const context = systemContext((await testServices([])).services, ControllerId.parse('TEST'), {
  action: { name: 't', title: { fi: 't', sv: 't', en: 't' }, roles: [], tie: 'none', legalGround: 't' },
  event: 'Test',
  ranBy: 'test',
});
const was = Instant.parse('2026-11-02T10:00:00.000Z');
const applied = (at: Instant, of: MatterId = matterId) =>
  startDeadline(context, {
    rule: 'assistanceDecision',
    start: { at },
    clientId,
    subject: { kind: 'intake', id: of },
    serviceTasks: ['workingAge'],
    unitId: UnitId.parse('01KBN4PZ00000000000000000B'),
  }).deadline;

test('an application that was decided in time was decided late when it turns out to have arrived earlier, and is counted so', () => {
  const running = applied(was);
  const on = LocalDate.parse('2026-11-11');
  const { deadline } = meetDeadline(context, running, { on });
  const [counted] = factsOfAnswered([running], on);
  expect(counted).toMatchObject({ inTime: true });
  const is = Instant.parse('2026-10-29T10:00:00.000Z');
  const followed = followArrival(context, [deadline], { matterId, was, is });
  const [taken, again, another] = factsThatFollow(followed);
  expect(taken).toEqual({ ...counted, clientId, undoes: true });
  expect(again).toMatchObject({ kind: 'applicationDecided', on, inTime: false });
  expect(again?.about).not.toBe(taken?.about);
  expect(another).toBeUndefined();
  expect(followed[0]?.after).toMatchObject({ state: 'lateMet', startedAt: is });
});

test('days until an application was asked to be completed are counted from when it turns out to have arrived, each time of asking', () => {
  const [first, second] = [LocalDate.parse('2026-11-04'), LocalDate.parse('2026-11-09')];
  const asked = pauseDeadline(context, applied(was), { on: first, until: second }).deadline;
  const again = pauseDeadline(context, resumeDeadline(context, asked, second).deadline, {
    on: second,
    until: LocalDate.parse('2026-11-20'),
  }).deadline;
  const counted = factsOfCompletion(again);
  expect(counted.map(({ on, days }) => [on, days])).toEqual([
    [first, 2],
    [second, 7],
  ]);
  const is = Instant.parse('2026-10-29T10:00:00.000Z');
  const facts = factsThatFollow(followArrival(context, [again], { matterId, was, is }));
  expect(facts.filter(({ undoes }) => undoes === true).map(({ about }) => about)).toEqual(
    counted.map(({ about }) => about),
  );
  expect(facts.filter(({ undoes }) => undoes !== true)).toMatchObject([
    { kind: 'completionAsked', on: first, days: 6, clientId },
    { kind: 'completionAsked', on: second, days: 11, clientId },
  ]);
  expect(new Set(facts.map(({ about }) => about)).size).toBe(4);
});

test('the times of another matter, those begun later and those that need not be met stay as they are', () => {
  const is = Instant.parse('2026-10-29T10:00:00.000Z');
  const others = [
    applied(was, MatterId.parse('01KBN4PZ00000000000000000E')),
    applied(Instant.parse('2026-11-05T10:00:00.000Z')),
    { ...applied(was), state: 'cancelled' as const },
  ];
  expect(followArrival(context, others, { matterId, was, is })).toEqual([]);
});
