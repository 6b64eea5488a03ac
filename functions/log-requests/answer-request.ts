import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { noLongerWaits } from '../../shared/domain/data-subject-requests/waiting.ts';
import { factOfLogAnswer } from '../../shared/domain/log-requests/counted.ts';
import {
  AskerRefusedFor,
  type LogRequest,
  Outcome,
  ReasonWords,
  Withheld,
  type Withholding,
  WithholdingGround,
} from '../../shared/domain/log-requests/model.ts';
import { readableUntil, searchOfOlder } from '../../shared/domain/log-requests/older.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { daysGiven, judgeAnswer } from '../../shared/domain/log-requests/rules.ts';
import {
  loadWithholdingsOf,
  ringOfAsker,
  sealAnswer,
  sealGrounds,
} from '../../shared/domain/log-requests/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { errorsOf } from '../../shared/kernel/finding.ts';
import { type ClientId, LogRequestId, WithholdingId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { logRequestKeys } from '../../shared/table/keys.ts';
import { knownRequest } from './known-request.ts';

export const AnswerLogRequest = z
  .strictObject({
    outcome: Outcome,
    /** Said where days older than two years were asked for. */
    specialReasonHolds: z.boolean().optional(),
    /** What is kept back and why: in force for every later answer too, until it is lifted. */
    withheld: z
      .array(z.strictObject({ ground: WithholdingGround, withheld: Withheld, words: ReasonWords }))
      .max(10)
      .default([]),
    /** Nothing is given to who asks for the client, and nothing is kept back from the client. */
    askerRefused: AskerRefusedFor.optional(),
    /** The written decision of what is not given. */
    decision: ReasonWords.optional(),
    fee: z.strictObject({ cents: z.int().min(1).max(100_000), reason: ReasonWords }).optional(),
  })
  .meta({ id: 'AnswerLogRequest' });

export const LogRequestChanged = z
  .strictObject({ requestId: LogRequestId, version: z.int(), withholdingIds: z.array(WithholdingId) })
  .meta({ id: 'LogRequestChanged' });

/** @throws Refusal where the request was answered or withdrawn, or has changed since it was read. */
export function expectOpen(request: LogRequest, version: number): void {
  if (request.state !== 'open') {
    throw new Refusal(LOG_REQUEST_REFUSALS.notOpen, { concerns: [request.clientId] });
  }
  expectVersion(request, version);
}

/**
 * The controller's answer: the log data are given, in part or not at all. What is kept back is a written decision on a
 * ground of 703/2023 § 11(2), which the client may take to the Data Protection Ombudsman.
 */
export async function answerLogRequest(
  context: ActContext,
  {
    params,
    body,
    version,
  }: {
    params: { clientId: ClientId; requestId: LogRequestId };
    body: z.infer<typeof AnswerLogRequest>;
    version: number;
  },
): Promise<Answer<z.infer<typeof LogRequestChanged>>> {
  const { services, actor, now, today } = context;
  const { clientId, requestId } = params;
  const [request, head] = await Promise.all([knownRequest(context, params), knownClient(context, clientId)]);
  expectOpen(request, version);
  const [ring, standing, { dataSubjectRequests }] = await Promise.all([
    ringOfAsker(context, clientId),
    filesOf(services, actor.controller, head).then((files) => loadWithholdingsOf(context, files)),
    settingsOf(services, actor.controller),
  ]);
  const { withheld, outcome, askerRefused, decision, fee, specialReasonHolds } = body;
  // What the client is not given either says nothing of a refusal that concerns the asker alone.
  const before = askerRefused === undefined ? standing : [];
  const kept = [
    ...before.filter(({ liftedOn }) => liftedOn === undefined).map((one) => one.withheld),
    ...withheld.map((one) => one.withheld),
  ];
  const answered = { outcome, specialReasonHolds, withheld: kept, askerRefused, decision, fee };
  const findings = errorsOf(judgeAnswer(request, answered, dataSubjectRequests.feeCents.administrative));
  if (findings.length > 0)
    throw new Refusal(LOG_REQUEST_REFUSALS.notValid, { findings, concerns: [clientId] });

  const withholdings = await Promise.all(
    withheld.map(async (one): Promise<Withholding> => {
      const withholdingId = WithholdingId.parse(newId(services));
      const key = logRequestKeys.withholding(actor.controller, clientId, withholdingId);
      return {
        ...key,
        entity: 'logWithholding',
        ...created(now, actor.userId),
        withholdingId,
        clientId,
        requestId,
        ground: one.ground,
        withheld: one.withheld,
        words: await sealGrounds(ring, key, one.words),
      };
    }),
  );
  const given = daysGiven(request, answered);
  const older = await searchOfOlder(context, head, given);
  const until = readableUntil(given, older);
  const next: LogRequest = {
    ...request,
    ...changed(request, now, actor.userId),
    state: 'answered',
    outcome,
    ...(askerRefused === undefined ? {} : { askerRefused }),
    answeredOn: today,
    ...(given === undefined ? {} : { given }),
    ...(older === undefined ? {} : { older: older.searchId }),
    ...(until === undefined ? {} : { readableUntil: until }),
    ...(fee === undefined ? {} : { feeCents: fee.cents }),
    answer: await sealAnswer(ring, request, request.version + 1, {
      ...(decision === undefined ? {} : { decision }),
      ...(fee === undefined ? {} : { feeReason: fee.reason }),
    }),
    steps: [...request.steps, { step: 'answered', at: now, by: actor.userId }],
  };
  const changes: Change[] = [
    { put: next, when: { version: request.version } },
    noLongerWaits(context, { dueOn: request.dueOn, id: requestId }),
    ...withholdings.map((put): Change => ({ put, when: 'absent' })),
    ...(older === undefined ? [] : [{ put: older, when: 'absent' } satisfies Change]),
  ];
  const withholdingIds = withholdings.map(({ withholdingId }) => withholdingId);
  return commit(context, {
    changes,
    line: {
      clients: [clientId],
      resources: [
        { kind: 'logRequest', id: requestId, client: clientId, version: next.version },
        ...withholdingIds.map((id) => ({ kind: 'logWithholding' as const, id, client: clientId })),
      ],
      dataGroups: ['accessLog'],
      changedFields: ['outcome', ...(withholdings.length === 0 ? [] : ['withheld'])],
      reasonId: requestId,
      reasonCode: outcome,
    },
    facts: [factOfLogAnswer(request, outcome, today)],
    answer: { body: { requestId, version: next.version, withholdingIds }, version: next.version },
  });
}
