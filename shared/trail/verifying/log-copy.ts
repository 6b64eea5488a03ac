import type { LogFinding } from './finding.ts';

/** A copy of the archive: what is locked and what is fresh, under the names they have there. */
export type LogCopy = {
  get(name: string): Promise<Buffer | undefined>;
  /** All names that begin so, in their order. */
  names(begins: string): Promise<string[]>;
};

export type Find = (kind: LogFinding['kind'], name: string, index?: number) => void;
