import type { ActContext } from '../act.ts';
import type { DecisionHead } from '../domain/decisions/model.ts';
import { mayUseDocument } from './visible-documents.ts';

/** Whether the worker's task covers a decision (457/2024): to others it is not there. */
export const mayUseDecision = (
  { actor, today }: Pick<ActContext, 'actor' | 'today'>,
  { serviceTasks, socialServices }: Pick<DecisionHead, 'serviceTasks' | 'socialServices'>,
): boolean =>
  mayUseDocument(
    actor,
    { serviceTasks, socialServices, sensitivity: 'ordinary', phase: 'arranging', kind: 'decision' },
    today,
  );
