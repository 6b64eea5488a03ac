import { describe, expect, test } from 'vitest';
import { mayBeGivenTo } from '../../../shared/domain/disclosures/may-be-given.ts';
import { isBanJustified } from '../../../shared/domain/disclosures/minors-ban.ts';
import { isWithin, Scope, touches } from '../../../shared/domain/disclosures/scope.ts';
import type { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { MinorsBanId, RelationId } from '../../../shared/kernel/id.ts';

const id = (last: string): string => `01KBN4PZ000000000000000${last.padStart(3, '0')}`;
const [father, mother] = [RelationId.parse(id('1')), RelationId.parse(id('2'))];
const note = (...serviceTasks: ServiceTask[]) => ({ kind: 'note' as const, id: id('9'), serviceTasks });
const scope = (value: unknown) => Scope.parse(value);
const ofTasks = (...serviceTasks: ServiceTask[]) => scope({ of: 'serviceTasks', serviceTasks });

describe('a permit speaks of no more than it says, a ban of whatever it touches', () => {
  test.each([
    [scope({ of: 'controller' }), note('families'), true, true],
    [scope({ of: 'controller' }), { kind: 'baseData' as const }, true, true],
    [ofTasks('families'), note('families'), true, true],
    [ofTasks('families'), note('families', 'childWelfare'), false, true],
    [ofTasks('families'), note('older'), false, false],
    [ofTasks('families'), { kind: 'baseData' as const }, false, false],
    [
      scope({ of: 'serviceTasks', serviceTasks: ['older'], baseData: true }),
      { kind: 'baseData' as const },
      true,
      true,
    ],
    [scope({ of: 'documents', documentIds: [id('9')] }), note('older'), true, true],
    [scope({ of: 'documents', documentIds: [id('8')] }), note('older'), false, false],
  ])('%o and %o', (of, datum, within, touched) => {
    expect([isWithin(of, datum), touches(of, datum)]).toEqual([within, touched]);
  });
});

describe('a minor’s ban (703/2023 § 51)', () => {
  const ban = {
    banId: MinorsBanId.parse(id('5')),
    state: 'inForce' as const,
    towards: [father],
    scope: ofTasks('families'),
  };
  const to = (relationId?: RelationId, asParty = false) =>
    ({ kind: 'representative', relationId, asParty }) as const;

  test('stands against the one it names, in what it names, and against who is not named', () => {
    expect(mayBeGivenTo(to(father), [note('families')], [ban])).toEqual({
      may: false,
      banId: ban.banId,
      because: 'banned',
    });
    expect(mayBeGivenTo(to(), undefined, [ban])).toMatchObject({ because: 'representativeUnnamed' });
    expect(mayBeGivenTo(to(father), undefined, [ban])).toMatchObject({ may: false });
    expect(mayBeGivenTo(to(mother), undefined, [ban])).toEqual({ may: true });
    expect(mayBeGivenTo(to(father), [note('older')], [ban])).toEqual({ may: true });
  });

  test('does not stand against the client, a party, or anybody once it was denied or lifted', () => {
    for (const receiver of [{ kind: 'client' } as const, { kind: 'other' } as const, to(father, true)]) {
      expect(mayBeGivenTo(receiver, undefined, [ban])).toEqual({ may: true });
    }
    for (const state of ['denied', 'lifted'] as const) {
      expect(mayBeGivenTo(to(father), undefined, [{ ...ban, state }])).toEqual({ may: true });
    }
  });

  test('holds for who is old and mature enough, for a weighty reason, unless clearly against the interest', () => {
    const all = [true, false].flatMap((capable) =>
      [true, false].flatMap((weightyReason) =>
        [true, false].map((againstInterest) => ({ capable, weightyReason, againstInterest })),
      ),
    );
    expect(all.filter(isBanJustified)).toEqual([
      { capable: true, weightyReason: true, againstInterest: false },
    ]);
  });
});
