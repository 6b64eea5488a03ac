import { describe, expect, test } from 'vitest';
import type { Power } from '../../../shared/domain/decisions/kind-rows.ts';
import { DecisionKind, kindOf } from '../../../shared/domain/decisions/kinds.ts';
import type { Delegation } from '../../../shared/domain/decisions/powers/model.ts';
import { type Decider, judgePower, type PowerAsked } from '../../../shared/domain/decisions/rules/power.ts';
import { lastDayOf } from '../../../shared/domain/decisions/rules/term.ts';
import { UnitId } from '../../../shared/kernel/id.ts';
import { Cents } from '../../../shared/kernel/money.ts';
import { aDecision, DECIDER, day, POST, PREPARER, ROW, TODAY, UNIT } from '../../support/decision-heads.ts';

type Post = NonNullable<Decider['post']>;
const post = (kind: Post['kind'], professionalRole: Post['professionalRole']): Post => ({
  kind,
  professionalRole,
  from: day('2020-01-01'),
});
/** Who might sit in a county's posts. */
const HOLDERS = {
  socialWorkerInOffice: post('office', 'socialWorker'),
  counsellorInOffice: post('office', 'socialCounsellor'),
  officialWithoutProfession: post('office', 'none'),
  socialWorkerInEmployment: post('employment', 'socialWorker'),
  counsellorInEmployment: post('employment', 'socialCounsellor'),
} as const;
type Holder = keyof typeof HOLDERS;
const HOLDER_NAMES = Object.keys(HOLDERS).filter((name): name is Holder => Object.hasOwn(HOLDERS, name));

/** What the statutes say of each power, written a second time and by hand. */
const MAY: Record<Power, readonly Holder[]> = {
  socialWorker: ['socialWorkerInOffice'],
  leading: ['socialWorkerInOffice'],
  childsWorker: ['socialWorkerInOffice'],
  institution: HOLDER_NAMES,
  childWelfareSupervisor: ['socialWorkerInOffice', 'counsellorInOffice', 'officialWithoutProfession'],
  disability: ['socialWorkerInOffice', 'counsellorInOffice'],
  official: ['socialWorkerInOffice', 'counsellorInOffice', 'officialWithoutProfession'],
};

const row = (kind: DecisionKind, power: Power, more: Partial<Delegation> = {}): Delegation => ({
  delegationId: ROW,
  kind,
  power,
  postIds: [POST],
  roles: [],
  unitIds: [],
  socialServices: [],
  results: ['granting', 'rejecting', 'measure'],
  from: day('2026-01-01'),
  source: { body: 'Aluehallitus', decidedOn: day('2025-12-15') },
  ...more,
});

const decider = (holder: Holder, more: Partial<Decider> = {}): Decider => ({
  userId: DECIDER,
  postId: POST,
  post: HOLDERS[holder],
  grants: [{ role: 'childWelfareSupervisor', unitIds: [UNIT] }],
  ...more,
});

/** The whole term that a power may give, so that only the holder is in question. */
function asked(kind: DecisionKind, power: Power, holder: Holder, more: Partial<PowerAsked> = {}): PowerAsked {
  const longest = kindOf(kind).powers.find((one) => one.power === power)?.longest ?? kindOf(kind).longest;
  return {
    decision: aDecision({
      kind,
      result: 'measure',
      validity: { from: TODAY, ...(longest === undefined ? {} : { to: lastDayOf(TODAY, longest) }) },
    }),
    decider: decider(holder),
    delegations: [row(kind, power)],
    childsWorkers: power === 'childsWorker' ? [DECIDER] : [PREPARER],
    today: TODAY,
    ...more,
  };
}

const rulesOf = (of: PowerAsked): string[] => judgePower(of).findings.map(({ rule }) => rule);

const CELLS = DecisionKind.options.flatMap((kind) =>
  kindOf(kind).powers.flatMap(({ power }) => HOLDER_NAMES.map((holder) => [kind, power, holder] as const)),
);

describe('of every kind and power the statute decides who may hold it', () => {
  test.each(CELLS)('%s as %s: %s', (kind, power, holder) => {
    const found = judgePower(asked(kind, power, holder));
    if (MAY[power].includes(holder)) {
      expect(found).toEqual({ findings: [], used: { power, delegationId: ROW, postId: POST } });
    } else {
      expect(found.used).toBeUndefined();
      // Another power of the kind may be the holder's: then it is the table that does not give it.
      const isOthers = kindOf(kind).powers.some(
        (one) => one.power !== power && one.longest === undefined && MAY[one.power].includes(holder),
      );
      expect(found.findings.map(({ rule }) => rule)).toEqual([
        isOthers ? 'decision.delegated' : 'decision.powerByStatute',
      ]);
    }
  });

  test.each(DecisionKind.options)('%s: and without a row of the delegation table nobody does', (kind) => {
    const [first] = kindOf(kind).powers;
    if (first === undefined) throw new Error('no power');
    const of = asked(kind, first.power, 'socialWorkerInOffice', { delegations: [] });
    expect(rulesOf(of)).toEqual(['decision.delegated']);
  });
});

