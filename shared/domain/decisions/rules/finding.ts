import type { Finding, Sentence } from '../../../kernel/finding.ts';

/** A finding of the rules on decisions. */
export const finding = (
  rule: string,
  severity: Finding['severity'],
  path: string,
  source: string,
  message: Sentence,
): Finding => ({ rule: `decision.${rule}`, severity, path, source, message });
