/**
 * Quarters that nobody looked at before the rules and their numbers stood. They were tuned with `tune-1`, `tune-2` and
 * `tune-3`, and whoever changes a rule takes those.
 */
export const REPORTED = ['report-1', 'report-2', 'report-3'] as const;
