import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { metByService } from '../../shared/domain/decisions/carried-out.ts';
import type { ClientService } from '../../shared/domain/services/model.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeDay } from '../../shared/domain/services/rules.ts';
import { startService as started } from '../../shared/domain/services/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientServiceId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
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
  const { actor, now, today, file } = context;
  const [service, deadlines] = await Promise.all([
    findService(context, params.clientServiceId),
    loadOpenDeadlines(context, file.head.clientId),
  ]);
  expectVersion(service, version);
  refuseErrors(SERVICE_REFUSALS.notValid, judgeDay(body.startedOn, service.validFrom, today, 'startedOn'));
  const running = deadlines.filter((deadline) => isOf(deadline, service));
  const met = metByService(
    service.socialService,
    running.map(({ rule }) => rule),
  );
  const after = started(service, body.startedOn, { now, by: actor.userId });
  return commitService(context, service, {
    after,
    fields: ['startedOn', 'state'],
    changes: running
      .filter(({ rule }) => met.includes(rule))
      .flatMap((deadline) => meetDeadline(context, deadline, { on: body.startedOn }).changes),
    facts: [factOf('serviceStarted', body.startedOn, service)],
  });
}

const isOf = ({ subject }: Deadline, { basis }: ClientService): boolean =>
  basis.kind === 'decision' && subject.kind === 'decision' && subject.id === basis.decisionId;
