import type { Identity } from '../access/actor.ts';
import type { ActContext, Answer, Idempotency } from '../act.ts';
import { IdempotencyTaken, idempotencyOf, Mark, replayOf } from '../idempotency.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { getItem } from '../table/read.ts';
import { lineOf } from '../trail/line.ts';
import { storeLine } from '../trail/write.ts';
import type { HttpRequest } from './request.ts';
import type { Bound, Route } from './route.ts';

/** Where the mark of a creating request lies; its refusal is told only after authorise. */
export function markOf(
  route: Route,
  caller: Identity,
  request: HttpRequest,
  bound: Bound,
): Idempotency | { refusal: Refusal } | undefined {
  if (route.writes !== 'creates') return undefined;
  const key = request.headers['idempotency-key'] ?? '';
  if (!/^[\w-]{8,100}$/.test(key)) return { refusal: new Refusal(COMMON_REFUSALS.idempotencyKeyRequired) };
  return idempotencyOf(caller, route.action.name, key, bound.input);
}

/** The first answer again, as a read with a line of its own: it names the clients the first one named. */
export async function replay(
  context: ActContext,
  mark: Mark,
  idempotency: Idempotency,
): Promise<Answer<unknown>> {
  const answer = replayOf(mark, idempotency);
  const part = {
    clients: mark.clients,
    resources: mark.clients.map((id) => ({ kind: 'client' as const, id })),
    dataGroups: [],
  };
  await storeLine(context.services, lineOf(context, part, { result: 'allowed' }, true));
  return answer;
}

/**
 * What a creating act that was refused may still answer: when another request with the same key was faster,
 * its answer is ours too. The refusal is then of its making: the mark, the code or the name that now stand.
 */
export async function answerOfFaster(
  context: ActContext,
  thrown: unknown,
): Promise<Answer<unknown> | undefined> {
  const { services, actor, idempotency } = context;
  if (idempotency === undefined || context.committed === true) return undefined;
  if (!(thrown instanceof Refusal) && !(thrown instanceof IdempotencyTaken)) return undefined;
  const mark = await getItem(services.tables, actor.controller, 'records', idempotency.key, Mark);
  return mark === undefined ? undefined : replay(context, mark, idempotency);
}
