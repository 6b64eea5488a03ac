import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ActContext, Answer, Change, Plan, RebuiltFacts } from './act.ts';
import { Envelope, type Outgoing } from './events/envelope.ts';
import { outboxItemOf } from './events/outbox.ts';
import { factItemsOf, itemsOfFacts, lateFactsOf } from './fact-items.ts';
import { markedBy, withMarks } from './file-mark.ts';
import { IdempotencyTaken, markItemOf } from './idempotency.ts';
import { monthOf } from './kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from './kernel/refusal.ts';
import { newId } from './new-id.ts';
import { lineOf, trailItemOf } from './trail/line.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** What a cancelled write means to the caller; `idempotency` is sorted out by dispatch. */
type Step = { write: Write; otherwise: RefusalDefinition | 'idempotency' };

/** Security decision 4: larger work is a job of one commit and one line a client. */
const MOST_ITEMS = 25;
const TRIES = 4;

/**
 * How many changes a commit has room for beside these, its line, its events, its facts, the marks of files that it moves
 * and the mark of a repeated request.
 */
export const roomBeside = (
  { idempotency, today }: Pick<ActContext, 'idempotency' | 'today'>,
  { changes = [], events = [], facts = [] }: Partial<Pick<Plan<unknown>, 'changes' | 'events' | 'facts'>>,
): number =>
  MOST_ITEMS -
  1 -
  changes.length -
  markedBy(changes).length -
  events.length -
  itemsOfFacts(facts, today) -
  (idempotency === undefined ? 0 : 1);

/**
 * The only writer. Changes, log line, idempotency mark, outgoing events and facts go in one transaction:
 * all of it stands or none. An act cannot forget the line, because it never writes.
 *
 * @throws Refusal the change's own (`request.stale` unless it names another) when what stands in the table
 *   is not what the act read; `request.conflict` when others kept the items busy; `service.unavailable` when
 *   the tables did.
 */
export async function commit<R>(context: ActContext, plan: Plan<R>): Promise<Answer<R>> {
  const { services, actor } = context;
  const { tables } = services;
  const event = lineOf(context, plan.line, { result: 'allowed' });
  const envelopes = (plan.events ?? []).map((outgoing) => envelopeOf(context, outgoing));
  const facts = await factItemsOf(context, plan);

  const { changes, moved } = withMarks(context, plan.changes);
  const steps: Step[] = [
    ...changes.map((change) => ({
      write: writeOf(tables[change.table ?? 'records'], change),
      otherwise: change.otherwise ?? COMMON_REFUSALS.stale,
    })),
    ...moved.map((mark) => ({
      write: { Put: { TableName: tables.records, Item: mark } },
      otherwise: COMMON_REFUSALS.conflict,
    })),
    ...envelopes.map((envelope) => putStep(tables.records, outboxItemOf(envelope), COMMON_REFUSALS.conflict)),
    ...facts.map((fact) => putStep(tables.records, fact, COMMON_REFUSALS.conflict)),
    ...rebuiltSteps(context, plan.rebuilt),
    ...(context.idempotency === undefined || plan.goesBefore === true
      ? []
      : [putStep(tables.records, markItemOf(context, context.idempotency, plan), 'idempotency' as const)]),
    putStep(tables.trail, trailItemOf(event), COMMON_REFUSALS.conflict),
  ];
  if (steps.length > MOST_ITEMS) throw new Error('An act touches at most 25 items: make it a job.');

  await send(context, event.eventId, steps);
  context.committed = true;
  context.keys.clear();
  services.committed(envelopes);
  services.logged({ ...event, controller: actor.controller });
  return plan.answer;
}

const PRESENT = { '#pk': 'pk', '#version': 'version' };

function writeOf(table: string, change: Change): Write {
  const condition =
    change.when === 'absent'
      ? { ConditionExpression: 'attribute_not_exists(#pk)', ExpressionAttributeNames: { '#pk': 'pk' } }
      : {
          ConditionExpression: 'attribute_exists(#pk) AND #version = :version',
          ExpressionAttributeNames: PRESENT,
          ExpressionAttributeValues: { ':version': change.when.version },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
        };
  if ('put' in change) return { Put: { TableName: table, Item: change.put, ...condition } };
  if ('remove' in change) return { Delete: { TableName: table, Key: keyOf(change.remove), ...condition } };
  return { ConditionCheck: { TableName: table, Key: keyOf(change.check), ...condition } };
}

