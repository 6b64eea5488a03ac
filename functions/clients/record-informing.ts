import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Informing } from '../../shared/domain/clients/model.ts';
import { indexed } from '../../shared/domain/clients/store.ts';
import { recordInforming as informed } from '../../shared/domain/clients/transitions/relationship.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import type { RelationshipChanged } from './start-relationship.ts';
import { toldOfProcessing } from './told-of-processing.ts';

export const RecordInforming = z
  .strictObject({ informedOn: LocalDate, informing: Informing.optional() })
  .meta({ id: 'RecordInforming' });

/** Records when and how the client was informed of the processing, where it was not known at the start (J-8.2). */
export async function recordInforming(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof RecordInforming>; version: number },
): Promise<Answer<z.infer<typeof RelationshipChanged>>> {
  const { file, actor, now } = context;
  expectVersion(file.head, version);
  const told = await toldOfProcessing(context, body.informedOn, body.informing);
  const head = informed(file.head, told, { now, by: actor.userId });
  return commit(context, {
    changes: [{ put: indexed(head, actor.controller), when: { version } }],
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'relationship', id: head.clientId, version: head.version }],
      dataGroups: ['clienthood'],
      changedFields: Object.keys(told),
    },
    answer: { body: { clientId: head.clientId, version: head.version, findings: [] }, version: head.version },
  });
}
