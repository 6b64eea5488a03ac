import * as z from 'zod';
import { expectKnown } from '../../shared/access/log-reader.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { CheckResult, type LogCheck } from '../../shared/domain/log-checks/model.ts';
import { DateRange } from '../../shared/kernel/date-range.ts';
import { CheckId, type ClientId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { checkKeys, clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';

export const RecordCheck = z
  .strictObject({ days: DateRange, result: CheckResult })
  .meta({ id: 'RecordCheck' });
export const CheckRecorded = z.strictObject({ checkId: CheckId }).meta({ id: 'CheckRecorded' });

/** Records a check of a client's log (U-9.16). It is never changed: a later look is another check. */
export async function recordCheck(
  context: ActContext,
  { params: { clientId }, body }: { params: { clientId: ClientId }; body: z.infer<typeof RecordCheck> },
): Promise<Answer<z.infer<typeof CheckRecorded>>> {
  const { actor, services, now } = context;
  const { controller } = actor;
  const headKey = clientKeys.head(controller, clientId);
  expectKnown(actor, await getItem(services.tables, controller, 'records', headKey, ClientHead));
  const checkId = CheckId.parse(newId(services));
  const check: LogCheck = {
    ...checkKeys.check(controller, clientId, checkId),
    entity: 'logCheck',
    ...created(now, actor.userId),
    checkId,
    clientId,
    ...body,
  };
  return commit(context, {
    changes: [{ put: check, when: 'absent' }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'accessLog', id: checkId }],
      dataGroups: ['accessLog'],
      changedFields: ['check'],
    },
    answer: { body: { checkId } },
  });
}
