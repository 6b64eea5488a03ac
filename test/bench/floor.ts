import type { OperationName } from './operations.ts';

/**
 * What a minimal correct design costs: worked out on paper before anything was built, from the smallest set of
 * calls that keeps every promise, at the sizes below. Reads are strong except an index's keys. `later` is what
 * follows an answer: the index by worker, leaves of the sealed log, each client's copy of a line, name tokens.
 */
export type Floor = {
  /** Sequential steps, the key service's among them. */
  steps: { warm: number; cold: number };
  readUnits: number;
  writeUnits: number;
  laterUnits: number;
  kmsCalls: { warm: number; cold: number };
};

/** Bytes of the items that the figures were worked out with. */
export const FLOOR_SIZES = {
  powers: 3_800,
  clientHead: 2_000,
  caseHead: 500,
  note: 2_000,
  body: 8_000,
  form: 15_000,
  summary: 3_000,
  /** What a decision's writer says, and what issuing adds: guidance on appeal, decider, provisions. */
  decision: 1_800,
  decisionAdded: 2_000,
  documentHead: 1_000,
  keys: 450,
  lookUp: 300,
  mark: 300,
  listRow: 400,
  logLine: 1_000,
  logLineOfAPage: 2_000,
  outbox: 800,
} as const;

/** [warm, cold] where the two differ in kind. */
type Pair = readonly [number, number];

const floor = (
  steps: Pair,
  readUnits: number,
  writeUnits: number,
  laterUnits: number,
  kmsCalls: Pair,
): Floor => ({
  steps: { warm: steps[0], cold: steps[1] },
  readUnits,
  writeUnits,
  laterUnits,
  kmsCalls: { warm: kmsCalls[0], cold: kmsCalls[1] },
});

export const FLOOR: Record<OperationName, Floor> = {
  createClient: floor([3, 3], 1, 16, 10, [1, 1]),
  openFile: floor([2, 2], 13, 1, 2, [0, 1]),
  appendNote: floor([2, 3], 3, 10, 2, [0, 1]),
  finaliseDocument: floor([2, 3], 5, 10, 2, [0, 1]),
  searchByCode: floor([3, 3], 4, 1, 2, [0, 1]),
  worklist: floor([2, 2], 16.5, 2, 27, [0, 0]),
  clientsLog: floor([2, 2], 9, 1, 2, [0, 0]),
  finaliseForm: floor([2, 3], 7, 10, 2, [0, 1]),
  printForm: floor([2, 2], 8, 1, 2, [0, 1]),
  searchFile: floor([3, 4], 26, 2, 2, [0, 1]),
  glance: floor([2, 2], 12, 2, 2, [0, 1]),
  timeline: floor([2, 2], 19, 2, 2, [0, 0]),
  issueDecision: floor([3, 3], 8, 16, 6, [0, 1]),
  printDecision: floor([2, 2], 6, 1, 2, [0, 1]),
  deadlinesOfUnit: floor([2, 2], 15.5, 2, 27, [0, 0]),
};
