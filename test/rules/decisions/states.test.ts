import { describe, expect, test } from 'vitest';
import {
  DECIDED,
  DecisionState,
  ENDED,
  hasEnded,
  keepsOpen,
  MOVES,
  type MoveName,
  PREPARATION,
  stateAfter,
} from '../../../shared/domain/decisions/states.ts';
import { moved } from '../../../shared/domain/decisions/transitions.ts';
import { aDecision, BY } from '../../support/decision-heads.ts';

const NAMES = Object.keys(MOVES).filter((name): name is MoveName => Object.hasOwn(MOVES, name));
const PAIRS = NAMES.flatMap((name) => DecisionState.options.map((state) => [name, state] as const));
const froms = (name: MoveName): readonly DecisionState[] => MOVES[name].from;

describe('the moves of a decision', () => {
  test.each(PAIRS.filter(([name, state]) => !froms(name).includes(state)))(
    '%s is refused of one that is %s',
    (name, state) => {
      expect(stateAfter(state, name)).toBeUndefined();
      expect(() => moved(aDecision({ state }), name, BY)).toThrow(
        expect.objectContaining({
          definition: expect.objectContaining({ code: 'decision.wrongState' }),
          details: { state },
        }),
      );
    },
  );

  test.each(PAIRS.filter(([name, state]) => froms(name).includes(state)))(
    '%s of one that is %s makes the next version of it',
    (name, state) => {
      const before = aDecision({ state, version: 4 });
      const after = moved(before, name, BY);
      expect(after.version).toBe(5);
      expect(after.state).toBe(MOVES[name].to === 'same' ? state : MOVES[name].to);
    },
  );

  test('lead out of every state that has not ended, and out of none that has', () => {
    for (const state of [...PREPARATION, ...DECIDED]) {
      expect(NAMES.some((name) => froms(name).includes(state))).toBe(true);
    }
    expect(ENDED.filter((state) => NAMES.some((name) => froms(name).includes(state)))).toEqual([]);
    expect(DecisionState.options.filter(hasEnded)).toEqual(ENDED);
  });

  test('never undo what was decided: nothing issued goes back to preparation', () => {
    const back = NAMES.filter(
      (name) =>
        froms(name).some((state) => DECIDED.includes(state)) &&
        PREPARATION.some((state) => state === MOVES[name].to),
    );
    expect(back).toEqual([]);
  });
});

describe('a case stays open', () => {
  test.each(PREPARATION)('while a decision in it is %s, whatever it will say', (state) => {
    for (const result of ['granting', 'rejecting', 'measure'] as const) {
      expect(keepsOpen({ state, result })).toBe(true);
    }
  });

  test.each(DECIDED)(
    'for one that is %s: until it ends where it grants or orders, for a review alone where it rejects',
    (state) => {
      expect(keepsOpen({ state, result: 'granting' })).toBe(true);
      expect(keepsOpen({ state, result: 'measure' })).toBe(true);
      expect(keepsOpen({ state, result: 'rejecting' })).toBe(state === 'underReview');
    },
  );

  test.each(ENDED)('for none that is %s', (state) => {
    expect(keepsOpen({ state, result: 'granting' })).toBe(false);
  });
});
