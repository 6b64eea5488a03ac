import type { FindCodeList } from './code-lists.ts';
import type { DocumentRule } from './document-finding.ts';

/** What goes along while a content is judged. */
export type Stage = 'draft' | 'final';

export type Report = (
  rule: DocumentRule,
  path: string,
  field: { fi: string; sv?: string | undefined },
  list?: string,
) => void;

export type Visit = {
  stage: Stage;
  find: FindCodeList;
  /** The day on which codes must be in force; not asked when not said. */
  on: string | undefined;
  report: Report;
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON pointer of a member of what stands at `path`. */
export const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
