import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { dueOf } from '../deadlines/due-of.ts';
import { DATA_REQUESTS } from '../deadlines/norms/data-requests.ts';
import { wordingOn } from '../deadlines/rule.ts';
import { OF_REGULATION } from './grounds.ts';
import type { RequestKind } from './model.ts';

/** The rule of time of each kind: the month of the regulation, the two weeks of 621/1999, a reasonable time. */
const ruleOf = (kind: RequestKind): 'dataSubjectRequest' | 'documentRequest' | 'reminder' => {
  if (OF_REGULATION.includes(kind)) return 'dataSubjectRequest';
  return kind === 'reminder' ? 'reminder' : 'documentRequest';
};

/** The last day on which a request is answered in time. A wait for a proof of identity does not stop it (0086). */
export const answerBy = (kind: RequestKind, receivedOn: LocalDate): LocalDate =>
  dueOf(wordingOn(DATA_REQUESTS[ruleOf(kind)], receivedOn).count, { on: receivedOn }).dueOn;

/**
 * The day after an extension. Of the regulation: so many months beyond the first (art. 12(3)). Of a request for documents:
 * the month of 621/1999 § 14 from its arrival, whatever was asked. A reminder has no time that could be extended.
 */
export function extendedTo(kind: RequestKind, receivedOn: LocalDate, months: number): LocalDate | undefined {
  switch (ruleOf(kind)) {
    case 'dataSubjectRequest':
      return dueOf({ unit: 'months', count: 1 + months, moves: true }, { on: receivedOn }).dueOn;
    case 'documentRequest':
      return dueOf(wordingOn(DATA_REQUESTS.largeDocumentRequest, receivedOn).count, { on: receivedOn }).dueOn;
    case 'reminder':
    default:
      return undefined;
  }
}

/** So many months the law lets a kind be extended by. */
export const mostMonths = (kind: RequestKind, ofSetting: number): number => {
  if (OF_REGULATION.includes(kind)) return ofSetting;
  return kind === 'reminder' ? 0 : 1;
};

/** Whether less than a year has passed since a day. */
export const isWithinYear = (since: LocalDate, day: LocalDate): boolean => day < addMonths(since, 12);
