import { expect, test } from 'vitest';
import { factsOfAnswered } from '../../../shared/domain/deadlines/counted.ts';
import { meetDeadline } from '../../../shared/domain/deadlines/move-deadline.ts';
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
  expect(taken).toEqual({ ...counted, undoes: true });
  expect(again).toMatchObject({ kind: 'applicationDecided', on, inTime: false });
  expect(again?.about).not.toBe(taken?.about);
  expect(another).toBeUndefined();
  expect(followed[0]?.after).toMatchObject({ state: 'lateMet', startedAt: is });
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
