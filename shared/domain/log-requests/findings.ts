import type { Finding, Sentence } from '../../kernel/finding.ts';

const SOURCE = '703/2023 § 11';

/** What is wrong with what was said of a request for log data. */
export const error = (rule: string, path: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: SOURCE,
});
