import type { ActContext, Answer, Change, LinePart } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factsOfStep } from '../../shared/domain/data-subject-requests/counted.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { noLongerWaits, waitingRow } from '../../shared/domain/data-subject-requests/waiting.ts';
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

/** Writes a step of a request, its row of the queue and its line. */
export function commitStep(
  context: ActContext,
  before: SubjectRequest,
  next: SubjectRequest,
  line: Partial<LinePart>,
  more: readonly Change[] = [],
): Promise<Answer<SubjectRequestChanged>> {
  const { requestId, version } = next;
  return commit(context, {
    changes: [
      { put: next, when: { version: before.version } },
      ...rowChanges(context, before, next),
      ...more,
    ],
    line: { ...lineOfRequest(next), ...line },
    facts: factsOfStep(before, next, context.today),
    answer: { body: { requestId, version }, version },
  });
}
