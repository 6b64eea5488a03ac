import * as z from 'zod';
import { DocumentId, NoteId } from '../../kernel/id.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Kohde: of which data a permit, a ban or a consent speaks. A ban may be aimed at the controller, at a service task or
 * at a single document (703/2023 § 59); an entry of the narrative is a document too.
 */
export const Scope = z
  .discriminatedUnion('of', [
    z.strictObject({ of: z.literal('controller') }),
    z.strictObject({
      of: z.literal('serviceTasks'),
      serviceTasks: z.array(ServiceTask).min(1).max(ServiceTask.options.length),
      /** The base data of the client too. */
      baseData: z.boolean().default(false),
    }),
    z.strictObject({
      of: z.literal('documents'),
      documentIds: z
        .array(z.union([DocumentId, NoteId]))
        .min(1)
        .max(100),
    }),
  ])
  .meta({ id: 'DeclarationScope' });
export type Scope = z.infer<typeof Scope>;

/** A datum that somebody is to be given: a document, an entry, or base data. */
export type Datum =
  | { kind: 'document' | 'note'; id: string; serviceTasks: readonly ServiceTask[] }
  | { kind: 'baseData' };

/** Whether the whole datum lies within the scope: what permits speaks of no more than it says. */
export function isWithin(scope: Scope, datum: Datum): boolean {
  if (scope.of === 'controller') return true;
  if (datum.kind === 'baseData') return scope.of === 'serviceTasks' && scope.baseData;
  return scope.of === 'documents'
    ? scope.documentIds.some((id) => id === datum.id)
    : datum.serviceTasks.every((task) => scope.serviceTasks.includes(task));
}

/** Whether any part of the datum lies within the scope: what forbids takes the whole document with it. */
export function touches(scope: Scope, datum: Datum): boolean {
  if (scope.of !== 'serviceTasks' || datum.kind === 'baseData') return isWithin(scope, datum);
  return datum.serviceTasks.some((task) => scope.serviceTasks.includes(task));
}
