import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ServiceEndGround } from '../../shared/domain/services/model.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeDay } from '../../shared/domain/services/rules.ts';
import { endService as ended } from '../../shared/domain/services/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { daysBetween, LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { commitService, factOf } from './commit-service.ts';
import { findService } from './find-service.ts';
import type { OfService } from './one-service.ts';
import type { ServiceChanged } from './service-view.ts';

export const EndService = z
  .strictObject({ endedOn: LocalDate, endGround: ServiceEndGround })
  .meta({ id: 'EndService' });

/** Ends a service, with its ground (palvelun päättyminen). */
export async function endService(
  context: ClientContext,
  { params, body, version }: OfService & { body: z.infer<typeof EndService> },
): Promise<Answer<ServiceChanged>> {
  const { actor, now, today } = context;
  const service = await findService(context, params.clientServiceId);
  expectVersion(service, version);
  const from = service.startedOn ?? service.validFrom;
  // What was granted for a time to come and is not needed ends before it begins.
  const earliest = service.startedOn === undefined && today < from ? today : from;
  refuseErrors(SERVICE_REFUSALS.notValid, judgeDay(body.endedOn, earliest, today, 'endedOn'));
  const after = ended(service, body, { now, by: actor.userId });
  return commitService(context, service, {
    after,
    fields: ['endGround', 'endedOn', 'state'],
    facts: [
      {
        ...factOf(context, 'serviceEnded', body.endedOn, service),
        ...(service.startedOn === undefined
          ? {}
          : { days: Math.max(0, daysBetween(service.startedOn, body.endedOn)) }),
      },
    ],
  });
}
