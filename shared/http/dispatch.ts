import { actorOf, type Identity } from '../access/actor.ts';
import { judgeAct, judgeFile } from '../access/authorise.ts';
import { withBeside, withGiven } from '../access/beside-powers.ts';
import { byAdministration } from '../access/by-administration.ts';
import { expectPermission } from '../access/client-permission.ts';
import { citizenActor, expectDoor, ownBasis, ownFileOf } from '../access/own-file.ts';
import { PowersItem } from '../access/powers.ts';
import { unknownActor } from '../access/unknown-actor.ts';
import type { ActContext, Answer, LinePart, RequestFacts } from '../act.ts';
import { faultFields } from '../application-log.ts';
import { loadClientFile } from '../domain/clients/file.ts';
import { refuseMerged } from '../domain/clients/transitions/relationship.ts';
import { IdempotencyTaken, Mark } from '../idempotency.ts';
import { ClientId } from '../kernel/id.ts';
import { helsinkiDateOf } from '../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import { userKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import { StoredItemFault } from '../table/stored-item-fault.ts';
import type { Outcome } from '../trail/event.ts';
import { lineOf } from '../trail/line.ts';
import { notingKeys } from '../trail/noted-keys.ts';
import { storeLine } from '../trail/write.ts';
import { answerOf, type Result } from './answer.ts';
import { isBusy } from './busy.ts';
import { matchRoute } from './match.ts';
import { type Parsed, parse } from './parse.ts';
import { faultProblem, languageOf, problemOf } from './problem.ts';
import { answerOfFaster, markOf, replay } from './replay.ts';
import type { HttpAnswer, HttpRequest } from './request.ts';
import type { Route } from './route.ts';

/**
 * The life of one request. A plain function, because its order is the law: route, identity, input, reads in
 * one round, actor, authorise, act, log, answer. Nothing is unsealed, judged or answered before authorise
 * says yes, and nothing leaves before its line is stored. No log, no data.
 */
export async function dispatch(
  routes: readonly Route[],
  request: HttpRequest,
  services: Services,
): Promise<HttpAnswer> {
  const asked = { requestId: request.requestId, language: languageOf(request.headers['accept-language']) };
  try {
    const { route, params } = matchRoute(routes, request.method, request.path);
    const identity = await identify(request, services);
    expectDoor(route.action, identity);
    return await serve({ route, params, identity, request, services });
  } catch (thrown) {
    if (thrown instanceof Refusal) return problemOf(thrown, asked);
    services.log.error('FAULT', { requestId: request.requestId, ...faultFields(thrown) });
    return faultProblem(asked);
  }
}

/** The signature is verified here as well as at the gateway: a direct invocation must not forge a user. */
async function identify(request: HttpRequest, services: Services): Promise<Identity> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers['authorization'] ?? '')?.[1];
  const identity = token === undefined ? undefined : await services.tokens.verify(token);
  if (identity === undefined) throw new Refusal(COMMON_REFUSALS.notSignedIn);
  return identity;
}

type Case = {
  route: Route;
  params: Record<string, string>;
  identity: Identity;
  request: HttpRequest;
  services: Services;
};

const EMPTY_LINE: LinePart = { clients: [], resources: [], dataGroups: [] };

/** Every end of a request that got this far leaves a line: allowed, refused or failed. */
async function serve({ route, params, identity, request, services }: Case): Promise<HttpAnswer> {
  const now = services.clock.now();
  const facts: RequestFacts = {
    requestId: request.requestId,
    sourceIPAddress: request.sourceIPAddress,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200).toWellFormed(),
  };
  const context: ActContext = {
    ...notingKeys(services),
    request: facts,
    actor: unknownActor(identity),
    action: route.action,
    eventName: route.event,
    readOnly: route.writes === 'nothing',
    ...(route.discloses ? { discloses: true } : {}),
    basis: { kind: 'none', legalGround: route.action.legalGround },
    now,
    today: helsinkiDateOf(now),
  };
  /** What a refusal's line says: grows as the request goes on. */
  const refusedLine: { part: LinePart } = { part: EMPTY_LINE };
  try {
    const parsed = parse(route, params, request);
    const result = await act(route, context, parsed, request, refusedLine);
    return answerOf(route, result);
  } catch (thrown) {
    const outcome = outcomeOf(thrown);
    if (thrown instanceof StoredItemFault) {
      services.log.error('ITEM_UNREADABLE', { requestId: facts.requestId, ...faultFields(thrown) });
    }
    if (context.committed !== true) {
      await storeLine(services, lineOf(context, withNamed(refusedLine.part, thrown), outcome));
    }
    throw outcome.result === 'failed' && isBusy(thrown) ? new Refusal(COMMON_REFUSALS.unavailable) : thrown;
  }
}

function outcomeOf(thrown: unknown): Outcome {
  if (thrown instanceof StoredItemFault) return { result: 'failed', code: thrown.code };
  if (!(thrown instanceof Refusal)) return { result: 'failed', code: 'fault' };
  const { code, kind } = thrown.definition;
  return { result: kind === 'unavailable' ? 'failed' : 'refused', code };
}

