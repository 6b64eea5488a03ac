import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import {
  MOST_LIMITED,
  type SubjectRequest,
  type Target,
} from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import {
  type FoundTarget,
  headsOfOthers,
  limitedTarget,
  loadTargetsOfPerson,
} from '../../shared/domain/data-subject-requests/targets.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

/** What was granted is marked, and from now on it is kept only (art. 18): what was named, and all of it. */
export async function limitProcessing(
  context: ActContext,
  { params, version }: { params: OneRequest; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['decided'], version);
  const { clientId, requestId, targets } = request;
  const concerns = [clientId];
  if (request.kind !== 'restriction') throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  const found = await targetsOf(context, clientId, targets);
  const others = await headsOfOthers(context, found);
  const isFree = found.every(({ head }) => head.limited === undefined && head.state !== 'removed');
  const most = found.length + others.length;
  if (found.length < targets.length || found.length === 0 || most > MOST_LIMITED || !isFree) {
    const findings = [
      wrong('limitedNamed', '', '(EU) 2016/679 18 art.', {
        fi: `Rajoitettavat merkinnät ja asiakirjat on nimetty, enintään ${MOST_LIMITED} (yhteinen asiakirja lasketaan kunkin asiakkaan tiedoissa), eikä niitä ole jo rajoitettu.`,
        sv: `De anteckningar och handlingar som begränsas är nämnda, högst ${MOST_LIMITED} (en gemensam handling räknas i varje klients uppgifter), och inte redan begränsade.`,
        en: `The entries and documents are named, ${MOST_LIMITED} at most (a shared document counts in each client’s file), and none of them is restricted already.`,
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  }
  const by = { now, userId: actor.userId };
  const carriedOut: SubjectRequest['carriedOut'] = found.map(({ target, head }) => ({
    target,
    what: 'restricted',
    version: head.version + 1,
    at: now,
  }));
  const next = stepped(request, 'carriedOut', { state: 'done', carriedOut }, by);
  const limited = { requestId, since: today };
  return commitStep(context, request, next, { changedFields: ['limited'] }, [
    ...found.map((one) => limitedTarget(one, limited, by)),
    ...others.map((head) => limitedTarget({ head }, { since: today }, by)),
  ]);
}

/** What a request names, in the client's file and in those merged into it. */
async function targetsOf(
  context: ActContext,
  clientId: ClientId,
  targets: readonly Target[],
): Promise<FoundTarget[]> {
  const files = await filesOf(
    context.services,
    context.actor.controller,
    await knownClient(context, clientId),
  );
  return loadTargetsOfPerson(context, files, targets);
}

export const LiftLimit = z
  .strictObject({
    /** The day on which the client was told that the restriction is lifted: before it is (art. 18(3)). */
    toldOn: LocalDate,
  })
  .meta({ id: 'LiftProcessingLimit' });

/** The restriction is over, and the client was told of it before. */
export async function liftLimit(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof LiftLimit>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['done'], version);
  const { clientId, requestId } = request;
  const concerns = [clientId];
  const marked = request.carriedOut.filter(({ what }) => what === 'restricted');
  // Marked in two files of one person, it is looked for once.
  const limited = [...new Map(marked.map(({ target }) => [target.id, target])).values()];
  if (limited.length === 0 || request.lifted !== undefined || body.toldOn > today) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  const by = { now, userId: actor.userId };
  const found = await targetsOf(context, clientId, limited);
  const own = found.filter(({ head }) => head.limited?.requestId === requestId);
  const others = await headsOfOthers(context, own);
  const lifted = { on: today, toldOn: body.toldOn, by: actor.userId };
  const next = stepped(request, 'lifted', { lifted }, by);
  return commitStep(
    context,
    request,
    next,
    { changedFields: ['limited'] },
    [...own, ...others.map((head) => ({ head }))].map((one) => limitedTarget(one, undefined, by)),
  );
}
