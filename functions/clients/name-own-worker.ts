import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { indexed } from '../../shared/domain/clients/store.ts';
import { nameOwnWorker as named } from '../../shared/domain/clients/transitions/relationship.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { UnitId, UserId } from '../../shared/kernel/id.ts';
import type { RelationshipChanged } from './start-relationship.ts';

export const NameOwnWorker = z
  .strictObject({ ownWorkerId: UserId, responsibleUnitId: UnitId.optional() })
  .meta({ id: 'NameOwnWorker' });

/** Names the own worker (omatyöntekijä, 1301/2014 § 42). */
export function nameOwnWorker(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof NameOwnWorker>; version: number },
): Promise<Answer<z.infer<typeof RelationshipChanged>>> {
  const { file, actor, now } = context;
  expectVersion(file.head, version);
  const to = {
    ownWorkerId: body.ownWorkerId,
    ...(body.responsibleUnitId === undefined ? {} : { responsibleUnitId: body.responsibleUnitId }),
  };
  const head = named(file.head, to, { now, by: actor.userId });
  return commit(context, {
    changes: [{ put: indexed(head, actor.controller), when: { version } }],
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'relationship', id: head.clientId, version: head.version }],
      dataGroups: ['clienthood'],
      changedFields: ['ownWorkerId', ...(body.responsibleUnitId === undefined ? [] : ['responsibleUnitId'])],
    },
    answer: { body: { clientId: head.clientId, version: head.version, findings: [] }, version: head.version },
  });
}
