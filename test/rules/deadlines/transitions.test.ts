import { describe, expect, test } from 'vitest';
import { isLate, lacksReason } from '../../../shared/domain/deadlines/lateness.ts';
import type { Deadline } from '../../../shared/domain/deadlines/model.ts';
import {
  beginAnew,
  cancelDeadline,
  extendDeadline,
  meetAnew,
  meetDeadline,
  moveToClient,
  pauseDeadline,
  reassignDeadline,
  resumeDeadline,
} from '../../../shared/domain/deadlines/move-deadline.ts';
import type { RuleKey } from '../../../shared/domain/deadlines/norms/norms.ts';
import { startDeadline } from '../../../shared/domain/deadlines/start-deadline.ts';
import { ClientId, ControllerId, UnitId, UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { systemContext } from '../../../shared/system-context.ts';
import { deadlineKeys, type PartitionKey } from '../../../shared/table/keys.ts';
import { testServices } from '../../support/services.ts';

const day = (text: string) => LocalDate.parse(text);
const clientId = ClientId.parse('01KBN4PZ00000000000000000A');
const unitId = UnitId.parse('01KBN4PZ00000000000000000B');
const workerId = UserId.parse('01KBN4PZ00000000000000000C');
const context = systemContext((await testServices([])).services, ControllerId.parse('TEST'), {
  action: { name: 't', title: { fi: 't', sv: 't', en: 't' }, roles: [], tie: 'none', legalGround: 't' },
  event: 'Test',
  ranBy: 'test',
});

const started = (rule: RuleKey, on: string): Deadline =>
  startDeadline(context, {
    rule,
    start: { on: day(on) },
    clientId,
    subject: { kind: 'client', id: clientId },
    serviceTasks: ['childWelfare'],
    unitId,
    workerId,
  }).deadline;
const moment = (today: string) => ({ today: day(today), now: Instant.parse(`${today}T10:00:00.000Z`) });

describe('a deadline', () => {
  test('lies by its last day with its worker and its unit while it runs, and nowhere once it was met in time', () => {
    const running = started('protectionAssessmentStart', '2026-11-02');
    expect(running).toMatchObject({
      dueOn: '2026-11-11',
      state: 'running',
      g1sk: `t#2026-11-11#${running.deadlineId}`,
    });
    expect(running.g2pk).toContain(unitId);
    const { deadline, changes } = meetDeadline(context, running, { on: day('2026-11-11') });
    expect(deadline).toMatchObject({ state: 'met', endedOn: '2026-11-11', version: 2 });
    expect(changes).toEqual([
      { remove: running, when: { version: 1 } },
      { put: expect.not.objectContaining({ g1pk: expect.anything() }), when: 'absent' },
    ]);
  });

  test('met a day late stays in sight until somebody says why', () => {
    const running = started('protectionAssessmentStart', '2026-11-02');
    const { deadline, changes } = meetDeadline(context, running, { on: day('2026-11-12') });
    expect(deadline.state).toBe('lateMet');
    expect(lacksReason(deadline, moment('2026-11-12'))).toBe(true);
    expect(changes.at(-1)).toMatchObject({
      put: { sk: `bt#${deadline.deadlineId}`, g2sk: `tr#2026-11-11#${deadline.deadlineId}` },
    });
  });

  test('that was met on another day than was recorded is held against that day, and lies by it', () => {
    const running = started('protectionAssessmentStart', '2026-11-02');
    const met = meetDeadline(context, running, { on: day('2026-11-12') }).deadline;
    const late = { ...met, ...deadlineKeys.ended(met.pk, met.deadlineId) };
    const inTime = meetAnew(context, late, day('2026-11-11'));
    expect(inTime.deadline).toMatchObject({ state: 'met', endedOn: '2026-11-11', version: 3 });
    expect(inTime.changes).toEqual([
      { put: expect.not.objectContaining({ g2sk: expect.anything() }), when: { version: 2 } },
    ]);
    expect(meetAnew(context, inTime.deadline, day('2026-11-12')).changes).toMatchObject([
      { put: { state: 'lateMet', g2sk: `tr#2026-11-11#${late.deadlineId}` } },
    ]);
    expect(() => meetAnew(context, running, day('2026-11-11'))).toThrow('deadline.isOver');
    // One that stood still when it ended ran no more.
    const still = { on: day('2026-11-03'), until: day('2026-11-20') };
    const talk = pauseDeadline(context, started('assistanceDecision', '2026-11-02'), still).deadline;
    const decided = meetDeadline(context, talk, { on: day('2026-11-18') }).deadline;
    expect(meetAnew(context, decided, day('2026-11-19')).deadline.state).toBe('met');
  });

  test('that stood still is counted anew with what it stood still since', () => {
    const talk = pauseDeadline(context, started('assistanceDecision', '2026-11-02'), {
      on: day('2026-11-03'),
      until: day('2026-11-20'),
    }).deadline;
    const again = resumeDeadline(context, talk, day('2026-11-10')).deadline;
    const moved = beginAnew(context, again, { on: day('2026-10-29') }).deadline;
    expect(moved).toMatchObject({ startedOn: '2026-10-29', state: 'running', pauses: again.pauses });
    expect(moved.dueOn <= again.dueOn).toBe(true);
    expect(beginAnew(context, moved, { on: day('2026-11-02') }).deadline.dueOn).toBe(again.dueOn);
  });

  test('that began on another day than was recorded is counted anew and told of anew', () => {
    const told = {
      ...started('protectionClienthoodTold', '2026-11-02'),
      warnedOn: day('2026-11-04'),
      escalatedOn: day('2026-11-06'),
    };
    const again = beginAnew(context, told, { on: day('2026-11-09') }).deadline;
    expect(again).toMatchObject({ startedOn: '2026-11-09', dueOn: '2026-11-12', state: 'running' });
    expect(again).not.toHaveProperty('escalatedOn');
    expect(again).not.toHaveProperty('warnedOn');
    const met = meetDeadline(context, again, { on: day('2026-11-12') }).deadline;
    expect(beginAnew(context, met, { on: day('2026-11-06') }).deadline).toMatchObject({
      state: 'lateMet',
      endedOn: '2026-11-12',
      dueOn: '2026-11-11',
    });
  });

  test('is late from the day after its last one', () => {
    const running = started('protectionAssessmentStart', '2026-11-02');
    expect(isLate(running, moment('2026-11-11'))).toBe(false);
    expect(isLate(running, moment('2026-11-12'))).toBe(true);
  });

  test("that is somebody else's time only passes: nobody is late, and it lies apart", () => {
    const appeal = started('appeal', '2026-11-02');
    expect(appeal.g2sk).toBe(`to#2026-12-02#${appeal.deadlineId}`);
    expect(isLate(appeal, moment('2027-01-01'))).toBe(false);
  });

  test('in hours is late by the minute', () => {
    const { deadline } = startDeadline(context, {
      rule: 'isolation',
      start: { at: Instant.parse('2026-11-24T06:00:00.000Z') },
      clientId,
      subject: { kind: 'measure', id: 'x' },
      serviceTasks: [],
      unitId,
    });
    expect(deadline).toMatchObject({ dueAt: '2026-11-24T18:00:00.000Z', dueOn: '2026-11-24' });
    const met = (at: string) => meetDeadline(context, deadline, { at: Instant.parse(at) }).deadline.state;
    expect(met('2026-11-24T18:00:00.000Z')).toBe('met');
    expect(met('2026-11-24T18:00:00.001Z')).toBe('lateMet');
  });

  test('stands still only where the law lets it, is looked at when the pause ends, and is counted anew', () => {
    const running = started('assistanceDecision', '2026-11-02');
    const pause = { on: day('2026-11-05'), until: day('2026-11-19') };
    const { deadline: still } = pauseDeadline(context, running, pause);
    expect(still.state).toBe('paused');
    expect(pauseDeadline(context, running, pause).changes[0]).toMatchObject({
      put: { g1sk: `t#2026-11-19#${running.deadlineId}` },
    });
    expect(isLate(still, moment('2026-12-01'))).toBe(false);
    expect(resumeDeadline(context, still, day('2026-11-16')).deadline).toMatchObject({
      state: 'running',
      dueOn: '2026-11-25',
      pauses: [{ ...pause, resumedOn: '2026-11-16' }],
    });
    expect(() => pauseDeadline(context, started('protectionAssessmentStart', '2026-11-02'), pause)).toThrow(
      'deadline.mayNotPause',
    );
    expect(() => resumeDeadline(context, running, day('2026-11-16'))).toThrow('deadline.isNotPaused');
    expect(() =>
      pauseDeadline(context, running, { on: day('2026-11-12'), until: day('2026-11-20') }),
    ).toThrow('deadline.mayNotPause');
  });

  test('of a data subject is longer by the days it stood still', () => {
    const running = started('dataSubjectRequest', '2026-11-02');
    const { deadline } = pauseDeadline(context, running, { on: day('2026-11-10'), until: day('2026-11-30') });
    expect(resumeDeadline(context, deadline, day('2026-11-13')).deadline.dueOn).toBe('2026-12-07');
  });

  test('is longer once where the law knows an extension', () => {
    const { deadline } = extendDeadline(context, started('urgentPlacement', '2026-11-02'), day('2026-11-30'));
    expect(deadline).toMatchObject({ dueOn: '2026-12-31', extension: { before: '2026-12-01' } });
    expect(() => extendDeadline(context, deadline, day('2026-12-20'))).toThrow('deadline.mayNotExtend');
    expect(() => extendDeadline(context, started('appeal', '2026-11-02'), day('2026-11-30'))).toThrow(
      'deadline.mayNotExtend',
    );
    const asked = started('dataSubjectRequest', '2026-12-31');
    expect(extendDeadline(context, asked, day('2027-01-20')).deadline.dueOn).toBe('2027-03-31');
  });

  test('that is over is not met, cancelled or extended again', () => {
    const running = started('appeal', '2026-11-02');
    const { deadline } = cancelDeadline(context, running, 'withdrawn');
    expect(deadline).toMatchObject({ state: 'cancelled', cancelGround: 'withdrawn' });
    for (const again of [
      () => meetDeadline(context, deadline, { on: day('2026-11-03') }),
      () => cancelDeadline(context, deadline, 'mistake'),
      () => extendDeadline(context, deadline, day('2026-11-03')),
    ]) {
      expect(again).toThrow('deadline.isOver');
    }
  });

  test('goes into other hands with its row', () => {
    const successor = UserId.parse('01KBN4PZ00000000000000000D');
    const { changes } = reassignDeadline(context, started('appeal', '2026-11-02'), { workerId: successor });
    expect(changes).toEqual([
      {
        put: expect.objectContaining({ workerId: successor, g1pk: `TEST#w#${successor}`, unitId }),
        when: { version: 1 },
      },
    ]);
  });

  test('of an intake matter moves into the file of the client it is tied to', () => {
    const partition = 'TEST#m#1' as PartitionKey;
    const { deadline } = startDeadline(context, {
      rule: 'protectionUrgentNeed',
      start: { on: day('2026-11-02') },
      partition,
      subject: { kind: 'intake', id: '1' },
      serviceTasks: ['childWelfare'],
      unitId,
    });
    expect(deadline).toMatchObject(deadlineKeys.open(partition, deadline.deadlineId));
    expect(deadline).not.toHaveProperty('clientId');
    expect(moveToClient(context, deadline, { clientId }).changes).toEqual([
      { remove: deadline, when: { version: 1 } },
      { put: expect.objectContaining({ pk: `TEST#c#${clientId}`, clientId, version: 2 }), when: 'absent' },
    ]);
  });
});
