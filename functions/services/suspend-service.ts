import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeDay } from '../../shared/domain/services/rules.ts';
import {
  resumeService as resumed,
  suspendService as suspended,
} from '../../shared/domain/services/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { commitService } from './commit-service.ts';
import { findService } from './find-service.ts';
import type { OfService } from './one-service.ts';
import type { ServiceChanged } from './service-view.ts';

export const SuspendService = z.strictObject({ suspendedOn: LocalDate }).meta({ id: 'SuspendService' });

/** The service stands still for a time. */
export async function suspendService(
  context: ClientContext,
  { params, body, version }: OfService & { body: z.infer<typeof SuspendService> },
): Promise<Answer<ServiceChanged>> {
  const { actor, now, today } = context;
  const service = await findService(context, params.clientServiceId);
  expectVersion(service, version);
  const from = service.startedOn ?? service.validFrom;
  refuseErrors(SERVICE_REFUSALS.notValid, judgeDay(body.suspendedOn, from, today, 'suspendedOn'));
  const after = suspended(service, body.suspendedOn, { now, by: actor.userId });
  return commitService(context, service, { after, fields: ['state', 'suspendedOn'] });
}

/** The service goes on. */
export async function resumeService(
  context: ClientContext,
  { params, version }: OfService,
): Promise<Answer<ServiceChanged>> {
  const service = await findService(context, params.clientServiceId);
  expectVersion(service, version);
  const after = resumed(service, { now: context.now, by: context.actor.userId });
  return commitService(context, service, { after, fields: ['state'] });
}
