import { describe, expect, test } from 'vitest';
import { carriedOutRules, metByService } from '../../../shared/domain/decisions/carried-out.ts';
import type { SocialService } from '../../../shared/domain/social-services.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const MENTAL: SocialService = 'mentalHealthServices';
const day = (text: string) => LocalDate.parse(text);

describe('by when a granted service begins (1301/2014 45 §)', () => {
  const month = ['mentalHealthCarriedOut'];
  const quarter = ['decisionCarriedOut'];
  const rows: [string, SocialService[], string, string | undefined, string[]][] = [
    ['a mental-health service of a person of 22 in a month', [MENTAL], '2026-11-24', '2003-11-25', month],
    ['of one who is 23 in three months', [MENTAL], '2026-11-24', '2003-11-24', quarter],
    ['of one whose birth is not known in three months', [MENTAL], '2026-11-24', undefined, quarter],
    ['in a matter opened before 1 May 2025 in three', [MENTAL], '2025-04-30', '2010-01-01', quarter],
    ['in one opened on that day in a month', [MENTAL], '2025-05-01', '2010-01-01', month],
    ['another service of a young person in three', ['socialWork'], '2026-11-24', '2010-01-01', quarter],
    [
      'and a decision on both has both times',
      ['socialWork', MENTAL],
      '2026-11-24',
      '2010-01-01',
      [...month, ...quarter],
    ],
  ];
  test.each(rows)('%s', (_name, services, openedOn, birthDate, rules) => {
    const of = {
      openedOn: day(openedOn),
      birthDate: birthDate === undefined ? undefined : day(birthDate),
    };
    expect(carriedOutRules(services, of)).toEqual(rules);
  });

  test('a service that begins meets its own time, and leaves the other one to the other service', () => {
    const both = ['mentalHealthCarriedOut', 'decisionCarriedOut', 'reviewRequest'] as const;
    expect(metByService(MENTAL, both)).toEqual(month);
    expect(metByService('socialWork', both)).toEqual(quarter);
    expect(metByService(MENTAL, ['decisionCarriedOut'])).toEqual(quarter);
  });
});
