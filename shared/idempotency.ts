import { createHash, createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Identity } from './access/actor.ts';
import type { ActContext, Answer, Idempotency } from './act.ts';
import { canonicalJson } from './kernel/canonical-json.ts';
import { ClientId } from './kernel/id.ts';
import { epochMsOf, Instant } from './kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from './kernel/refusal.ts';
import { workKeys } from './table/keys.ts';

/** Days a repeated key still gives the first answer. */
const DAYS = 7;

/**
 * The mark of a creating request, in the transaction of what it created. The answer holds ids, versions and
 * codes only, so it stands here in clear; a replay is an act of its own with its own log line.
 */
export const Mark = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal('idempotencyMark'),
  schemaVersion: z.literal(1),
  createdAt: Instant,
  bodyHash: z.string(),
  /** Whom the answer names. */
  clients: z.array(ClientId),
  answer: z.string(),
  ttl: z.int(),
});
export type Mark = z.infer<typeof Mark>;

/** Another request with the same key was faster. Dispatch reads its mark and gives its answer. */
export class IdempotencyTaken extends Error {
  constructor() {
    super('The Idempotency-Key is taken.');
    this.name = 'IdempotencyTaken';
  }
}

/** Keyed by controller, worker, route and the caller's key, so that nobody meets another's mark. */
export function idempotencyOf(
  identity: Identity,
  action: string,
  callersKey: string,
  input: unknown,
): Idempotency {
  const name = [identity.userId, action, callersKey].join('\0');
  return {
    key: workKeys.mark(identity.controller, createHash('sha256').update(name).digest('hex')),
    // Keyed by the caller's key, which is stored nowhere: a dump must not tell whether a guessed person is a client.
    bodyHash: createHmac('sha256', callersKey).update(canonicalJson(input)).digest('hex'),
  };
}

export function markItemOf(
  context: ActContext,
  idempotency: Idempotency,
  plan: { answer: Answer<unknown>; line: { clients: readonly ClientId[] } },
): Record<string, unknown> {
  const mark: Mark = {
    ...idempotency.key,
    entity: 'idempotencyMark',
    schemaVersion: 1,
    createdAt: context.now,
    bodyHash: idempotency.bodyHash,
    clients: [...new Set(plan.line.clients)],
    answer: JSON.stringify(plan.answer),
    ttl: Math.floor(epochMsOf(context.now) / 1000) + DAYS * 86_400,
  };
  return mark;
}

const StoredAnswer = z.object({
  body: z.unknown(),
  version: z.int().optional(),
  location: z.string().optional(),
});

/** The first answer again. Another content under the same key is refused. */
export function replayOf(mark: Mark, idempotency: Idempotency): Answer<unknown> {
  if (mark.bodyHash !== idempotency.bodyHash) throw new Refusal(COMMON_REFUSALS.idempotencyMismatch);
  const { body, version, location } = StoredAnswer.parse(JSON.parse(mark.answer));
  return {
    body,
    ...(version === undefined ? {} : { version }),
    ...(location === undefined ? {} : { location }),
  };
}
