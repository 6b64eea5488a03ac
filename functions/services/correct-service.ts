import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason, newReasonId, sealReason } from '../../shared/domain/case-notes/texts.ts';
import { loadClosedCase } from '../../shared/domain/cases/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { loadDecision } from '../../shared/domain/decisions/store.ts';
import {
  type Bounds,
  changedDays,
  correctedDays,
  type Day,
  type Days,
  judgeDays,
} from '../../shared/domain/services/correct.ts';
import { type ClientService, MOST_CORRECTIONS } from '../../shared/domain/services/model.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { loadDeliveries, placedService } from '../../shared/domain/services/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { addDays, daysBetween, LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { standingFacts, toldAnew } from '../../shared/standing-facts.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { serviceKeys } from '../../shared/table/keys.ts';
import { findService } from './find-service.ts';
import type { OfService } from './one-service.ts';
import { resourcesOf, type ServiceChanged } from './service-view.ts';
import { startFollows } from './start-follows.ts';

/** Both days as they should have been: the first of a service that has begun, the last of one that has ended. */
export const CorrectService = z
  .strictObject({ startedOn: LocalDate.optional(), endedOn: LocalDate.optional(), reason: GivenReason })
  .meta({ id: 'CorrectServiceDays' });

/**
 * Corrects the days on which a service began and ended (703/2023 § 22): a placement in substitute care as any other. What
 * stood there is kept with the corrector and the ground. The times of the law that the start met, and the day on which
 * its decision began to be carried out, follow; and the figures take the wrong days back.
 */
export async function correctService(
  context: ClientContext,
  { params, body, version }: OfService & { body: z.infer<typeof CorrectService> },
): Promise<Answer<ServiceChanged>> {
  const { actor, file } = context;
  refuseMerged(file.head);
  const before = await findService(context, params.clientServiceId);
  expectVersion(before, version);
  if ((before.corrections ?? []).length >= MOST_CORRECTIONS) {
    throw new Refusal(SERVICE_REFUSALS.correctedTooOften);
  }
  const { clientId, clientServiceId, basis } = before;
  const days = changedDays(before, body);
  const decision =
    basis.kind === 'decision' ? await loadDecision(context, clientId, basis.decisionId) : undefined;
  const [by, bounds] = await Promise.all([
    whoMarks(context, { writtenBy: writerOf(context, before, days) }, body.reason.presentUserId),
    boundsOf(context, before, { body, decision }),
  ]);
  refuseErrors(SERVICE_REFUSALS.notValid, judgeDays(before, body, bounds));
  const key = serviceKeys.inForce(actor.controller, clientId, clientServiceId);
  const given = { ...body.reason, reasonId: newReasonId(context.services) };
  const reason = await sealReason(ringOf(context), before, { key, version: before.version + 1 }, given);
  const after = correctedDays(before, body, reason, by);
  const isOtherStart = days.includes('startedOn') && hasBegun(before) && hasBegun(after);
  const [following, counted] = await Promise.all([
    isOtherStart
      ? startFollows(context, after, { before, decision, corrected: { by, given } })
      : { changes: [], facts: [], resources: [], findings: [] },
    countedAnew(context, before, after, days),
  ]);
  return commit(context, {
    changes: [...placedService(actor.controller, before, after), ...following.changes],
    line: {
      clients: [clientId],
      resources: [...resourcesOf([after]), ...following.resources],
      dataGroups: following.resources.length > 0 ? ['services', 'decisions'] : ['services'],
      changedFields: days,
      reasonId: loggedReason(reason),
    },
    facts: [...counted.facts, ...following.facts],
    answer: {
      body: {
        clientServiceId,
        version: after.version,
        findings: [...(counted.isWhole ? [] : ['service.figuresStay']), ...following.findings],
      },
      version: after.version,
    },
  });
}

const hasBegun = (service: ClientService): service is ClientService & { startedOn: LocalDate } =>
  service.startedOn !== undefined;

/** Who recorded the days that are wrong: of two writers the one who does not correct now. */
function writerOf({ actor }: ClientContext, before: ClientService, days: readonly Day[]): string {
  const wrong = days.filter((day) => before[day] !== undefined);
  const writers = wrong.map((day) => (day === 'startedOn' ? before.startedBy : before.endedBy) ?? '');
  return writers.find((userId) => userId !== actor.userId) ?? actor.userId;
}

/** What was delivered on days that would fall outside is read; of the other days nothing. */
async function boundsOf(
  context: ClientContext,
  before: ClientService,
  { body, decision }: { body: Days; decision: DecisionHead | undefined },
): Promise<Bounds> {
  const { clientId, clientServiceId, caseId, startedOn, endedOn, validTo } = before;
  const { today, file } = context;
  const isOpen = file.cases.some((one) => one.caseId === caseId);
  const delivered = async (from: LocalDate, to: LocalDate): Promise<LocalDate[]> =>
    from > to
      ? []
      : (await loadDeliveries(context, clientId, clientServiceId, { from, to })).flatMap(
          ({ on, cancelledBy }) => (cancelledBy === undefined ? [on] : []),
        );
  const [closed, early, late] = await Promise.all([
    isOpen ? undefined : loadClosedCase(context, clientId, caseId),
    startedOn === undefined || body.startedOn === undefined
      ? []
      : delivered(startedOn, addDays(body.startedOn, -1)),
    endedOn === undefined || body.endedOn === undefined ? [] : delivered(addDays(body.endedOn, 1), endedOn),
  ]);
  const closedOn = closed?.closedOn;
  return {
    lastToStart: [validTo, decision?.validity?.to].filter((day) => day !== undefined).toSorted()[0],
    until: closedOn !== undefined && closedOn < today ? closedOn : today,
    delivered: [...early, ...late],
  };
}

/** The wrong days are taken back where they were counted, and the right ones counted there; how long it lasted follows. */
async function countedAnew(
  context: ClientContext,
  before: ClientService,
  { startedOn, endedOn }: ClientService,
  days: readonly Day[],
): Promise<{ facts: Fact[]; isWhole: boolean }> {
  const standing = await standingFacts(context, before, ['serviceStarted', 'serviceEnded']);
  const told = standing.filter(({ fact }) => fact.kind === 'serviceEnded' || days.includes('startedOn'));
  const length =
    startedOn === undefined || endedOn === undefined
      ? {}
      : { days: Math.max(0, daysBetween(startedOn, endedOn)) };
  const facts = told.flatMap((one) => {
    const isStart = one.fact.kind === 'serviceStarted';
    const on = isStart ? startedOn : endedOn;
    return on === undefined ? [] : toldAnew(one, on, isStart ? {} : length);
  });
  const asked = [...(days.includes('startedOn') ? [startedOn] : []), endedOn].filter(
    (day) => day !== undefined,
  );
  return { facts, isWhole: told.length >= asked.length };
}
