import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factOfStart } from '../../shared/domain/clients/counted.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Informing } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeInforming, judgePeriod } from '../../shared/domain/clients/rules.ts';
import { indexed } from '../../shared/domain/clients/store.ts';
import { startRelationship as started } from '../../shared/domain/clients/transitions/relationship.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ClientId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { toldOfProcessing } from './told-of-processing.ts';

export const StartRelationship = z
  .strictObject({
    startedOn: LocalDate,
    responsibleUnitId: UnitId,
    ownWorkerId: UserId.optional(),
    /** The day the client was told of the processing of data (J-8.2). */
    informedOn: LocalDate.optional(),
    informing: Informing.optional(),
  })
  .meta({ id: 'StartRelationship' });

export const RelationshipChanged = z
  .strictObject({ clientId: ClientId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'RelationshipChanged' });
type RelationshipChanged = z.infer<typeof RelationshipChanged>;

/** Begins the client relationship (asiakkuus, 1301/2014 § 34), and asks whether the client has been informed. */
export async function startRelationship(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof StartRelationship>; version: number },
): Promise<Answer<RelationshipChanged>> {
  const { file, actor, now, today } = context;
  expectVersion(file.head, version);
  const { informing: how, informedOn, ...start } = body;
  const [told, { informing }] = await Promise.all([
    informedOn === undefined ? {} : toldOfProcessing(context, informedOn, how),
    settingsOf(context.services, actor.controller),
  ]);
  const recorded = { by: actor.userId, countedAs: newId(context.services), unitId: body.responsibleUnitId };
  const head = started(file.head, { ...start, ...told, recorded }, { now, by: actor.userId });
  const findings = [
    ...judgePeriod(body, today),
    ...(informing.atRelationshipStart ? judgeInforming(body) : []),
  ];
  refuseErrors(CLIENT_REFUSALS.relationshipNotValid, findings);
  return commit(context, {
    changes: [{ put: indexed(head, actor.controller), when: { version } }],
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'relationship', id: head.clientId, version: head.version }],
      dataGroups: ['clienthood'],
      changedFields: ['relationship'],
    },
    facts: head.relationship === undefined ? [] : [factOfStart(head.relationship)],
    answer: {
      body: { clientId: head.clientId, version: head.version, findings: findings.map(({ rule }) => rule) },
      version: head.version,
    },
  });
}
