import { describe, expect, test } from 'vitest';
import { deliveredOf, grantedFor, judgeService, judgeUnit } from '../../../shared/domain/services/rules.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const granted = (hundredths: number, per: 'day' | 'week' | 'month' | 'year' | 'whole', validTo?: string) => ({
  amount: { hundredths, unit: 'hours' as const, per },
  validFrom: day('2026-12-01'),
  ...(validTo === undefined ? {} : { validTo: day(validTo) }),
});

describe('what was granted for some days', () => {
  test.each([
    ['4 hours a week, two weeks', granted(400, 'week'), '2026-12-01', '2026-12-14', 800],
    ['4 hours a week, ten days', granted(400, 'week'), '2026-12-01', '2026-12-10', 571],
    ['two a day, a month', granted(200, 'day'), '2026-12-01', '2026-12-31', 6200],
    ['18 trips a month, over a year’s end', granted(1800, 'month'), '2026-12-01', '2027-01-31', 3600],
    ['18 trips a month, February', granted(1800, 'month'), '2027-02-01', '2027-02-28', 1800],
    ['a year’s amount, a leap year', granted(36600, 'year'), '2028-01-01', '2028-01-31', 3100],
    ['days before it was granted count nothing', granted(700, 'week'), '2026-11-24', '2026-12-07', 700],
    ['days after its end count nothing', granted(700, 'week', '2026-12-07'), '2026-12-01', '2026-12-31', 700],
    ['an amount in all, whatever the days', granted(1000, 'whole'), '2026-12-01', '2026-12-02', 1000],
  ])('%s', (_what, service, from, to, hundredths) => {
    expect(grantedFor(service, day(from), day(to))).toBe(hundredths);
  });

  test('is not known where no amount was granted', () => {
    expect(
      grantedFor({ validFrom: day('2026-12-01') }, day('2026-12-01'), day('2026-12-31')),
    ).toBeUndefined();
  });
});

test('what was delivered is the sum of what was not cancelled', () => {
  const cancelledBy = '01J0000000000000000000000A' as never;
  expect(deliveredOf([{ hundredths: 150 }, { hundredths: 200, cancelledBy }, { hundredths: 50 }])).toBe(200);
});

describe('a service', () => {
  const opening = { socialService: 'familyWork' as const, validFrom: day('2026-12-01'), content: {} };

  test('does not end before it begins', () => {
    expect(judgeService({ ...opening, validTo: day('2026-11-30') })).toMatchObject([
      { rule: 'service.validity' },
    ]);
    expect(judgeService({ ...opening, validTo: day('2026-12-01') })).toEqual([]);
  });

  test('of no list has a name and the need that it answers', () => {
    const other = { ...opening, socialService: 'otherService' as const };
    expect(judgeService(other)).toMatchObject([{ rule: 'service.otherIsNamed' }]);
    expect(judgeService({ ...other, content: { name: 'Muuttoapu', need: 'Muutto uuteen kotiin' } })).toEqual(
      [],
    );
  });

  test('is delivered in the unit in which it was granted', () => {
    const amount = { hundredths: 400, unit: 'hours' as const, per: 'week' as const };
    expect(judgeUnit('visits', amount)).toMatchObject([{ rule: 'service.unitAsGranted' }]);
    expect(judgeUnit('hours', amount)).toEqual([]);
    expect(judgeUnit('visits', undefined)).toEqual([]);
  });
});
