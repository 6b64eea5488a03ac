import { describe, expect, it } from 'vitest';
import { OLD_ANNEX, permanentOf } from '../../../shared/domain/retention/old-annex.ts';
import { ownRecordRules } from '../../../shared/domain/retention/own-records.ts';
import { reckon, reckonAll } from '../../../shared/domain/retention/reckon.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);
const ON = day('2026-11-24');

type PlanRow = { recordType: string; years: number | null; startEvent?: string; source: string };

describe('A disposal unit', () => {
  const events = { caseClosed: day('2026-11-24') };

  it('of several service tasks is due when the last of them is', () => {
    const unit = { documentClass: 'case', serviceTasks: ['workingAge', 'families'] } as const;
    expect(reckon(unit, events, ON).dueMonth).toBe('2056-12');
  });

  it('is not due while an event of any of its tasks has not come', () => {
    const unit = { documentClass: 'case', serviceTasks: ['workingAge', 'childWelfare'] } as const;
    expect(reckon(unit, events, ON).dueMonth).toBeUndefined();
    expect(reckon(unit, { ...events, clientDied: day('2040-01-01') }, ON).dueMonth).toBe('2042-02');
  });

  it('of clienthood data belongs to no task and waits for the death of the client', () => {
    const unit = { documentClass: 'clienthood', serviceTasks: [] } as const;
    expect(reckon(unit, events, ON).dueMonth).toBeUndefined();
    expect(reckon(unit, { clientDied: day('2026-03-05') }, ON).dueMonth).toBe('2028-04');
  });

  it('of things kept by several rows of the annex is due with the last: permits outlive the clienthood data', () => {
    const died = { clientDied: day('2026-03-05') };
    expect(reckonAll(['clienthood', 'permitOrDenial'], died, ON).dueMonth).toBe('2038-04');
    expect(reckonAll(['clienthood', 'log'], { ...died, logged: day('2025-01-10') }, ON).dueMonth).toBe(
      '2037-02',
    );
    expect(reckonAll(['clienthood', 'log'], died, ON).dueMonth).toBeUndefined();
  });

  it('that became due before anybody knew is due this month: no month that has passed is looked at again', () => {
    const unit = { documentClass: 'clienthood', serviceTasks: [] } as const;
    expect(reckon(unit, { clientDied: day('2020-03-05') }, ON).dueMonth).toBe('2026-11');
  });
});

