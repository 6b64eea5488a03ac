import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Relationship } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { endRelationship as ended } from '../../shared/domain/clients/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { daysBetween, LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { RelationshipChanged } from './start-relationship.ts';

export const EndRelationship = z
  .strictObject({ endedOn: LocalDate, ground: Relationship.shape.endGround.unwrap() })
  .meta({ id: 'EndRelationship' });

/**
 * Ends the client relationship with its ground (1301/2014 § 34). Open cases are closed first, for the retention
 * of their documents runs from their closing. The file leaves the active set.
 */
export function endRelationship(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof EndRelationship>; version: number },
): Promise<Answer<z.infer<typeof RelationshipChanged>>> {
  const { file, actor, now } = context;
  expectVersion(file.head, version);
  if (file.cases.length > 0) {
    throw new Refusal(CLIENT_REFUSALS.openCases, {
      details: { caseIds: file.cases.map((item) => item.caseId) },
    });
  }
  const move = { controller: actor.controller, now, by: actor.userId };
  const head = ended(file.head, { on: body.endedOn, ground: body.ground }, move);
  const { startedOn, responsibleUnitId } = head.relationship ?? {};
  return commit(context, {
    changes: [{ put: head, when: { version } }],
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'relationship', id: head.clientId, version: head.version }],
      dataGroups: ['clienthood'],
      changedFields: ['relationship'],
    },
    facts: [
      {
        kind: 'relationshipEnded',
        on: body.endedOn,
        code: body.ground,
        ...(responsibleUnitId === undefined ? {} : { unitId: responsibleUnitId }),
        ...(startedOn === undefined ? {} : { days: Math.max(0, daysBetween(startedOn, body.endedOn)) }),
      },
    ],
    answer: { body: { clientId: head.clientId, version: head.version }, version: head.version },
  });
}
