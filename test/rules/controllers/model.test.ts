import { describe, expect, it } from 'vitest';
import { BusinessId, Controller, Post, Unit } from '../../../shared/domain/controllers/model.ts';

const UNIT_ID = '01J0000000000000000000000A';
const POST_ID = '01J0000000000000000000000B';

describe('A business identity code', () => {
  it('is accepted with its right check digit', () => {
    // Remainders 9, 2 and 0.
    for (const code of ['0737546-2', '0112038-9', '1572860-0']) {
      expect(BusinessId.safeParse(code).success, code).toBe(true);
    }
  });

  it('is refused with any other check digit, without one, or when its remainder has none', () => {
    for (let digit = 0; digit <= 9; digit += 1) {
      expect(BusinessId.safeParse(`0112038-${digit}`).success, String(digit)).toBe(digit === 9);
    }
    expect(BusinessId.safeParse('0112038').success).toBe(false);
    // 5 x 9 = 45 = 4 x 11 + 1
    expect(BusinessId.safeParse('0500000-0').success).toBe(false);
  });
});

describe('The organisation', () => {
  const controller = {
    controllerId: 'ESIMERKKI',
    name: { fi: 'Esimerkin kaupunki' },
    address: 'PL 1, 00010 Esimerkki',
    email: 'kirjaamo@example.fi',
    phones: [{ number: '010 000 0000', hours: 'ma–pe 9–15' }],
  };

  it('holds a controller with postal address, registry e-mail and phone with service hours', () => {
    expect(Controller.parse(controller)).toEqual(controller);
  });

  it('holds a unit of one municipality of a joint authority, for the service tasks it works in', () => {
    const unit = {
      unitId: UNIT_ID,
      name: { fi: 'Lastensuojelun avohuolto', sv: 'Barnskyddets öppenvård' },
      municipality: '858',
      serviceTasks: ['childWelfare'],
      from: '2026-01-01',
    };
    expect(Unit.parse(unit)).toEqual(unit);
    expect(Unit.safeParse({ ...unit, serviceTasks: ['10'] }).success).toBe(false);
    expect(Unit.safeParse({ ...unit, to: '2025-12-31' }).success).toBe(false);
  });

  it('holds a post, which is an office or an employment', () => {
    const post = {
      postId: POST_ID,
      title: { fi: 'Johtava sosiaalityöntekijä' },
      unitId: UNIT_ID,
      kind: 'office',
      professionalRole: 'socialWorker',
      from: '2026-01-01',
      to: '2026-01-01',
    };
    expect(Post.parse(post)).toEqual(post);
    expect(Post.safeParse({ ...post, kind: 'volunteer' }).success).toBe(false);
  });
});
