import type { ActContext, Answer, Change, LinePart } from '../../shared/act.ts';
import { commit, roomBeside } from '../../shared/commit.ts';
import { factsOfStep } from '../../shared/domain/data-subject-requests/counted.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { noLongerWaits, waitingRow } from '../../shared/domain/data-subject-requests/waiting.ts';
import { copiesThatEnd, MOST_COPIES_AT_ONCE, withoutCopies } from './ended-copies.ts';
import { lineOfRequest, type SubjectRequestChanged } from './known-request.ts';

const waits = ({ state }: SubjectRequest): boolean => state === 'open' || state === 'decided';

/** The row of the queue follows the request: it goes with the end, and moves with the day. */
function rowChanges(context: ActContext, before: SubjectRequest, next: SubjectRequest): Change[] {
  if (!waits(before) || (waits(next) && before.dueOn === next.dueOn)) return [];
  const { requestId: id, clientId, receivedOn, dueOn } = next;
  return [
    noLongerWaits(context, { dueOn: before.dueOn, id }),
    ...(waits(next)
      ? [
          {
            put: waitingRow(context, { kind: 'subjectRequest', id, clientId, receivedOn, dueOn }),
            when: 'absent' as const,
          },
        ]
      : []),
  ];
}

/**
 * Writes a step of a request, its row of the queue and its line. A step that ends the request ends the copies that nothing
 * gives: those that there is no room for go before, while the request still stands as it was read.
 */
export async function commitStep(
  context: ActContext,
  before: SubjectRequest,
  next: SubjectRequest,
  line: Partial<LinePart>,
  more: readonly Change[] = [],
): Promise<Answer<SubjectRequestChanged>> {
  const { requestId, version } = next;
  const answer = { body: { requestId, version }, version };
  const own: Change[] = [
    { put: next, when: { version: before.version } },
    ...rowChanges(context, before, next),
    ...more,
  ];
  // Said of whom: a line that names what stands in other files leaves that open.
  const { clientId } = next;
  const facts = factsOfStep(before, next, context.today).map((fact) => ({ ...fact, clientId }));
  const ending = waits(before) && !waits(next) ? await copiesThatEnd(context, next) : [];
  // One item is for what says that their files go.
  const room = Math.max(0, roomBeside(context, { changes: own, facts }) - 1);
  const last = withoutCopies(ending.slice(0, room));
  for (let at = room; at < ending.length; at += MOST_COPIES_AT_ONCE) {
    const { changes, events } = withoutCopies(ending.slice(at, at + MOST_COPIES_AT_ONCE));
    await commit(context, {
      changes: [{ check: before, when: { version: before.version } }, ...changes],
      events,
      line: { ...lineOfRequest(before), changedFields: ['redactedFile'] },
      answer,
      goesBefore: true,
    });
  }
  const changedFields = [
    ...(line.changedFields ?? []),
    ...(last.changes.length === 0 ? [] : ['redactedFile']),
  ];
  return commit(context, {
    changes: [...own, ...last.changes],
    events: last.events,
    line: { ...lineOfRequest(next), ...line, changedFields },
    facts,
    answer,
  });
}
