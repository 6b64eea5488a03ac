import type { LocalDate } from '../../kernel/local-date.ts';
import { addDays, helsinkiDateOf } from '../../kernel/local-date.ts';
import type { AccessEvent } from '../event.ts';
import { DAYS_IN_TABLE, isDisclosureOf } from '../line.ts';
import { classesOf } from '../questions/line-class.ts';
import type { LogSearch, SearchDays } from './model.ts';

/** The first day whose lines all stand in the table still: what is older is asked of the sealed log. */
export const heldFrom = (today: LocalDate): LocalDate => addDays(today, 1 - DAYS_IN_TABLE);

/**
 * Which days are looked for in the sealed log, and which the table answers: what stands in it for as long as the answer is
 * held is read there, sealed or not, so that an answer is whole up to the moment at which it is read.
 */
export function partsOf({ days, until }: Pick<LogSearch, 'days' | 'until'>): {
  sealed: SearchDays;
  inTable?: SearchDays;
} {
  const last = heldFrom(until);
  if (days.to <= last) return { sealed: days };
  return { sealed: { from: days.from, to: last }, inTable: { from: addDays(last, 1), to: days.to } };
}

type Asked = Pick<LogSearch, 'subject' | 'files' | 'lineClass' | 'days'>;

/**
 * Ids one of which stands in the text of every line that is asked for; none where any line may be. They tell at a glance
 * which batches hold nothing.
 */
export function needlesOf({ subject, files }: Asked): string[] {
  switch (subject.of) {
    case 'controller':
      return [];
    case 'unit':
      return [subject.unitId];
    case 'user':
      return [subject.userId];
    case 'client':
      return [...files];
    default:
      return subject satisfies never;
  }
}

function isOfSubject({ subject, files }: Asked, { clients, userIdentity }: AccessEvent): boolean {
  switch (subject.of) {
    case 'controller':
      return true;
    case 'unit':
      return userIdentity.unitId === subject.unitId;
    case 'user':
      return userIdentity.userId === subject.userId;
    case 'client':
      return files.some((file) => clients.includes(file));
    default:
      return subject satisfies never;
  }
}

/** A line that hands out another's data is no disclosure of this client's, as where the table is asked. */
function isOfClass({ subject, files, lineClass }: Asked, event: AccessEvent): boolean {
  if (lineClass === undefined) return true;
  if (!classesOf(event).includes(lineClass)) return false;
  const { disclosure } = event;
  if (subject.of !== 'client' || lineClass !== 'disclosure' || disclosure === undefined) return true;
  return files.some((file) => event.clients.includes(file) && isDisclosureOf(disclosure, file));
}

/** Whether a line is one of those asked for: by the same ids and classes as where the table is asked. */
export function isAsked(asked: Asked, event: AccessEvent): boolean {
  const day = helsinkiDateOf(event.eventTime);
  const { from, to } = asked.days;
  return from <= day && day <= to && isOfSubject(asked, event) && isOfClass(asked, event);
}
