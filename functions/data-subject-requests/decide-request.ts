import * as z from 'zod';
import { grantsOn } from '../../shared/access/actor.ts';
import type { JobRole } from '../../shared/access/job-roles.ts';
import { PowersItem } from '../../shared/access/powers.ts';
import { CLIENT_WORK, HEALTH } from '../../shared/access/role-groups.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { officeThatDecides, rolesOf } from '../../shared/domain/data-subject-requests/deciders.ts';
import { feeOf, givenBefore } from '../../shared/domain/data-subject-requests/fee.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { RefusedFor } from '../../shared/domain/data-subject-requests/grounds.ts';
import {
  isDelivered,
  isLimited,
  judgeDecision,
} from '../../shared/domain/data-subject-requests/judge-decision.ts';
import { isAcceptedForm } from '../../shared/domain/data-subject-requests/judge-recorded.ts';
import {
  DeliveryMode,
  FeeBasis,
  FeeCost,
  Outcome,
  type SubjectRequest,
  Targets,
} from '../../shared/domain/data-subject-requests/model.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import { loadPackage } from '../../shared/domain/data-subject-requests/package/store.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { loadSubjectRequests, sealAnswer } from '../../shared/domain/data-subject-requests/store.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { errorsOf, type Finding } from '../../shared/kernel/finding.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { commitStep } from './commit-step.ts';
import { obstacleOf } from './expect-givable.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

export const DecideSubjectRequest = z
  .strictObject({
    outcome: Outcome,
    grounds: z.array(RefusedFor).max(6).default([]),
    reasons: ReasonWords.optional(),
    proof: ReasonWords.optional(),
    fee: z
      .strictObject({ basis: FeeBasis, costs: z.array(FeeCost).min(1).max(3), reason: ReasonWords })
      .optional(),
    delivery: z.strictObject({ mode: DeliveryMode, deliverer: UserId.optional() }).optional(),
    /** What is put right, where more or less than was asked. */
    targets: Targets.optional(),
  })
  .meta({ id: 'DecideSubjectRequest' });
type Body = z.infer<typeof DecideSubjectRequest>;

const DELIVERERS: readonly JobRole[] = [...CLIENT_WORK, ...HEALTH];

/** Whoever the controller has named decides, and nobody else: a refusal by whoever issues its certificate (L-10.6). */
export async function decideSubjectRequest(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: Body; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { services, actor, now, today } = context;
  const [request, earlier, standing, settings] = await Promise.all([
    knownRequest(context, params),
    loadSubjectRequests(context, params.clientId),
    loadPackage(context, params.clientId, params.requestId),
    settingsOf(services, actor.controller),
  ]);
  // What was decided may be decided anew until its package is released, such as when that shows what it must leave out;
  // and where something came since that forbids to give the package as it lies, which then is released no more.
  expectState(request, ['open', 'decided'], version);
  const concerns = [request.clientId];
  const isReleased = standing?.state === 'released';
  if (isReleased && (await obstacleOf(context, request, standing)) === undefined) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  // What has been put right in part already is not refused after it.
  const isBegun = request.carriedOut.some(({ what }) => what !== 'statement');
  if (isBegun && (body.outcome === 'refused' || body.outcome === 'referred')) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  const office = officeThatDecides(request.kind, body.outcome, settings);
  const roles = rolesOf(office);
  if (!actor.grants.some(({ role }) => roles.includes(role))) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.otherDecides, { details: { office, roles }, concerns });
  }
  if (!isAcceptedForm(request.kind, request.form, settings.dataSubjectRequests)) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.formPending, { concerns });
  }
  const findings = [
    ...errorsOf(judgeDecision(request, body, givenBefore(earlier, request), settings)),
    ...(await judgeDeliverer(context, body.delivery?.deliverer)),
  ];
  if (findings.length > 0) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });

  const { outcome, grounds, reasons, proof, fee, delivery, targets } = body;
  const cents = fee === undefined ? undefined : feeOf(fee.costs, settings.dataSubjectRequests);
  const decision: NonNullable<SubjectRequest['decision']> = {
    outcome,
    on: today,
    by: { userId: actor.userId, name: actor.name, post: actor.postTitle },
    grounds: [...new Set(grounds)],
    ...(fee === undefined || cents === undefined
      ? {}
      : { fee: { cents, basis: fee.basis, costs: fee.costs } }),
    ...(delivery === undefined ? {} : { delivery }),
  };
  const answer = await sealAnswer(await ringOfAsker(context, request.clientId), request, {
    ...(reasons === undefined ? {} : { reasons }),
    ...(proof === undefined ? {} : { proof }),
    ...(fee === undefined ? {} : { feeReason: fee.reason }),
  });
  const next = stepped(
    request,
    'decided',
    {
      state: goesOn(request, outcome) ? 'decided' : 'done',
      decision,
      answer,
      ...(targets === undefined ? {} : { targets }),
    },
    { now, userId: actor.userId },
  );
  const line = { changedFields: ['decision'], reasonCode: outcome };
  return commitStep(context, request, next, line, isReleased ? [takenBack(context, standing)] : []);
}

/** A package that is released no more: it is released again once it was put together by the decision that holds now. */
function takenBack({ actor, now }: ActContext, standing: InspectionPackage): Change {
  const { releasedAt: _at, releasedBy: _by, ...rest } = standing;
  const head = { ...rest, ...changed(standing, now, actor.userId), state: 'assembled' as const };
  return { put: head, when: { version: standing.version } };
}

/** The data are given by a professional of social welfare or health care (L-10.10). */
async function judgeDeliverer(
  { services, actor, today }: ActContext,
  deliverer: UserId | undefined,
): Promise<Finding[]> {
  if (deliverer === undefined) return [];
  const key = userKeys.powers(actor.controller, deliverer);
  const item = await getItem(services.tables, actor.controller, 'records', key, PowersItem);
  const held = item?.powers.status === 'active' ? grantsOn(item.powers, today) : [];
  if (held.some(({ role }) => DELIVERERS.includes(role))) return [];
  return [
    wrong('delivererRole', '/delivery/deliverer', 'L-10.10', {
      fi: 'Tiedot antaa sosiaali- tai terveydenhuollon ammattihenkilö, joka on työssä täällä.',
      sv: 'Uppgifterna lämnas ut av en yrkesutbildad person inom social- eller hälsovården som arbetar här.',
      en: 'The data are given by a professional of social welfare or health care who works here.',
    }),
  ];
}

/** Whether something is still to be given, put right or kept only. A reminder is answered by its decision. */
const goesOn = (request: SubjectRequest, outcome: Outcome): boolean =>
  (outcome === 'granted' || outcome === 'partly') &&
  (isDelivered(request) || isLimited(request) || ['rectification', 'erasure'].includes(request.kind));
