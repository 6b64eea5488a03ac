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
} as const;
export type FindingKind = keyof typeof FINDINGS;

/** Where it was found: a name in the copy, and an index of the log where there is one. */
export type LogFinding = { kind: FindingKind; name: string; index?: number };

/** So many are named; how many more there are is counted. */
export const MOST_NAMED = 1000;
