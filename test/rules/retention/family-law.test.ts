import { describe, expect, it } from 'vitest';
import { concernsChild } from '../../../shared/domain/retention/family-law.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);
const ended = day('2026-11-24');

describe('A matter of family law', () => {
  it('is about the last born of the children who were named or were its clients', () => {
    expect(concernsChild({ childrenBorn: [day('2020-05-09')], minors: [day('2014-02-03')], ended })).toEqual({
      aboutChild: true,
      born: '2020-05-09',
      presumed: false,
    });
  });

  it('is about no child where that was said and no client was a minor', () => {
    expect(concernsChild({ childrenBorn: [], minors: [], ended })).toEqual({
      aboutChild: false,
      presumed: false,
    });
    expect(concernsChild({ childrenBorn: [], minors: [day('2014-02-03')], ended }).aboutChild).toBe(true);
  });

  it('of which nobody has said anything is kept as long as one about any child who can have been meant', () => {
    expect(concernsChild({ childrenBorn: undefined, minors: [], ended })).toEqual({
      aboutChild: true,
      born: '2027-09-24',
      presumed: true,
    });
  });
});
