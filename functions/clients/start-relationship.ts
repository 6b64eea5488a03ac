import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { startRelationship as started } from '../../shared/domain/clients/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ClientId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

export const StartRelationship = z
  .strictObject({
    startedOn: LocalDate,
    responsibleUnitId: UnitId,
    ownWorkerId: UserId.optional(),
    /** The day the client was told of the processing of data (J-8.2). */
    informedOn: LocalDate.optional(),
  })
  .meta({ id: 'StartRelationship' });

export const RelationshipChanged = z
  .strictObject({ clientId: ClientId, version: z.int() })
  .meta({ id: 'RelationshipChanged' });
type RelationshipChanged = z.infer<typeof RelationshipChanged>;

/** Begins the client relationship (asiakkuus, 1301/2014 § 34). */
export function startRelationship(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof StartRelationship>; version: number },
): Promise<Answer<RelationshipChanged>> {
  const { file, actor, now } = context;
  expectVersion(file.head, version);
  const head = started(file.head, body, { controller: actor.controller, now, by: actor.userId });
  return commit(context, {
    changes: [{ put: head, when: { version } }],
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'relationship', id: head.clientId, version: head.version }],
      dataGroups: ['clienthood'],
      changedFields: ['relationship'],
    },
    facts: [{ kind: 'relationshipStarted', on: body.startedOn, unitId: body.responsibleUnitId }],
    answer: { body: { clientId: head.clientId, version: head.version }, version: head.version },
  });
}
