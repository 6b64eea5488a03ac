import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { Evaluation, MOST_EVALUATIONS } from '../../shared/domain/services/model.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeDay } from '../../shared/domain/services/rules.ts';
import { placeOfWords } from '../../shared/domain/services/store.ts';
import { evaluateService as evaluated } from '../../shared/domain/services/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { commitService, factOf } from './commit-service.ts';
import { findService } from './find-service.ts';
import type { OfService } from './one-service.ts';
import type { ServiceChanged } from './service-view.ts';

export const EvaluateService = z
  .strictObject({
    ...Evaluation.pick({ on: true, result: true, documentId: true }).shape,
    words: z.string().trim().min(1).max(1000).optional(),
  })
  .meta({ id: 'EvaluateService' });

/** Evaluates what a service has done for the client (L-4.7; 1301/2014 §§ 38, 39). */
export async function evaluateService(
  context: ClientContext,
  { params, body, version }: OfService & { body: z.infer<typeof EvaluateService> },
): Promise<Answer<ServiceChanged>> {
  const { actor, now, today } = context;
  const service = await findService(context, params.clientServiceId);
  expectVersion(service, version);
  if (service.evaluations.length >= MOST_EVALUATIONS) throw new Refusal(SERVICE_REFUSALS.tooManyEvaluations);
  const { words, ...said } = body;
  const from = service.startedOn ?? service.validFrom;
  refuseErrors(SERVICE_REFUSALS.notValid, judgeDay(body.on, from, today, 'on'));
  const sealed =
    words === undefined
      ? undefined
      : await ringOf(context).seal(service.caseId, placeOfWords(service), version + 1, words);
  const evaluation = { ...said, by: actor.userId, ...(sealed === undefined ? {} : { words: sealed }) };
  const after = evaluated(service, evaluation, { now, by: actor.userId });
  return commitService(context, service, {
    after,
    fields: ['evaluations'],
    facts: [{ ...factOf(context, 'serviceEvaluated', body.on, service), code: body.result }],
  });
}
