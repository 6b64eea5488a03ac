import type { ActContext } from '../act.ts';
import type { DecisionHead } from '../domain/decisions/model.ts';
import { mayUseDocument } from './visible-documents.ts';

/** Whether the worker's task covers a decision (457/2024): to others it is not there. */
export const mayUseDecision = (
  { actor, today }: Pick<ActContext, 'actor' | 'today'>,
  { serviceTasks, socialServices }: Pick<DecisionHead, 'serviceTasks' | 'socialServices'>,

import type { DecisionHead } from '../domain/decisions/model.ts';
import type { ServiceRow } from '../domain/decisions/service-model.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Actor } from './actor.ts';
import { mayUseDocument } from './visible-documents.ts';

/** Whether the worker's task covers a decision (457/2024), or the service of one: to others it is not there. */
export const mayUseDecision = (
  { actor, today }: { actor: Actor; today: LocalDate },
  {
    serviceTasks,
    socialServices = [],
  }: Pick<ServiceRow, 'serviceTasks'> & Partial<Pick<DecisionHead, 'socialServices'>>,
): boolean =>
  mayUseDocument(
    actor,
    { serviceTasks, socialServices, sensitivity: 'ordinary', phase: 'arranging', kind: 'decision' },
    today,
  );
