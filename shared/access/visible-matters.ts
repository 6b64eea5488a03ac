import type { ClientContext } from '../domain/clients/file.ts';
import type { MatterOfClient } from '../domain/intake/model.ts';
import { isUnitsMatter } from './relations.ts';
import { INTAKE } from './role-groups.ts';
import { mayUseDocument } from './visible-documents.ts';

/**
 * Whether this worker may use what was told of a client: who takes it in or has it in hand, and whoever's task covers
 * it (457/2024), as it covers the document that is made of it. What nobody has yet said a task of is the intake's alone.
 */
export function mayUseMatter(
  { actor, today, file }: Pick<ClientContext, 'actor' | 'today' | 'file'>,
  matter: Pick<MatterOfClient, 'matterId' | 'kind' | 'serviceTasks' | 'unitId'>,
): boolean {
  const { matterId, kind, serviceTasks } = matter;
  const atHand = file.head.mattersAtHand?.find((one) => one.matterId === matterId);
  const isOfIntake = actor.grants.some(
    (grant) =>
      INTAKE.includes(grant.role) && (isUnitsMatter(grant, matter) || atHand?.workerId === actor.userId),
  );
  if (isOfIntake) return true;
  return (
    serviceTasks.length > 0 &&
    mayUseDocument(
      actor,
      {
        serviceTasks,
        socialServices: [],
        sensitivity: 'ordinary',
        phase: 'arranging',
        // An application belongs to the preparation of its decision.
        kind: kind === 'application' ? 'decision' : 'other',
      },
      today,
    )
  );
}
