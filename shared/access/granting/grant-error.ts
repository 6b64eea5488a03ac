import type { Finding, Sentence } from '../../kernel/finding.ts';

/** What is wrong with a proposed grant. */
export const grantError = (rule: string, path: string, message: Sentence, source?: string): Finding => ({
  rule: `grant.${rule}`,
  severity: 'error',
  path: `/body/grant${path}`,
  message,
  ...(source === undefined ? {} : { source }),
});
