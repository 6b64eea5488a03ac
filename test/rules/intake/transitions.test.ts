import { describe, expect, test } from 'vitest';
import type { IntakeMatter } from '../../../shared/domain/intake/model.ts';
import {
  assessUrgency,
  assignMatter,
  changeRecord,
  handleSubject,
  linkSubject,
  type Mover,
  transferMatter,
} from '../../../shared/domain/intake/transitions.ts';
import {
  CaseId,
  ClientId,
  ControllerId,
  MatterId,
  SubjectId,
  UnitId,
  UserId,
} from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { matterKeys } from '../../../shared/table/keys.ts';

const idOf = (nth: number) => `01KBN4PZ0000000000000000${nth.toString().padStart(2, '0')}`;
const A = SubjectId.parse(idOf(1));
const B = SubjectId.parse(idOf(2));
const clientId = ClientId.parse(idOf(3));
const now = Instant.parse('2026-11-24T10:00:00.000Z');
const mover: Mover = { now, by: UserId.parse(idOf(4)) };
const controller = ControllerId.parse('KEUSOTE');
const matterId = MatterId.parse(idOf(5));

const matter: IntakeMatter = {
  ...matterKeys.head(controller, matterId),
  entity: 'intakeMatter',
  schemaVersion: 1,
  version: 3,
  createdAt: now,
  createdBy: mover.by,
  updatedAt: now,
  updatedBy: mover.by,
  matterId,
  kind: 'contact',
  state: 'open',
  channel: 'phone',
  receivedAt: now,
  unitId: UnitId.parse(idOf(6)),
  serviceTasks: ['workingAge'],
  subjects: [{ subjectId: A }, { subjectId: B }],
  documentClass: 'document',
  codes: [],
};

const done = handleSubject(
  handleSubject(matter, A, { outcome: 'guidance' }, mover),
  B,
  { outcome: 'noMeasures' },
  mover,
);
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : '';
  }
  return 'passed';
};

describe('a matter is handled', () => {
  test('when the last of its persons has been, and is then due in its own time', () => {
    const first = handleSubject(matter, A, { outcome: 'guidance' }, mover);
    expect(first).toMatchObject({ state: 'open', version: 4 });
    expect(first.dueMonth).toBeUndefined();
    expect(done).toMatchObject({ state: 'handled', version: 5, handledAt: now, dueMonth: '2036-12' });
  });

  test('without a due month of its own where it led to a case, or where the law counts from a death', () => {
    const caseId = CaseId.parse(idOf(7));
    const one = { ...matter, subjects: [{ subjectId: A }] };
    expect(handleSubject(one, A, { outcome: 'caseOpened', caseId }, mover).dueMonth).toBeUndefined();
    const ofChild: IntakeMatter = { ...one, serviceTasks: ['childWelfare'] };
    expect(handleSubject(ofChild, A, { outcome: 'noMeasures' }, mover)).toMatchObject({ state: 'handled' });
    expect(handleSubject(ofChild, A, { outcome: 'noMeasures' }, mover).dueMonth).toBeUndefined();
  });

  test('once for each person', () => {
    const first = handleSubject(matter, A, { outcome: 'guidance' }, mover);
    expect(codeOf(() => handleSubject(first, A, { outcome: 'guidance' }, mover))).toBe(
      'intake.subjectHandled',
    );
    expect(codeOf(() => linkSubject(first, { subjectId: A, clientId }, mover))).toBe('intake.subjectHandled');
  });

  test.each<[string, () => unknown]>([
    ['completed', () => changeRecord(done, { subjectIds: [A, B], codes: [] }, mover)],
    ['assessed', () => assessUrgency(done, 'urgent', mover)],
    ['given to a worker', () => assignMatter(done, mover.by, mover)],
    ['transferred', () => transferMatter(done, { unitId: matter.unitId }, mover)],
    ['linked', () => linkSubject(done, { subjectId: A, clientId }, mover)],
    ['handled', () => handleSubject(done, A, { outcome: 'guidance' }, mover)],
  ])('and is then not %s any more', (_, run) => {
    expect(codeOf(run)).toBe('intake.isHandled');
  });
});

test('a person of a matter is one client, and two persons are two', () => {
  const linked = linkSubject(matter, { subjectId: A, clientId }, mover);
  expect(linked.subjects).toEqual([{ subjectId: A, clientId }, { subjectId: B }]);
  expect(codeOf(() => linkSubject(linked, { subjectId: A, clientId }, mover))).toBe('intake.subjectLinked');
  expect(codeOf(() => linkSubject(linked, { subjectId: B, clientId }, mover))).toBe('intake.clientTwice');
});

test('who has been linked does not disappear from the record, others do', () => {
  const linked = linkSubject(matter, { subjectId: A, clientId }, mover);
  expect(changeRecord(linked, { subjectIds: [A], codes: [] }, mover).subjects).toEqual([
    { subjectId: A, clientId },
  ]);
  expect(codeOf(() => changeRecord(linked, { subjectIds: [B], codes: [] }, mover))).toBe(
    'intake.subjectLinked',
  );
});

test('a matter that goes to another unit is in nobody’s hands there', () => {
  const taken = assignMatter(matter, mover.by, mover);
  expect(taken.workerId).toBe(mover.by);
  const unitId = UnitId.parse(idOf(8));
  const moved = transferMatter(taken, { unitId, serviceTasks: ['older'] }, mover);
  expect(moved).toMatchObject({ unitId, serviceTasks: ['older'], receivedAt: now });
  expect(moved.workerId).toBeUndefined();
});