describe('A controller’s own plan (C-20)', () => {
  const unit = { documentClass: 'case', serviceTasks: ['workingAge'] } as const;
  const events = { caseClosed: day('2026-11-24') };
  const planned = (years: number | null, startEvent: string | null = null) => [
    { recordType: 'workingAge', years, startEvent, source: 'Arkistointisuunnitelma 3.2' },
  ];

  it('keeps longer than the law, with its source beside the law’s', () => {
    const { dueMonth, reasons } = reckon(unit, events, ON, planned(30));
    expect(dueMonth).toBe('2056-12');
    expect(reasons.map(({ source, years }) => [source, years])).toEqual([
      ['703/2023 liite: työikäisten palvelutehtävä', 10],
      ['Arkistointisuunnitelma 3.2', 30],
    ]);
  });

  it('never shortens: an older and shorter source leaves the law’s month as it is', () => {
    expect(reckon(unit, events, ON, planned(5)).dueMonth).toBe('2036-12');
  });

  it('that keeps for good, or counts from what is not known, makes nothing due', () => {
    expect(reckon(unit, events, ON, planned(null)).dueMonth).toBeUndefined();
    expect(reckon(unit, events, ON, planned(30, 'palvelun päättyminen')).dueMonth).toBeUndefined();
  });

  it('leaves what it does not name to the law', () => {
    expect(reckon({ ...unit, serviceTasks: ['older'] }, events, ON, planned(30)).reasons).toHaveLength(1);
  });

  it('gives non-client records their periods, of which the law’s are never shortened', () => {
    const ruled = (rules: PlanRow[], ownRecordYears = {}) => ownRecordRules(ON, { rules, ownRecordYears });
    const years = (kind: string, rules = ruled([])) => rules.find((rule) => rule.kind === kind)?.years;
    expect([years('accessLog'), years('disclosureLog')]).toEqual([12, 12]);
    expect([years('accountingVoucher'), years('accountingBook')]).toEqual([6, 10]);
    expect(years('commitment')).toBeUndefined();
    const plan = [
      { recordType: 'commitment', years: 50, source: 'Arkistointisuunnitelma 1.4' },
      { recordType: 'accessLog', years: 2, source: 'Arkistointisuunnitelma 1.5' },
    ];
    expect(years('commitment', ruled(plan))).toBe(50);
    expect(years('accessLog', ruled(plan))).toBe(12);
    for (const rule of ruled(plan)) expect(rule.source).not.toBe('');
    const ofAnother = plan.map((row) => ({ ...row, years: 20, startEvent: 'ilmoituksen saapuminen' }));
    expect(years('commitment', ruled(ofAnother))).toBeUndefined();
    expect(years('accessLog', ruled(ofAnother))).toBe(12);
  });

  it('keeps what the plan does not name by the setting, which says that it has no source, and what the plan names by the plan', () => {
    const of = (
      kind: string,
      rules: PlanRow[] = [],
      ownRecordYears: Record<string, number | null> = { user: 12 },
    ) => ownRecordRules(ON, { rules, ownRecordYears }).find((rule) => rule.kind === kind);
    expect(of('user')).toMatchObject({ years: 12, source: expect.stringContaining('ei ole lähdettä') });
    expect(of('user', [{ recordType: 'user', years: 5, source: 'AMS 4' }])).toMatchObject({
      years: 5,
      source: 'AMS 4',
    });
    expect(of('user', [], { user: null })?.years).toBeUndefined();
    // Neither the law's period nor what is kept for good is changed by it.
    expect(of('accessLog', [], { accessLog: 1 })?.years).toBe(12);
    expect(of('settings', [{ recordType: 'settings', years: 5, source: 'AMS 5' }])).toMatchObject({
      from: 'never',
      why: expect.any(String),
    });
  });
});

describe('The annex of 254/2015', () => {
  const ORDER = 'AL/20064/07.01.01.03.01/2014';

  it('is kept whole, for material of older systems', () => {
    expect(OLD_ANNEX).toHaveLength(22);
    const yearsOf = (service: string) =>
      OLD_ANNEX.find((row) => row.service === service)?.periods.map(({ years }) => years);
    expect(yearsOf('Toimeentulotuki')).toEqual([12]);
    expect(yearsOf('Lastensuojelu')).toEqual([120, 30]);
    expect(yearsOf('Adoptioneuvonta')).toEqual([120, 40]);
    expect(yearsOf('Vammaispalvelut')).toEqual([30, 12]);
    expect(OLD_ANNEX.filter(({ permanent }) => permanent === 'all').map(({ service }) => service)).toEqual([
      'Kotoutumisen edistäminen',
    ]);
  });

  it.each([
    ['2001-03-08', 'all'],
    ['2001-03-18', 'all'],
    ['2001-03-28', 'all'],
    ['2001-03-09', 'nothing'],
    [undefined, 'nothing'],
  ] as const)('of somebody born %s, %s of an adult’s case goes to the archive for good', (born, part) => {
    expect(permanentOf(['workingAge'], born, ORDER).part).toBe(part);
  });

  it('of child welfare keeps everybody’s decisions, plans and narrative, and of family law the agreements', () => {
    expect(permanentOf(['childWelfare'], '2001-03-09', ORDER)).toMatchObject({
      part: 'kinds',
      kinds: ['decision', 'clientPlan', 'implementationPlan', 'caseNote'],
    });
    expect(permanentOf(['familyLaw'], '2001-03-09', ORDER)).toMatchObject({ kinds: ['contract'] });
    expect(permanentOf([], '2001-03-08', ORDER).part).toBe('all');
    expect(permanentOf([], '2001-03-09', ORDER).part).toBe('nothing');
  });
});