/** A refusal that tells of clients (a possible duplicate, a merged file) shows that they exist: the line says so. */
function withNamed(part: LinePart, thrown: unknown): LinePart {
  if (!(thrown instanceof Refusal)) return part;
  const { clientId, clientIds } = thrown.details;
  const named = [clientId, ...(Array.isArray(clientIds) ? clientIds : [])].flatMap(
    (id) => ClientId.safeParse(id).data ?? [],
  );
  const resources = [...named, ...thrown.concerns].map((id) => ({ kind: 'client' as const, id }));
  return {
    ...part,
    clients: [...part.clients, ...named, ...thrown.concerns],
    resources: [...part.resources, ...resources],
    ...(named.length === 0 ? {} : { dataGroups: ['identity'] }),
  };
}

async function act(
  route: Route,
  context: ActContext,
  parsed: Parsed,
  request: HttpRequest,
  refusedLine: { part: LinePart },
): Promise<Result> {
  const { services, actor: caller } = context;
  const bound = 'bound' in parsed ? parsed.bound : undefined;
  const idempotency = bound === undefined ? undefined : markOf(route, caller, request, bound);
  const own = caller.citizen === true ? await ownFileOf(services, caller, context.today) : undefined;
  const asked = own ?? bound?.client;

  const [powers, loaded, mark, early] = await Promise.all([
    own === undefined
      ? getItem(
          services.tables,
          caller.controller,
          'records',
          userKeys.powers(caller.controller, caller.userId),
          PowersItem,
        )
      : undefined,
    asked === undefined
      ? undefined
      : loadClientFile(services, caller.controller, asked.clientId, asked.notes),
    idempotency === undefined || 'refusal' in idempotency
      ? undefined
      : getItem(services.tables, caller.controller, 'records', idempotency.key, Mark),
    bound !== undefined && 'early' in bound.run ? bound.run.early(services, caller) : undefined,
  ]);

  const worker =
    powers === undefined ? undefined : actorOf(caller, powers.powers, context.now, context.today);
  if (powers !== undefined && worker === undefined) throw new Refusal(COMMON_REFUSALS.notSignedIn);
  const known = own === undefined ? worker : citizenActor(caller);
  if (known === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.actor = known;
  // Of producers' workers, students and health care alone: what their grants rest on is read beside (457/2024 §§ 16–21).
  const [actor, file] = await Promise.all([
    withBeside(services, known, context.today),
    withGiven(services, known, loaded),
  ]);
  context.actor = actor;

  if (asked !== undefined) {
    const { clientId } = asked;
    refusedLine.part = {
      ...EMPTY_LINE,
      // A client of ours may later ask who tried; what is not ours lies with the worker.
      clients: file === undefined ? [] : [clientId],
      resources: [{ kind: 'client', id: clientId }],
    };
  }
  if ('refusal' in parsed) throw parsed.refusal;
  const { run } = parsed.bound;
  if (own === undefined) {
    const { action } = route;
    const judged =
      action.tie === 'client' ? judgeFile(actor, action, file, context) : judgeAct(actor, action);
    const judgement = (await byAdministration(context, judged)) ?? judged;
    if (!judgement.allowed) throw new Refusal(judgement.refusal);
    await expectPermission(context, judgement.basis, file?.head);
    context.basis = judgement.basis;
    context.grant = judgement.grant;
    context.actor = judgement.actor;
  } else context.basis = ownBasis(route.action, file);

  if (idempotency !== undefined) {
    if ('refusal' in idempotency) throw idempotency.refusal;
    if (mark !== undefined) return replay(context, mark, idempotency);
    context.idempotency = idempotency;
  }

  switch (run.kind) {
    case 'read':
      return show(context, await run.act(context, early));
    case 'readOfClient':
      if (file === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      services.opens({ id: file.keys.client.keyId, client: file.head.clientId });
      return show(context, await run.act(Object.assign(context, { file }), early));
    case 'write':
      return written(context, () => run.act(context));
    case 'writeOfClient':
      if (file === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      refuseMerged(file.head);
      return written(context, () => run.act(Object.assign(context, { file })));
    default:
      return run satisfies never;
  }
}

/** The line and the unsealing run side by side; the answer waits for both. */
async function show(
  context: ActContext,
  reading: { line: LinePart; body: () => unknown; version?: number },
): Promise<Result> {
  const [body] = await Promise.all([
    reading.body(),
    storeLine(context.services, lineOf(context, reading.line, { result: 'allowed' })),
  ]);
  return { body, ...(reading.version === undefined ? {} : { version: reading.version }) };
}

async function written(context: ActContext, run: () => Promise<Answer<unknown>>): Promise<Result> {
  try {
    const answer = await run();
    if (context.committed !== true) throw new Error('A write answered without a commit.');
    return answer;
  } catch (thrown) {
    const answer = await answerOfFaster(context, thrown);
    if (answer !== undefined) return answer;
    throw thrown instanceof IdempotencyTaken ? new Refusal(COMMON_REFUSALS.conflict) : thrown;
  }
}
