import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETENTION_RULES } from '../../../shared/domain/retention/annex.ts';
import {
  dueMonthOf,
  RetentionClass,
  type RetentionEvent,
  type RetentionQuestion,
  retentionRuleOf,
} from '../../../shared/domain/retention/rules.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { addDays, LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);
const ON = day('2026-11-24');

type Row = readonly [annex: string, question: RetentionQuestion, event: RetentionEvent, years: number];

/** The annex of 703/2023, social welfare and disclosure management, row by row. */
const ANNEX: readonly Row[] = [
  [
    'Asiakkuusasiakirja ja perustiedot: 2 vuotta asiakkaan kuolemasta',
    { documentClass: 'clienthood' },
    'clientDied',
    2,
  ],
  [
    'Lapsiperheet: 30 vuotta asian sulkemisesta',
    { documentClass: 'case', serviceTask: 'families' },
    'caseClosed',
    30,
  ],
  [
    'Työikäiset: 10 vuotta asian sulkemisesta',
    { documentClass: 'caseNote', serviceTask: 'workingAge' },
    'caseClosed',
    10,
  ],
  [
    'Iäkkäät: 10 vuotta asian sulkemisesta',
    { documentClass: 'document', serviceTask: 'older' },
    'caseClosed',
    10,
  ],
  [
    'Päihdehuolto: 10 vuotta asian sulkemisesta',
    { documentClass: 'case', serviceTask: 'substance' },
    'caseClosed',
    10,
  ],
  [
    'Vammaispalvelut: 10 vuotta viimeisen asian sulkemisesta',
    { documentClass: 'case', serviceTask: 'disability' },
    'lastCaseClosed',
    10,
  ],
  [
    'Lastensuojelu: 2 vuotta asiakkaan kuolemasta',
    { documentClass: 'document', serviceTask: 'childWelfare' },
    'clientDied',
    2,
  ],
  [
    'Perheoikeus, lasta koskevat asiat: 120 vuotta lapsen syntymästä',
    { documentClass: 'case', serviceTask: 'familyLaw', aboutChild: true },
    'childBorn',
    120,
  ],
  [
    'Perheoikeus, muut asiat: 10 vuotta asian sulkemisesta',
    { documentClass: 'case', serviceTask: 'familyLaw', aboutChild: false },
    'caseClosed',
    10,
  ],
  ['Tositteet: 3 vuotta', { documentClass: 'voucher', serviceTask: 'workingAge' }, 'drawnUp', 3],
  [
    'Asiakasmaksupäätökset: 12 vuotta päätöksen voimassaolon päättymisestä',
    { documentClass: 'feeDecision', serviceTask: 'older' },
    'decisionEnded',
    12,
  ],
  ['Yhteydenpito: 3 vuotta viestin päiväyksestä', { documentClass: 'correspondence' }, 'messageDated', 3],
  ['Kopiot lausunnoista: 5 vuotta laatimisesta', { documentClass: 'statementCopy' }, 'drawnUp', 5],
  ['Tallenteet: kun käyttötarve on päättynyt', { documentClass: 'recording' }, 'useEnded', 0],
  ['Lokit ja luovutusilmoitukset: 12 vuotta lokitapahtumasta', { documentClass: 'log' }, 'logged', 12],
  [
    'Luvat ja kiellot, uusin: 12 vuotta kuolemasta',
    { documentClass: 'permitOrDenial', newestVersion: true },
    'clientDied',
    12,
  ],
  [
    'Luvat ja kiellot, edeltävät: 12 vuotta uuden laatimisesta',
    { documentClass: 'permitOrDenial', newestVersion: false },
    'replaced',
    12,
  ],
];

describe('The annex of 703/2023', () => {
  it.each(ANNEX)('%s', (_annex, question, event, years) => {
    expect(retentionRuleOf(question, ON)).toMatchObject({ event, years });
  });

  it('is the whole of the rules: each row of it is one of ours, and each of ours is tested', () => {
    const answered = new Set(ANNEX.map(([, question]) => retentionRuleOf(question, ON)));
    expect(answered).toEqual(new Set(RETENTION_RULES));
  });

  it('answers for every document class in every service task', () => {
    for (const documentClass of RetentionClass.options) {
      for (const serviceTask of ServiceTask.options) {
        expect(
          retentionRuleOf({ documentClass, serviceTask }, ON),
          `${documentClass} ${serviceTask}`,
        ).toBeDefined();
      }
    }
  });

  it('keeps longer where the question leaves it open whether a child or the newest version is meant', () => {
    expect(retentionRuleOf({ documentClass: 'case', serviceTask: 'familyLaw' }, ON)?.years).toBe(120);
    expect(retentionRuleOf({ documentClass: 'permitOrDenial' }, ON)?.event).toBe('clientDied');
  });

  it('has no answer for a case without a service task, nor before 1 January 2024', () => {
    expect(retentionRuleOf({ documentClass: 'case' }, ON)).toBeUndefined();
    expect(retentionRuleOf({ documentClass: 'log' }, day('2023-12-31'))).toBeUndefined();
  });
});

describe('The due month', () => {
  const tenYears = retentionRuleOf({ documentClass: 'case', serviceTask: 'older' }, ON);
  const useEnded = retentionRuleOf({ documentClass: 'recording' }, ON);
  const birth = retentionRuleOf({ documentClass: 'case', serviceTask: 'familyLaw' }, ON);

  it.each([
    ['2026-11-24', '2036-12'],
    ['2026-11-01', '2036-12'],
    ['2026-11-30', '2036-12'],
    ['2026-12-31', '2037-01'],
    ['2028-02-29', '2038-03'],
  ])('of a case closed %s is %s: the first month after ten years have run out', (closed, due) => {
    expect(tenYears && dueMonthOf(tenYears, day(closed))).toBe(due);
  });

  it('of a recording is the month after its use ended; of a child born in 2026, in the year 2146', () => {
    expect(useEnded && dueMonthOf(useEnded, day('2026-01-31'))).toBe('2026-02');
    expect(birth && dueMonthOf(birth, day('2026-05-17'))).toBe('2146-06');
  });

  it('never begins before the period has run out, and begins within 31 days after it', () => {
    const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1950-01-01'), days));
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...RETENTION_RULES), (event, rule) => {
        const month = dueMonthOf(rule, event);
        const anniversary = `${Number(event.slice(0, 4)) + rule.years}${event.slice(4)}`;
        const firstOfDue = `${month}-01`;
        expect(firstOfDue > anniversary).toBe(true);
        expect(addDays(day(firstOfDue), -31) <= anniversary).toBe(true);
      }),
    );
  });
});
