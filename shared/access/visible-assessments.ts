import type { ActContext } from '../act.ts';
import type { ServiceTask } from '../domain/service-tasks.ts';
import type { UserId } from '../kernel/id.ts';
import { mayUseDocument } from './visible-documents.ts';

/** Whether the worker may know of an assessment of needs, or that none was made: one's own, or as one's task covers it. */
export const mayUseAssessment = (
  { actor, today }: Pick<ActContext, 'actor' | 'today'>,
  { serviceTasks, responsibleWorkerId }: { serviceTasks: ServiceTask[]; responsibleWorkerId?: UserId },
): boolean =>
  responsibleWorkerId === actor.userId ||
  mayUseDocument(
    actor,
    { serviceTasks, socialServices: [], sensitivity: 'ordinary', phase: 'arranging', kind: 'assessment' },
    today,
  );