/** What the register tells stands afterwards, whatever stood there. */
function rebuiltSteps(
  context: ActContext,
  { puts, removes, months }: RebuiltFacts = { puts: [], removes: [], months: [] },
): Step[] {
  const { records } = context.services.tables;
  const late = lateFactsOf(
    context,
    months.filter((month) => month < monthOf(context.today)),
  );
  return [
    ...[...puts, ...(late === undefined ? [] : [late])].map((item) => ({
      write: { Put: { TableName: records, Item: item } },
      otherwise: COMMON_REFUSALS.conflict,
    })),
    ...removes.map((key) => ({
      write: { Delete: { TableName: records, Key: keyOf(key) } },
      otherwise: COMMON_REFUSALS.conflict,
    })),
  ];
}

const keyOf = ({ pk, sk }: { pk: string; sk: string }): Record<string, string> => ({ pk, sk });

const putStep = (table: string, item: Record<string, unknown>, otherwise: Step['otherwise']): Step => ({
  write: {
    Put: {
      TableName: table,
      Item: item,
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
    },
  },
  otherwise,
});

const envelopeOf = (context: ActContext, outgoing: Outgoing): Envelope =>
  Envelope.parse({
    ...outgoing,
    eventId: newId(context.services),
    typeVersion: 1,
    controller: context.actor.controller,
    occurredAt: context.now,
  });

/** The event id is the request token: a send repeated by the SDK after a broken line has one effect. */
async function send(context: ActContext, token: string, steps: readonly Step[]): Promise<void> {
  const command = new TransactWriteCommand({
    TransactItems: steps.map((step) => step.write),
    ClientRequestToken: token,
  });
  for (let round = 1; ; round += 1) {
    try {
      await context.services.tables.clientOf(context.actor.controller).send(command);
      return;
    } catch (thrown) {
      if (!(thrown instanceof TransactionCanceledException)) throw thrown;
      const reasons = thrown.CancellationReasons ?? [];
      const codes = reasons.map((reason) => reason.Code ?? 'None');
      const failed = steps.flatMap((step, index) =>
        codes[index] === 'ConditionalCheckFailed' ? [{ step, item: reasons[index]?.Item }] : [],
      );
      // A repeated request meets all that the first one made; that it is repeated outweighs what it meets.
      const told = failed.find(({ step }) => step.otherwise === 'idempotency') ?? failed[0];
      if (told !== undefined) throw refusalOf(told.step, told.item?.['version']?.N);
      if (!codes.some((code) => PASSING.has(code)) || round >= TRIES) throw busyOrFault(codes, thrown);
      context.services.log.info('CONFLICT_RETRIED', { requestId: context.request.requestId, count: round });
      await pause(context, round);
    }
  }
}

/** A stale answer names the version that stands there now. */
function refusalOf(step: Step, version: string | undefined): Error {
  if (step.otherwise === 'idempotency') return new IdempotencyTaken();
  const isStale = step.otherwise.kind === 'stale' && version !== undefined;
  return new Refusal(step.otherwise, isStale ? { details: { version: Number(version) } } : {});
}

/** Reasons of a cancelled transaction that pass by themselves. */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

function busyOrFault(codes: readonly string[], thrown: Error): Error {
  if (codes.includes('TransactionConflict')) return new Refusal(COMMON_REFUSALS.conflict);
  return codes.some((code) => PASSING.has(code)) ? new Refusal(COMMON_REFUSALS.unavailable) : thrown;
}

/** Full jitter: two who met will hardly meet again. */
function pause(context: ActContext, round: number): Promise<void> {
  const [byte = 0] = context.services.random(1);
  return new Promise((resolve) => {
    setTimeout(resolve, (byte / 256) * 25 * 2 ** round);
  });
}
