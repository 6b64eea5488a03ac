import { describe, expect, it } from 'vitest';
import { judgeUnit } from '../../../shared/domain/retention/exceptions.ts';

describe('What holds back a unit that is due', () => {
  const free = {
    isDue: true,
    isOpen: false,
    isHeld: false,
    isPending: false,
    remains: false,
    hasNoArchive: false,
  };

  it.each([
    ['nothing', {}, undefined],
    ['a later month by the law of today', { isDue: false, isHeld: true }, 'notDue'],
    ['an open matter', { isOpen: true, remains: true }, 'openMatter'],
    ['a hold', { isHeld: true, isPending: true }, 'legalHold'],
    ['a request that waits for an answer', { isPending: true }, 'pendingRequest'],
    ['cases that are kept longer', { remains: true, hasNoArchive: true }, 'otherUnitsRemain'],
    ['an archive that nobody has named', { hasNoArchive: true }, 'archiveNotSet'],
  ])('%s', (_what, more, expected) => {
    expect(judgeUnit({ ...free, ...more })).toBe(expected);
  });
});
