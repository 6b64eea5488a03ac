import type { Find } from './log-copy.ts';

/** What is wrong with a copy of a sealed log, in an auditor's words. */
export const FINDINGS = {
  missing: 'Something that the log must have is not there.',
  unreadable: 'Something in the log is not of its form.',
  wrongKey: 'A checkpoint is not signed by the key of this log.',
  edited: 'An entry is not the one that was sealed.',
  reordered: 'Entries stand in another order than they were sealed in.',
  dropped: 'An entry that was sealed is not there.',
  added: 'There is more in the log than was sealed.',
  truncated: 'The log ends before a place up to which it was signed.',
  replayed: 'One line stands in the log twice.',
  fork: 'The log says another thing of its past than it signed then.',
  lineChanged: 'A line is not the one that its sealed entry commits to.',
  twoVersions:
    'More than one version of an object stands under one name: the oldest is the one that was sealed.',
  hidden: 'An object was marked as deleted: what it hides is locked and can be read by its version.',
} as const;
export type FindingKind = keyof typeof FINDINGS;

/** Where it was found: a name in the copy, and an index of the log where there is one. */
export type LogFinding = { kind: FindingKind; name: string; index?: number };

/** So many are named; how many more there are is counted. */
const MOST_NAMED = 1000;

/** What a check finds, as it goes. */
export function findings(): { find: Find; told: () => { findings: LogFinding[]; found: number } } {
  const named: LogFinding[] = [];
  let found = 0;
  return {
    find(kind, name, index) {
      found += 1;
      if (named.length < MOST_NAMED) named.push({ kind, name, ...(index === undefined ? {} : { index }) });
    },
    told: () => ({ findings: named, found }),
  };
}
