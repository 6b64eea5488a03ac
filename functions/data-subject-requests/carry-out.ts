import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import {
  MOST_CARRIED_OUT,
  type SubjectRequest,
  Targets,
} from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { putRight } from '../../shared/domain/data-subject-requests/targets.ts';
import {
  expectIdentified,
  expectState,
  stepped,
} from '../../shared/domain/data-subject-requests/transitions.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';
import { lineOfTargets, targetsOf } from './known-targets.ts';

export const CarryOut = z.strictObject({ targets: Targets.min(1).max(20) }).meta({ id: 'CarryOutRequest' });

/**
 * What was decided has been done: each entry or document was corrected or removed since, at the client's demand, by
 * whoever may (C-26). Who, in which post, when and why stands on each, beside the version before (L-11.8, L-11.9).
 */
export async function carryOut(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof CarryOut>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { services, actor, now } = context;
  const [request, { dataSubjectRequests }] = await Promise.all([
    knownRequest(context, params),
    settingsOf(services, actor.controller),
  ]);
  expectState(request, ['decided'], version);
  const concerns = [request.clientId];
  const decided = request.steps.findLast(({ step }) => step === 'decided');
  if (decided === undefined || (request.kind !== 'rectification' && request.kind !== 'erasure')) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  expectIdentified(request, dataSubjectRequests);
  const found = await targetsOf(context, request.clientId, body.targets);
  const done = found.map((one) => ({ one, what: putRight(request.kind, one, decided.at) }));
  const isThere = body.targets.every(({ id }) => found.some(({ target }) => target.id === id));
  if (!isThere || done.some(({ what }) => what === undefined)) {
    const findings = [
      wrong('putRight', '/targets', '(EU) 2016/679 16 ja 17 art.', {
        fi: 'Merkintää tai asiakirjaa ei ole korjattu eikä poistettu asiakkaan vaatimuksesta ratkaisun jälkeen.',
        sv: 'Anteckningen eller handlingen har inte rättats eller tagits bort på klientens begäran efter avgörandet.',
        en: 'The entry or document has not been corrected or removed at the demand of the client since the decision.',
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  }
  const carriedOut: SubjectRequest['carriedOut'] = [
    ...request.carriedOut.filter(
      ({ what, target }) => what === 'statement' || !done.some(({ one }) => one.target.id === target.id),
    ),
    ...done.flatMap(({ one, what }) =>
      what === undefined ? [] : [{ target: one.target, what, version: one.head.version, at: now }],
    ),
  ];
  if (carriedOut.length > MOST_CARRIED_OUT) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  const isWhole = request.targets.every(({ id }) => carriedOut.some(({ target }) => target.id === id));
  const next = stepped(
    request,
    'carriedOut',
    { carriedOut, ...(isWhole ? { state: 'done' } : {}) },
    { now, userId: actor.userId },
  );
  const line = { ...lineOfTargets(next, found), changedFields: ['carriedOut'] };
  return commitStep(context, request, next, line);
}
