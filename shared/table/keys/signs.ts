import type { ControllerId, SignId, UnitId, UserId } from '../../kernel/id.ts';
import { type Key, partition, type Span, sort, spanOf } from './parts.ts';

/** Signs in the use of the log, and the counts that tell what is usual. */
export const signKeys = {
  /** The signs of a month: what the report counts. */
  month: (controller: ControllerId, month: string) => partition(controller, 'qs', month),
  /** Whose signs lie in a partition: a step of their shape knows the item alone. */
  controllerIn: (pk: string): string | undefined => pk.split('#')[0],
  sign: (controller: ControllerId, month: string, signId: SignId): Key => ({
    pk: signKeys.month(controller, month),
    sk: sort(signId),
  }),
  /** gsi1: what nobody has looked into, and what waits for the data-protection officer. */
  waiting: (controller: ControllerId, state: 'open' | 'escalated') => partition(controller, 'qo', state),
  /** gsi1: what was looked into, by the day of the last outcome; where misuse was suspected, apart. */
  ending: (controller: ControllerId, kind: 'reviewed' | 'suspected') => partition(controller, 'qe', kind),
  endingFrom: (on: string, signId: SignId) => sort(on, signId),
  inOrder: (signId: SignId) => sort(signId),
  /** gsi2 of a unit: signs to look into, and those that were. */
  unit: (controller: ControllerId, unitId: UnitId) => partition(controller, 't', unitId),
  unitOpen: (signId: SignId) => sort('q', signId),
  unitReviewed: (signId: SignId) => sort('qh', signId),
  dayOfUse: (controller: ControllerId, userId: UserId, on: string): Key => ({
    pk: partition(controller, 'qu', userId),
    sk: sort(on),
  }),
  /** gsi2 of a unit: what its workers' days had. */
  unitDay: (on: string, userId: UserId) => sort('y', on, userId),
  /** The run over one day of the log. */
  run: (controller: ControllerId, on: string): Key => ({
    pk: partition(controller, 'j', 'signs', on),
    sk: sort('j'),
  }),
  spans: {
    unitOpen: spanOf('q'),
    unitReviewed: spanOf('qh'),
    /** From the first of the days up to, but not including, the other. */
    unitDays: (from: string, before: string): Span => ({ from: sort('y', from), to: sort('y', before) }),
    /** Whatever was looked into last before this day. */
    lookedIntoBefore: (on: string): Span => ({ from: sort(''), to: sort(on) }),
    /** Ids that carry an earlier moment than this one. */
    before: (signId: SignId): Span => ({ from: sort(''), to: sort(signId) }),
  },
};
