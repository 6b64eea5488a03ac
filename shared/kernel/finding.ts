/** A sentence in the three languages that an official or a client may read. */
export type Sentence = { fi: string; sv: string; en: string };

/**
 * What a rule found. Rules never throw: they return findings, so that one answer shows all that is
 * missing, each with the rule and where the rule comes from.
 */
export type Finding = {
  rule: string;
  severity: 'error' | 'warning';
  message: Sentence;
  /** Place in the request or document, as a JSON pointer. */
  path?: string;
  /** Statute and section. */
  source?: string;
};

export const errorsOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.severity === 'error');
