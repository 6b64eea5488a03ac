import type { Change, LinePart } from '../../shared/act.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import type { Resource } from '../../shared/trail/event.ts';

/**
 * What of one portion passes in one commit, and whether more of it is left after that. `nothing`: it is in other hands
 * already. `kept`: it may not pass to this successor.
 */
export type Handed = { changes: Change[]; line: LinePart; more: boolean } | 'nothing' | 'kept';

/** How every line of a hand-over names it. */
export const ofHandOver = ({ jobId, fromWorkerId, successorId }: HandOver): Resource[] => [
  { kind: 'job', id: jobId },
  { kind: 'user', id: fromWorkerId },
  { kind: 'user', id: successorId },
];
