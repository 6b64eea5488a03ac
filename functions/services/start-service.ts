import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeDay } from '../../shared/domain/services/rules.ts';
import { startService as started } from '../../shared/domain/services/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientServiceId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { begunByService } from './begun-by-service.ts';
import { commitService, factOf } from './commit-service.ts';
import { findService } from './find-service.ts';
import type { ServiceChanged } from './service-view.ts';

export const StartService = z.strictObject({ startedOn: LocalDate }).meta({ id: 'StartService' });

/** The service begins: the time by which its decision was to be carried out is met (1301/2014 § 45). */
export async function startService(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { clientServiceId: ClientServiceId }; body: z.infer<typeof StartService>; version: number },
): Promise<Answer<ServiceChanged>> {
  const { actor, now, today } = context;
  const service = await findService(context, params.clientServiceId);
  expectVersion(service, version);
  refuseErrors(SERVICE_REFUSALS.notValid, judgeDay(body.startedOn, service.validFrom, today, 'startedOn'));
  const begun = await begunByService(context, service, body.startedOn);
  const after = started(service, { startedOn: body.startedOn, met: begun.met }, { now, by: actor.userId });
  return commitService(context, service, {
    after,
    fields: ['startedOn', 'state'],
    changes: begun.changes,
    facts: [factOf(context, 'serviceStarted', body.startedOn, service), ...begun.facts],
  });
}
