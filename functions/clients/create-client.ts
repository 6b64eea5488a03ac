import * as z from 'zod';
import type { ActContext, Answer, Plan } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { newClientKeys } from '../../shared/crypto/key-ring.ts';
import { barredOf } from '../../shared/domain/access-rights/disqualification/of-codes.ts';
import { addressHashesOf } from '../../shared/domain/clients/compared-address.ts';
import {
  BaseData,
  type BaseDataField,
  type ClientHead,
  type SealedBaseData,
  Source,
} from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeBaseData, judgeSource } from '../../shared/domain/clients/rules.ts';
import {
  indexed,
  labelOf,
  lookupChanges,
  sealBase,
  tokenHashesOf,
} from '../../shared/domain/clients/store.ts';
import { ClientId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { namingWhoHas, refusePossibleDuplicate } from './duplicates.ts';
import { mustBeRecorded } from './must-be-recorded.ts';
import { mustComeFrom } from './must-come-from.ts';

export const CreateClient = z
  .strictObject({
    baseData: BaseData,
    source: Source,
    /** The unit of the worker's that takes the person in. */
    unitId: UnitId,
    /** Candidates that were looked at and found to be somebody else. */
    notDuplicateOf: z.array(ClientId).max(50).default([]),
    /** Units that were called about a restricted file and said that it is somebody else's. */
    calledUnitIds: z.array(UnitId).max(50).default([]),
  })
  .meta({ id: 'CreateClient' });
type CreateClient = z.infer<typeof CreateClient>;

export const ClientCreated = z
  .strictObject({ clientId: ClientId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'ClientCreated' });
type ClientCreated = z.infer<typeof ClientCreated>;

/** Records a new client in intake: keys, head, look-up, line and event in one transaction. */
export async function createClient(
  context: ActContext,
  { body }: { body: CreateClient },
): Promise<Answer<ClientCreated>> {
  const { actor, services, now } = context;
  if (!actor.grants.some((grant) => grant.unitIds.includes(body.unitId))) {
    throw new Refusal(COMMON_REFUSALS.notAllowed);
  }
  const findings = [
    ...judgeBaseData(body.baseData, context.today),
    ...judgeSource(
      body.source,
      actor.grants.some((grant) => grant.serviceTasks.includes('childWelfare')),
    ),
  ];
  refuseErrors(CLIENT_REFUSALS.baseDataNotValid, findings);
  const [barred] = await Promise.all([
    barredOf(services, actor.controller, body.baseData),
    mustBeRecorded(context, body.baseData, 'baseData'),
    mustComeFrom(context, { given: body.baseData, source: body.source, isBanned: false, under: 'baseData' }),
    refusePossibleDuplicate(context, body.baseData, body),
  ]);

  const clientId = ClientId.parse(newId(services));
  const by = { now, userId: actor.userId };
  const { ring, item } = await newClientKeys(
    services,
    actor.controller,
    clientId,
    labelOf(body.baseData, false),
    by,
  );
  const key = clientKeys.head(actor.controller, clientId);
  const head: ClientHead = {
    ...key,
    entity: 'client',
    ...created(now, actor.userId),
    clientId,
    state: 'active',
    intake: { unitId: body.unitId, workerId: actor.userId, at: now },
    mergedFrom: [],
    ...(barred.length === 0 ? {} : { barred }),
    earlier: [],
    documentClass: 'clienthood',
    base: await sealBase(ring, key, 1, recordedBase(context, body)),
  };
  const plan: Plan<ClientCreated> = {
    changes: [
      { table: 'keys', put: item, when: 'absent' },
      { put: indexed(head, actor.controller), when: 'absent' },
      ...(await lookupChanges(
        services,
        actor.controller,
        clientId,
        { after: body.baseData, now, by: actor.userId },
        CLIENT_REFUSALS.duplicate,
      )),
    ],
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId, version: 1 }],
      dataGroups: ['baseData'],
      changedFields: fieldsOf(body.baseData),
    },
    events: [
      {
        type: 'ClientNamed',
        clientId,
        headVersion: 1,
        tokenHashes: await tokenHashesOf(services, actor.controller, body.baseData),
        addressHashes: await addressHashesOf(services, actor.controller, body.baseData),
      },
    ],
    facts: [{ kind: 'clientCreated', on: context.today, unitId: body.unitId }],
    answer: {
      body: { clientId, version: 1, findings: findings.map((finding) => finding.rule) },
      version: 1,
      location: `/v1/clients/${clientId}`,
    },
  };
  return namingWhoHas(context, body.baseData, () => commit(context, plan));
}

/** The fields that say something: what the log names as changed. */
const fieldsOf = (data: BaseData): BaseDataField[] =>
  BaseData.keyof().options.filter((field) => {
    const value = data[field];
    return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  });

function recordedBase(context: ActContext, { baseData, source }: CreateClient): SealedBaseData {
  const provenance = { source, recordedAt: context.now, recordedBy: context.actor.userId };
  return {
    data: baseData,
    sources: Object.fromEntries(fieldsOf(baseData).map((field) => [field, provenance])),
  };
}