describe('nobody decides without a post in force', () => {
  test.each<[string, Partial<Decider>]>([
    ['a job or a rule', { postId: undefined, post: undefined }],
    ['a post that is not there', { post: undefined }],
    ['a post that ended yesterday', { post: { ...HOLDERS.socialWorkerInOffice, to: day('2026-11-23') } }],
    ['a post that begins tomorrow', { post: { ...HOLDERS.socialWorkerInOffice, from: day('2026-11-25') } }],
  ])('%s', (_, more) => {
    const of = asked('11052', 'official', 'socialWorkerInOffice', {
      decider: decider('socialWorkerInOffice', more),
    });
    expect(rulesOf(of)).toEqual(['decision.namedOfficial']);
  });
});

describe('the limits of a row', () => {
  const granted = (
    row_: Partial<Delegation>,
    decision: Parameters<typeof aDecision>[0] = {},
    who: Partial<Decider> = {},
  ): boolean =>
    judgePower({
      decision: aDecision(decision),
      decider: decider('counsellorInOffice', who),
      delegations: [row('11052', 'official', row_)],
      childsWorkers: [],
      today: TODAY,
    }).used !== undefined;
  const year = { from: day('2026-12-01'), to: day('2027-11-30') };
  const other = UnitId.parse('01KBN4PZ0000000000000000ZZ');

  test.each<[string, Partial<Delegation>, Parameters<typeof aDecision>[0], boolean]>([
    ['from its first day', { from: TODAY }, {}, true],
    ['not before', { from: day('2026-11-25') }, {}, false],
    ['to its last day', { to: TODAY }, {}, true],
    ['not after', { to: day('2026-11-23') }, {}, false],
    ['its amount', { amountUpTo: Cents.parse(50_000) }, { amount: Cents.parse(50_000) }, true],
    ['not a cent more', { amountUpTo: Cents.parse(50_000) }, { amount: Cents.parse(50_001) }, false],
    ['its days', { daysUpTo: 365 }, { validity: year }, true],
    ['not a day more', { daysUpTo: 364 }, { validity: year }, false],
    ['not until further notice', { daysUpTo: 365 }, { validity: { from: TODAY } }, false],
    ['a rejection has no days', { daysUpTo: 1 }, { result: 'rejecting' }, true],
    ['its results', { results: ['granting'] }, { result: 'rejecting' }, false],
    ['its services', { socialServices: ['socialGuidance'] }, {}, true],
    ['not others', { socialServices: ['housingSupport'] }, {}, false],
    [
      'not of a decision that names none',
      { socialServices: ['socialGuidance'] },
      { socialServices: [] },
      false,
    ],
    ['its units', { unitIds: [UNIT] }, {}, true],
    ['not others of them', { unitIds: [other] }, {}, false],
    ['its post', { postIds: [] }, {}, false],
  ])('%s', (_, limits, decision, isGranted) => {
    expect(granted(limits, decision)).toBe(isGranted);
  });

  test('a role holds it, and only in a unit of the row', () => {
    const byRole: Partial<Delegation> = { postIds: [], roles: ['arranging'], unitIds: [UNIT] };
    const arranging = (unitId: UnitId): Partial<Decider> => ({
      grants: [{ role: 'arranging', unitIds: [unitId] }],
    });
    expect(granted(byRole, {}, arranging(UNIT))).toBe(true);
    expect(granted(byRole, {}, arranging(other))).toBe(false);
    expect(granted(byRole, {}, { grants: [{ role: 'implementing', unitIds: [UNIT] }] })).toBe(false);
  });
});

describe('the guards that no delegation lifts', () => {
  test('a client who needs special support: a social worker in public office (1301/2014 46 §)', () => {
    const special = aDecision({ specialSupport: true });
    const by = (holder: Holder) => rulesOf({ ...asked('11052', 'official', holder), decision: special });
    expect(by('socialWorkerInOffice')).toEqual([]);
    expect(by('counsellorInOffice')).toEqual(['decision.specialSupportBySocialWorker']);
  });

  test.each(
    DecisionKind.options.filter((kind) => kindOf(kind).powers.some(({ power }) => power === 'leading')),
  )(
    '%s: the child’s responsible social worker prepares and does not decide (417/2007 13 § 3 mom.)',
    (kind) => {
      const of = asked(kind, 'leading', 'socialWorkerInOffice', { childsWorkers: [DECIDER] });
      const isAlone = kindOf(kind).powers.every(({ power }) => power === 'leading');
      expect(rulesOf(of)).toEqual([isAlone ? 'decision.preparerDoesNotDecide' : 'decision.delegated']);
    },
  );

  test('who decided on the urgent placement does not decide on its extension (38 a §)', () => {
    const by = (earlierDecider: typeof DECIDER) =>
      rulesOf(asked('11025', 'leading', 'socialWorkerInOffice', { earlierDecider }));
    expect(by(DECIDER)).toEqual(['decision.otherDecider']);
    expect(by(PREPARER)).toEqual([]);
  });

  test('a longer restriction of movement is not the institution’s: seven days, and thirty by the child’s worker (69 §)', () => {
    const of = (to: string, power: Power, holder: Holder) =>
      rulesOf({
        ...asked('11032', power, holder),
        decision: aDecision({ kind: '11032', result: 'measure', validity: { from: TODAY, to: day(to) } }),
      });
    expect(of('2026-11-30', 'institution', 'counsellorInEmployment')).toEqual([]);
    expect(of('2026-12-01', 'institution', 'counsellorInEmployment')).toEqual(['decision.powerByStatute']);
    expect(of('2026-12-23', 'childsWorker', 'socialWorkerInOffice')).toEqual([]);
    expect(of('2026-12-24', 'childsWorker', 'socialWorkerInOffice')).toEqual(['decision.powerByStatute']);
  });
});
