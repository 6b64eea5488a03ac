import { describe, expect, test } from 'vitest';
import type { RelationRole } from '../../../shared/domain/clients/network/model.ts';
import { type Hearing, OmissionGround } from '../../../shared/domain/decisions/concerned-model.ts';
import { DecisionKind, kindOf } from '../../../shared/domain/decisions/kinds.ts';
import {
  clientMayAppeal,
  expectedConcerned,
  judgeConcerned,
  mustBeServed,
  type Related,
} from '../../../shared/domain/decisions/rules/concerned.ts';
import { isHeard, judgeHearing, judgeOmission } from '../../../shared/domain/decisions/rules/hearing.ts';
import { RelationId } from '../../../shared/kernel/id.ts';
import { addYears } from '../../../shared/kernel/local-date.ts';
import { aDecision, CLIENT, day, MOTHER, one, PREPARER, TODAY } from '../../support/decision-heads.ts';

const asked = { way: 'meeting' as const, askedOn: day('2026-11-10'), recordedBy: PREPARER };
const HEARINGS: readonly (readonly [string, Hearing, boolean])[] = [
  ['nobody has asked', { state: 'open' }, false],
  ['asked and not answered yet', { ...asked, state: 'asked' }, false],
  ['answered', { ...asked, state: 'answered', answeredOn: day('2026-11-12') }, true],
  ['silent when the set day is over', { ...asked, state: 'silent', answerBy: day('2026-11-23') }, true],
  ['silent on the set day itself', { ...asked, state: 'silent', answerBy: day('2026-11-24') }, false],
  [
    'left unheard on a ground',
    { state: 'omitted', ground: 'evidentlyUnnecessary', recordedBy: PREPARER },
    true,
  ],
];

describe('hearing', () => {
  test.each(HEARINGS)('%s', (_, hearing, heard) => {
    expect(isHeard(hearing, TODAY)).toBe(heard);
  });

  test.each(DecisionKind.options)(
    '%s: one party unheard stops it where the kind asks for a hearing',
    (kind) => {
      const concerned = [one(CLIENT, { hearing: { ...asked, state: 'answered' } }), one(MOTHER)];
      const found = judgeHearing(aDecision({ kind, concerned, result: 'measure' }), TODAY);
      const isNeeded = kindOf(kind).hearing === 'needed';
      expect(found.map(({ severity, path }) => [severity, path])).toEqual(
        isNeeded ? [['error', '/concerned/1/hearing']] : [],
      );
    },
  );

  test('a rejection without a hearing is asked about', () => {
    const found = judgeHearing(aDecision({ result: 'rejecting' }), TODAY);
    expect(found.map(({ severity, rule }) => [severity, rule])).toEqual([['warning', 'decision.heard']]);
  });

  const ofChildWelfare = [
    'noContactAndNotIndispensable',
    'whereaboutsUnknown',
    'seriousDangerToChild',
    'delayWouldHarm',
  ];
  test.each(OmissionGround.options)(
    'the ground %s fits child welfare, and others only if it is of 434/2003',
    (ground) => {
      const roles = ['client' as const];
      expect(judgeOmission(aDecision({ kind: '11027' }), { roles }, ground)).toEqual([]);
      const isOurs = !ofChildWelfare.includes(ground) && ground !== 'tooYoung';
      expect(judgeOmission(aDecision({ kind: '11052' }), { roles }, ground)).toHaveLength(isOurs ? 0 : 1);
    },
  );

  test('only the child is too young', () => {
    expect(judgeOmission(aDecision({ kind: '11027' }), { roles: ['custodian'] }, 'tooYoung')).toHaveLength(1);
  });
});

describe('who is concerned', () => {
  const relation = (nth: number, roles: RelationRole[], to?: string): Related => ({
    relationId: RelationId.parse(`01KBN4PZ0000000000000000R${nth}`),
    content: { roles, ...(to === undefined ? {} : { to: day(to) }) },
  });
  const network = [
    relation(1, ['custodian', 'parent']),
    relation(2, ['parent']),
    relation(3, ['guardian']),
    relation(4, ['sibling']),
    relation(5, ['custodian'], '2026-11-23'),
    relation(6, ['continuingPowerOfAttorney']),
  ];
  const expected = (kind: DecisionKind, age: number) =>
    expectedConcerned(kind, { birthDate: addYears(TODAY, -age) }, network, TODAY).map(
      ({ relationId, roles }) => [relationId?.at(-1) ?? 'client', roles],
    );

  test('of a child in open care: the child, custodians in force and other representatives', () => {
    expect(expected('11001', 9)).toEqual([
      ['client', ['client']],
      ['1', ['custodian']],
      ['3', ['guardian']],
      ['6', ['continuingPowerOfAttorney']],
    ]);
  });

  test('of a taking into care the parent who is no custodian too (417/2007 89 § 1 mom.)', () => {
    expect(expected('11023', 9).map(([who]) => who)).toEqual(['client', '1', '2', '3', '6']);
  });

  test('of an adult nobody by custody or parenthood', () => {
    expect(expected('11023', 18).map(([who]) => who)).toEqual(['client', '3', '6']);
  });

  test('one whom the file names and the decision does not is found', () => {
    const whole = expectedConcerned('11052', {}, network.slice(2, 3), TODAY);
    expect(judgeConcerned([one(CLIENT)], whole).map(({ rule }) => rule)).toEqual([
      'decision.concernedMissing',
    ]);
    const [, guardian] = whole;
    if (guardian?.relationId === undefined) throw new Error('no guardian');
    const listed = [one(CLIENT), one(MOTHER, { relationId: guardian.relationId, roles: ['guardian'] })];
    expect(judgeConcerned(listed, whole)).toEqual([]);
  });

  test.each<[DecisionKind, number, boolean]>([
    ['11027', 12, true],
    ['11027', 11, false],
    ['11052', 15, true],
    ['11052', 14, false],
    ['11007', 20, false],
  ])('%s: a client of %i may appeal: %s', (kind, age, may) => {
    expect(clientMayAppeal(kind, addYears(TODAY, -age), TODAY)).toBe(may);
  });

  test('served is everybody with a right of appeal and everybody who speaks for the client', () => {
    const concerned = [
      one(CLIENT, { mayAppeal: false }),
      one(MOTHER, { roles: ['custodian'], mayAppeal: false }),
    ];
    expect(mustBeServed({ concerned }).map(({ concernedId }) => concernedId)).toEqual([MOTHER]);
  });
});
