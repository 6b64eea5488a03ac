import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { factOf } from '../../shared/domain/decisions/counted.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { mustBeServed } from '../../shared/domain/decisions/rules/concerned.ts';
import { withExpectedForce } from '../../shared/domain/decisions/rules/force.ts';
import { appealByOf, judgeShown, servedDay } from '../../shared/domain/decisions/rules/service.ts';
import type { ServiceRow } from '../../shared/domain/decisions/service-model.ts';
import { loadServiceRows, movedService } from '../../shared/domain/decisions/store.ts';
import { serveDecision } from '../../shared/domain/decisions/transitions.ts';
import type { ServiceOfNoticeId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { changed } from '../../shared/table/item.ts';
import {
  commitDecision,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
} from './one-decision.ts';
import { timesOfArrival, timesOfFailure } from './service-times.ts';

type OfService = OfDecision & { params: { serviceId: ServiceOfNoticeId } };

export const RecordServed = z.strictObject({ servedOn: LocalDate }).meta({ id: 'RecordServed' });

/**
 * Records the day a copy reached its recipient: by receipt, by fetching, or shown against the presumption. The
 * recipient's time of appeal runs from it, and with the last recipient the decision is served.
 */
export async function recordServed(
  context: ClientContext,
  { body: { servedOn }, ...of }: OfService & { body: z.infer<typeof RecordServed> },
): Promise<Answer<DecisionChanged>> {
  const { actor, now, today } = context;
  const before = await decisionSeen(context, of);
  const { row, rows } = await findRow(context, before, of.params.serviceId);
  refuseErrors(DECISION_REFUSALS.notValid, judgeShown(row, servedOn, today));
  const isAgain = row.again === true;
  const isForAppeal =
    !isAgain && before.concerned.some((one) => one.concernedId === row.concernedId && one.mayAppeal);
  const next: ServiceRow & { servedOn: LocalDate } = {
    ...row,
    ...changed(row, now, actor.userId),
    state: 'served',
    servedOn,
    presumed: false,
    recordedBy: officialOf(context),
    ...(isForAppeal ? { appealBy: appealByOf(servedOn) } : {}),
  };
  const copies = [...rows.filter((one) => one.serviceId !== row.serviceId), next];
  const isLast = isServedOnAll(before, copies, today);
  const after = withExpectedForce(serveDecision(before, isLast, { now, by: actor.userId }), copies);
  const open = await loadOpenDeadlines(context, before.clientId);
  return commitDecision(context, before, after, {
    changes: [
      ...movedService(actor.controller, row, next, isAgain),
      ...(isAgain ? [] : timesOfArrival(context, before, next, open)),
    ],
    resources: [{ kind: 'serviceOfNotice', id: row.serviceId, client: before.clientId }],
    fields: ['service', ...(after.state === before.state ? [] : ['state'])],
    facts: after.state === before.state ? [] : [factOf(after, 'decisionServed', servedOn)],
  });
}

export const RecordFailed = z.strictObject({ failedOn: LocalDate }).meta({ id: 'RecordFailed' });

/** Records that a copy did not reach its recipient: it came back, or was not fetched in its days. Another way is next. */
export async function recordFailed(
  context: ClientContext,
  { body: { failedOn }, ...of }: OfService & { body: z.infer<typeof RecordFailed> },
): Promise<Answer<DecisionChanged>> {
  const { actor, now, today } = context;
  const before = await decisionSeen(context, of);
  const moved = serveDecision(before, false, { now, by: actor.userId });
  const { row, rows } = await findRow(context, before, of.params.serviceId);
  refuseErrors(
    DECISION_REFUSALS.notValid,
    judgeShown({ way: 'handedOver', sentOn: row.sentOn }, failedOn, today),
  );
  const next: ServiceRow = {
    ...row,
    ...changed(row, now, actor.userId),
    state: 'failed',
    failedOn,
    recordedBy: officialOf(context),
  };
  const copies = [...rows.filter((one) => one.serviceId !== row.serviceId), next];
  const after = withExpectedForce(moved, copies);
  const open = await loadOpenDeadlines(context, before.clientId);
  return commitDecision(context, before, after, {
    changes: [...movedService(actor.controller, row, next, true), ...timesOfFailure(context, row, open)],
    resources: [{ kind: 'serviceOfNotice', id: row.serviceId, client: before.clientId }],
    fields: ['service'],
  });
}

/** @throws Refusal `request.notFound`; `decision.serviceDone` where its end is recorded. */
async function findRow(
  context: ClientContext,
  head: DecisionHead,
  serviceId: ServiceOfNoticeId,
): Promise<{ row: ServiceRow; rows: ServiceRow[] }> {
  const rows = await loadServiceRows(context, head);
  const row = rows.find((one) => one.serviceId === serviceId);
  if (row === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (row.state !== 'sent') throw new Refusal(DECISION_REFUSALS.serviceDone);
  return { row, rows };
}

const isServedOnAll = (head: DecisionHead, rows: readonly ServiceRow[], today: LocalDate): boolean =>
  mustBeServed(head).every(({ concernedId }) =>
    rows.some((row) => row.concernedId === concernedId && servedDay(row, today) !== undefined),
  );
