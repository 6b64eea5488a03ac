import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Source } from '../../shared/domain/clients/model.ts';
import { RelationContent } from '../../shared/domain/clients/network/model.ts';
import { newRelation } from '../../shared/domain/clients/network/store.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { ClientId, RelationId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { judgedRelation } from './judged-relation.ts';

export const AddRelation = z
  .strictObject({ relation: RelationContent, source: Source })
  .meta({ id: 'AddRelation' });

export const RelationChanged = z
  .strictObject({
    clientId: ClientId,
    relationId: RelationId,
    version: z.int(),
    findings: z.array(z.string()),
  })
  .meta({ id: 'RelationChanged' });
type RelationChanged = z.infer<typeof RelationChanged>;

/** Records a related person who is not a client: a guardian, a representative, a relative, a contact person. */
export async function addRelation(
  context: ClientContext,
  { body }: { body: z.infer<typeof AddRelation> },
): Promise<Answer<RelationChanged>> {
  const { file, actor, services, now } = context;
  const { clientId } = file.head;
  const { sealed, findings } = await judgedRelation(context, body.relation, body.source, {});
  const relationId = RelationId.parse(newId(services));
  const by = { now, by: actor.userId };
  return commit(context, {
    changes: [await newRelation(ringOf(context), actor.controller, { clientId, relationId }, sealed, by)],
    line: {
      clients: [clientId],
      resources: [{ kind: 'relation', id: relationId, version: 1 }],
      dataGroups: ['family'],
      changedFields: ['relation'],
    },
    answer: {
      body: { clientId, relationId, version: 1, findings },
      version: 1,
      location: `/v1/clients/${clientId}/network/${relationId}`,
    },
  });
}
