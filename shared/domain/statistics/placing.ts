import type { DecisionKind } from '../decisions/kinds.ts';

/** Kinds of decisions by which a child is placed, and under which the day on which it began is recorded. */
export const PLACING: readonly DecisionKind[] = ['11027', '11030', '11023', '11061', '11042'];
