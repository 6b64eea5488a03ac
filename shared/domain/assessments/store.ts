import type { ActContext, Change } from '../../act.ts';
import type { AssessmentId, ClientId, ControllerId, DocumentId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import { assessmentKeys, clientKeys } from '../../table/keys.ts';
import { getItem, query, queryAll } from '../../table/read.ts';
import { Assessment } from './model.ts';

/** What is stored of assessments and how it is found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

export const loadAssessment = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  assessmentId: AssessmentId,
): Promise<Assessment | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    assessmentKeys.underWay(controller, clientId, assessmentId),
    Assessment,
  );

/** Those under way, and the latest of those that are ready. */
export async function loadAssessments(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
): Promise<{ underWay: Assessment[]; ready: Assessment[] }> {
  const at = { table: 'records', pk: clientKeys.partition(controller, clientId), descending: true } as const;
  const { spans } = assessmentKeys;
  const [underWay, ready] = await Promise.all([
    queryAll(services.tables, controller, { ...at, span: spans.underWay }, Assessment),
    query(services.tables, controller, { ...at, span: spans.ready, limit: 50 }, Assessment),
  ]);
  return { underWay, ready: ready.items };
}

/** underWay -> ready, with what was found and the document that says it. */
export function readyAssessment(
  controller: ControllerId,
  before: Assessment,
  end: { result: Assessment['result']; specialSupport: boolean; documentId: DocumentId; readyOn: LocalDate },
  { now, by }: { now: Instant; by: UserId },
): { after: Assessment; changes: Change[] } {
  const { specialSupport, ...rest } = end;
  const after: Assessment = {
    ...before,
    ...assessmentKeys.ready(controller, before.clientId, before.assessmentId),
    ...changed(before, now, by),
    ...rest,
    state: 'ready',
    specialSupport: { needed: specialSupport, at: now, by },
  };
  return {
    after,
    changes: [
      { remove: before, when: { version: before.version } },
      { put: after, when: 'absent' },
    ],
  };
}
