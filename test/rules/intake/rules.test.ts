import { describe, expect, test } from 'vitest';
import { isShielded, shielded } from '../../../shared/domain/intake/notifier.ts';
import { IntakeRecord, Notifier } from '../../../shared/domain/intake/record.ts';
import { judgeRecord } from '../../../shared/domain/intake/record-rules.ts';
import { codesIn, judgeClosing, judgeHandling, orderOf } from '../../../shared/domain/intake/rules.ts';
import { rulesOf } from '../../../shared/domain/intake/rules-of-time.ts';
import type { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const SUBJECT = { subjectId: '01KBN4PZ00000000000000000A' };
const recordOf = (more: object, subject: object = {}) =>
  IntakeRecord.parse({ text: 'Huoli', subjects: [{ ...SUBJECT, ...subject }], ...more });
const today = LocalDate.parse('2026-11-24');
const at = '2026-11-24T10:00:00.000Z';
const assessed = (result: 'urgent' | 'notUrgent') => ({
  urgency: { result, at: Instant.parse(at), by: UserId.parse('01KBN4PZ00000000000000000B') },
});

describe('the times that begin with a matter', () => {
  test.each([
    [
      ['childWelfare'],
      {},
      ['protectionUrgentNeed', 'protectionAssessmentStart', 'protectionAssessmentReady'],
    ],
    [
      ['families'],
      { childInNeedOfSpecialSupport: true },
      ['urgentNeed', 'supportAssessmentStart', 'supportAssessmentReady'],
    ],
    [['older'], { over75: true }, ['urgentNeed', 'assessmentStart']],
    [['older'], { highestCareAllowance: true }, ['urgentNeed', 'assessmentStart']],
    [['disability'], { disabled: true }, ['urgentNeed', 'assessmentStart']],
    [['workingAge'], {}, ['urgentNeed', 'assessmentStartOther']],
    [[], {}, ['urgentNeed', 'assessmentStartOther']],
  ] as const)('of the tasks %j and a person with %j are %j', (serviceTasks, subject, rules) => {
    const matter = { kind: 'contact' as const, serviceTasks: [...serviceTasks] };
    expect(rulesOf(matter, recordOf({}, subject))).toEqual(rules);
  });

  const DECISION = 'assistanceDecision';
  const NEED = ['urgentNeed', 'assessmentStartOther'];
  type Of = { tasks?: ServiceTask[]; urgency?: 'urgent' | 'notUrgent'; record?: object };
  const applications: [string, Of, string[]][] = [
    ['is decided, and no assessment of needs begins', {}, ['urgentNeed', DECISION]],
    ['that states a need has it assessed too', { record: { statesNeed: true } }, [...NEED, DECISION]],
    [
      'among other services has the need assessed too',
      { record: { services: ['socialAssistance', 'socialWork'] } },
      [...NEED, DECISION],
    ],
    [
      'that asks for a talk has its time',
      { record: { assistance: { wantsTalk: true } } },
      ['urgentNeed', DECISION, 'assistanceTalk'],
    ],
    [
      'to child welfare has the times of child welfare',
      { tasks: ['childWelfare'] },
      ['protectionUrgentNeed', 'protectionAssessmentStart', 'protectionAssessmentReady', DECISION],
    ],
    [
      'found to be urgent is decided at once',
      { urgency: 'urgent' },
      ['urgentNeed', DECISION, 'assistanceUrgent'],
    ],
    ['found not to be urgent waits its days', { urgency: 'notUrgent' }, ['urgentNeed', DECISION]],
  ];
  test.each(applications)('an application for social assistance %s', (_name, of, rules) => {
    const { tasks = ['workingAge'], urgency, record } = of;
    const matter = {
      kind: 'application' as const,
      serviceTasks: tasks,
      ...(urgency === undefined ? {} : assessed(urgency)),
    };
    expect(rulesOf(matter, recordOf({ services: ['socialAssistance'], ...record }))).toEqual(rules);
  });

  test.each([
    ['application', ['socialWork']],
    ['contact', ['socialAssistance']],
  ] as const)('of an %s for %j no decision on social assistance', (kind, services) => {
    const rules = rulesOf({ kind, serviceTasks: ['workingAge'] }, recordOf({ services }));
    expect(rules).toEqual(NEED);
  });
});

describe('of what was told', () => {
  const rulesIn = (kind: Parameters<typeof judgeRecord>[0], record: IntakeRecord) =>
    judgeRecord(kind, record).map(({ rule }) => rule);

  test('what is missing is remarked, and nothing of it is an error', () => {
    const empty = IntakeRecord.parse({});
    const findings = judgeRecord('childWelfareNotification', empty);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'intake.contentMissing',
      'intake.subjectMissing',
      'intake.notifierMissing',
    ]);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('a child has guardians, an adult in an application need not', () => {
    const child = recordOf({ notifier: { anonymous: true } }, { family: 'A', given: 'B' });
    expect(rulesIn('childWelfareNotification', child)).toEqual(['intake.guardiansMissing']);
    expect(rulesIn('application', child)).toEqual([]);
  });

  test('an identity code that is none is remarked without being repeated', () => {
    const wrong = recordOf({}, { family: 'A', given: 'B', personalIdentityCode: '010190-900X' });
    const [finding] = judgeRecord('application', wrong);
    expect(finding).toMatchObject({
      rule: 'intake.codeNotValid',
      path: '/record/subjects/0/personalIdentityCode',
    });
    expect(JSON.stringify(finding)).not.toContain('010190');
    expect(codesIn(wrong)).toEqual([]);
    expect(codesIn(recordOf({}, { personalIdentityCode: ' 010190-900p ' }))).toEqual(['010190-900P']);
  });

  test('who wants to stay secret says why; an anticipatory notification comes from who has the duty', () => {
    const secret = recordOf(
      { notifier: { party: 'otherPrivatePerson', keepSecret: true }, expectedBirth: 'helmikuu 2027' },
      { family: 'A', given: 'B' },
    );
    expect(rulesIn('anticipatoryNotification', secret)).toEqual([
      'intake.secrecyGroundsMissing',
      'intake.notifierOfDuty',
    ]);
  });
});

describe('the notifier', () => {
  test.each([
    [{ party: 'police' }, false],
    [{ party: 'education', keepSecret: true }, true],
    [{ party: 'otherPrivatePerson' }, true],
    [{ party: 'relativeOtherHousehold', keepSecret: false }, false],
    [{ party: 'self' }, false],
    [{}, true],
  ])('%j is shielded: %j', (notifier, is) => {
    expect(isShielded(Notifier.parse(notifier))).toBe(is);
  });

  test('of one who is shielded nothing is left that tells who it is', () => {
    const all = Notifier.parse({
      party: 'otherPrivatePerson',
      keepSecret: true,
      secrecyGrounds: 'Pelkää isää',
      family: 'Naapuri',
      given: 'Niina',
      title: 'rouva',
      organisation: 'Naapurusto',
      words: 'Asuu seinän takana',
      addresses: [{ street: 'Keksitty 1' }],
      phones: ['040'],
      emails: ['a@b.fi'],
    });
    expect(shielded(all)).toEqual({
      anonymous: false,
      party: 'otherPrivatePerson',
      keepSecret: true,
      addresses: [],
      phones: [],
      emails: [],
    });
  });
});

describe('a matter ends', () => {
  const ready = { serviceTasks: ['families' as const], ...assessed('notUrgent') };
  const rules = (...[matter, end]: Parameters<typeof judgeClosing>) =>
    judgeClosing(matter, end).map(({ rule }) => rule);

  test.each([
    ['childWelfareNotification', { outcome: 'noMeasures' }, []],
    ['application', { outcome: 'noMeasures' }, ['intake.applicationIsDecided']],
    ['application', { outcome: 'guidance' }, []],
    ['contact', { outcome: 'otherAuthority' }, ['intake.receiverMissing']],
    ['contact', { outcome: 'otherAuthority', receiver: 'Kela' }, []],
  ] as const)('of the kind %s by %j with remarks %j', (kind, end, found) => {
    expect(rules({ kind, ...ready }, end)).toEqual(found);
  });

  test('only when its urgency has been assessed and its task is known', () => {
    expect(rules({ kind: 'contact', serviceTasks: [] }, { outcome: 'guidance' })).toEqual([
      'intake.urgencyAssessed',
      'intake.taskKnown',
    ]);
  });
});

test('in the queue what is urgent stands first, then what nobody has assessed', () => {
  expect([{}, assessed('notUrgent'), assessed('urgent')].map((one) => orderOf(one))).toEqual([2, 3, 1]);
});

test('a disclosure says to whom, on which ground and for what, and nothing is done tomorrow', () => {
  const tomorrow = LocalDate.parse('2026-11-25');
  const asked = { kind: 'disclosure', on: tomorrow, content: { words: 'x', receiver: 'Poliisi' } } as const;
  expect(judgeHandling(asked, today).map(({ rule, path }) => [rule, path])).toEqual([
    ['intake.doneAlready', '/body/on'],
    ['intake.disclosureIncomplete', '/body/ground'],
    ['intake.disclosureIncomplete', '/body/purpose'],
  ]);
  expect(judgeHandling({ ...asked, kind: 'measure', on: today }, today)).toEqual([]);
});
