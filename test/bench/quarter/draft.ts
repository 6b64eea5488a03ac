import type { ClientId } from '../../../shared/kernel/id.ts';
import type { BasisKind } from '../../../shared/trail/event.ts';
import type { QuarterWorker } from './facts.ts';
import type { LineKind } from './line-kinds.ts';

/** What was done and why, as only we know: the truth of some lines. Ordinary work has none. */
export type Deed = {
  deedId: string;
  isMisuse: boolean;
  kind: string;
  /** In a sentence, for whoever looks at what was found and missed. */
  told: string;
};

export type Tie = { kind: BasisKind; reference?: string; deputyFor?: QuarterWorker['userId'] };

/** A line before it has an id. */
export type Draft = {
  ms: number;
  worker: QuarterWorker;
  kind: LineKind;
  clients: readonly ClientId[];
  tie: Tie;
  refused?: string;
  /** How many days back the history reached that was shown. */
  daysBack?: number;
  reasonId?: string;
  reasonCode?: string;
  fromHome: boolean;
  deed?: Deed;
};
