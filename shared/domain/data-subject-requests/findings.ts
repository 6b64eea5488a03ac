import type { Finding, Sentence } from '../../kernel/finding.ts';

/** What is wrong with what was said of a request, with where that is said to be wrong. */
export const wrong = (rule: string, path: string, source: string, message: Sentence): Finding => ({
  rule: `subjectRequest.${rule}`,
  severity: 'error',
  path: `/body${path}`,
  message,
  source,
});
