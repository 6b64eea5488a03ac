import type { ActContext, Answer, Change } from '../../act.ts';
import { commit } from '../../commit.ts';
import { errorsOf, type Finding } from '../../kernel/finding.ts';
import { type ClientId, LogRequestId, type RelationId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { newId } from '../../new-id.ts';
import { created } from '../../table/item.ts';
import { logRequestKeys } from '../../table/keys.ts';
import { waitingRow } from '../data-subject-requests/waiting.ts';
import { stillKept } from '../retention/gate.ts';
import { factOfLogRequest } from './counted.ts';
import type { AskedContent, AskedDays, Asker, LogRequest, RequestChannel } from './model.ts';
import { LOG_REQUEST_REFUSALS } from './refusals.ts';
import { answerBy, judgeRequest, repeatedOf } from './rules.ts';
import { loadLogRequests, ringOfAsker, sealAsked } from './store.ts';

export type RequestMade = {
  receivedOn: LocalDate;
  channel: RequestChannel;
  asker: Asker;
  relationId?: RelationId | undefined;
  identity?: LogRequest['identity'];
  days: AskedDays;
} & AskedContent;

export type RequestRecorded = { requestId: LogRequestId; dueOn: LocalDate; repeats?: LogRequestId };

/**
 * A request enters the queue with its two months, whoever recorded it: a worker, or the client over the citizens' door.
 * `standing`: what is wrong with who asks, where that is not known.
 */
export async function recordRequest(
  context: ActContext,
  clientId: ClientId,
  made: RequestMade,
  standing: readonly Finding[] = [],
): Promise<Answer<RequestRecorded>> {
  const { services, actor, now, today } = context;
  const { receivedOn, channel, asker, relationId, identity, days, ...content } = made;
  const findings = errorsOf([...judgeRequest(made, today), ...standing]);
  if (findings.length > 0)
    throw new Refusal(LOG_REQUEST_REFUSALS.notValid, { findings, concerns: [clientId] });
  const [ring, earlier, kept] = await Promise.all([
    ringOfAsker(context, clientId),
    loadLogRequests(context, clientId),
    stillKept(context, clientId),
  ]);
  const requestId = LogRequestId.parse(newId(services));
  const repeats = repeatedOf(earlier, made);
  const dueOn = answerBy(receivedOn);
  const key = logRequestKeys.request(actor.controller, clientId, requestId);
  const request: LogRequest = {
    ...key,
    entity: 'logRequest',
    ...created(now, actor.userId),
    requestId,
    clientId,
    state: 'open',
    receivedOn,
    dueOn,
    channel,
    asker,
    ...(relationId === undefined ? {} : { relationId }),
    ...(identity === undefined ? {} : { identity }),
    days,
    ...(repeats === undefined ? {} : { repeats }),
    asked: await sealAsked(ring, key, content),
    steps: [{ step: 'recorded', at: now, by: actor.userId }],
  };
  const changes: Change[] = [
    { put: request, when: 'absent' },
    {
      put: waitingRow(context, { kind: 'logRequest', id: requestId, clientId, receivedOn, dueOn }),
      when: 'absent',
    },
    kept,
  ];
  return commit(context, {
    changes,
    line: {
      clients: [clientId],
      resources: [{ kind: 'logRequest', id: requestId, client: clientId }],
      dataGroups: ['accessLog'],
      changedFields: ['logRequest'],
      reasonId: requestId,
    },
    facts: [factOfLogRequest(request)],
    answer: { body: { requestId, dueOn, ...(repeats === undefined ? {} : { repeats }) }, version: 1 },
  });
}
