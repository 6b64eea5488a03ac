import * as z from 'zod';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { againWhen } from '../../shared/again.ts';
import { commit } from '../../shared/commit.ts';
import { CaseHead } from '../../shared/domain/cases/model.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { everyFileOf } from '../../shared/domain/retention/belongings.ts';
import { UnitId } from '../../shared/domain/retention/disposal-gate.ts';
import { type FoundGate, gateChange, loadGate } from '../../shared/domain/retention/gate.ts';
import { HoldGround, Reference, RetentionHold, unitIdOf } from '../../shared/domain/retention/model.ts';
import { RETENTION_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { loadHold, loadHolds } from '../../shared/domain/retention/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { CaseId, type ClientId, RetentionHoldId } from '../../shared/kernel/id.ts';
import { addYears, LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { clientKeys, retentionKeys } from '../../shared/table/keys.ts';
import { batchGet, getItem } from '../../shared/table/read.ts';

export const PlaceHold = z
  .strictObject({
    ground: HoldGround,
    /** Of one case alone; left out, of all that the client has. */
    caseId: CaseId.optional(),
    reference: Reference.optional(),
    reviewBy: LocalDate,
  })
  .meta({ id: 'PlaceHold' });

/** `cameTooLate`: what of the client was being destroyed, or had been, before the hold: it holds none of these. */
export const HoldPlaced = z
  .strictObject({ holdId: RetentionHoldId, version: z.int(), cameTooLate: z.array(UnitId).max(1000) })
  .meta({ id: 'RetentionHoldPlaced' });

export const HoldChanged = z
  .strictObject({ holdId: RetentionHoldId, version: z.int() })
  .meta({ id: 'RetentionHoldChanged' });

const HoldView = RetentionHold.pick({
  holdId: true,
  caseId: true,
  ground: true,
  reference: true,
  reviewBy: true,
  lifted: true,
  version: true,
});
export const HoldsOfClient = z
  .strictObject({ holds: z.array(HoldView).max(200) })
  .meta({ id: 'RetentionHoldsOfClient' });

type Changed = Answer<z.infer<typeof HoldChanged>>;
const MOST_YEARS = 5;

const lineOf = (clientId: ClientId, holds: readonly RetentionHold[]) => ({
  clients: [clientId],
  resources: holds.map(({ holdId, version }) => ({
    kind: 'retentionHold' as const,
    id: holdId,
    client: clientId,
    version,
  })),
  dataGroups: ['retention' as const],
});

/** @throws Refusal `request.notFound` for whom this controller does not have. */
async function mustBeClient({ services, actor }: ActContext, clientId: ClientId): Promise<void> {
  const key = clientKeys.head(actor.controller, clientId);
  if ((await getItem(services.tables, actor.controller, 'records', key, ClientHead)) === undefined) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
}

type Placing = { params: { clientId: ClientId }; body: z.infer<typeof PlaceHold> };

/**
 * Hävittämiskielto: from now on nothing of the client, or of the case, is disposed of, whoever has approved it. What is
 * being destroyed already cannot be had back, and whoever places the hold is told so.
 */
export const placeHold = (
  context: ActContext,
  placing: Placing,
): Promise<Answer<z.infer<typeof HoldPlaced>>> => againWhen(GATE_MOVED, () => placeOnce(context, placing));

async function placeOnce(
  context: ActContext,
  { params: { clientId }, body }: Placing,
): Promise<Answer<z.infer<typeof HoldPlaced>>> {
  const { services, actor, now, today } = context;
  await mustBeClient(context, clientId);
  const files = await everyFileOf(context, clientId);
  const found = await loadGate(context, clientId);
  judgeInTime(found, files, body.caseId);
  if (body.caseId !== undefined && !(await hasCase(context, files, body.caseId))) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  }
  if (body.reviewBy <= today || body.reviewBy > addYears(today, MOST_YEARS)) {
    throw new Refusal(RETENTION_REFUSALS.dayPassed);
  }
  const holdId = RetentionHoldId.parse(newId(services));
  const { caseId, reference, ground, reviewBy } = body;
  const put: RetentionHold = {
    ...retentionKeys.hold(actor.controller, clientId, holdId),
    entity: 'retentionHold',
    ...created(now, actor.userId),
    holdId,
    clientId,
    ground,
    reviewBy,
    ...(caseId === undefined ? {} : { caseId }),
    ...(reference === undefined ? {} : { reference }),
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }, gateChange(context, found, { otherwise: GATE_MOVED })],
    line: { ...lineOf(clientId, [put]), changedFields: ['hold'], reasonCode: ground },
    answer: {
      body: {
        holdId,
        version: 1,
        cameTooLate: caseId === undefined ? (found.gate?.begun.map(({ unitId }) => unitId) ?? []) : [],
      },
      version: 1,
      location: `/v1/retention/clients/${clientId}/holds`,
    },
  });
}

/** Told to ourselves alone: another hold or a destruction came between, and the gate is read anew. */
const GATE_MOVED: RefusalDefinition = { ...COMMON_REFUSALS.conflict, code: 'retention.gateMoved' };

/** @throws Refusal `retention.tooLate` where the destruction of what is to be held has begun. */
function judgeInTime({ gate }: FoundGate, files: readonly ClientId[], caseId: CaseId | undefined): void {
  const begun = new Set(gate?.begun.map(({ unitId }) => unitId));
  const held = files.flatMap((clientId) => [
    unitIdOf({ kind: 'client', clientId }),
    ...(caseId === undefined ? [] : [unitIdOf({ kind: 'case', clientId, caseId })]),
  ]);
  if (held.some((unitId) => begun.has(unitId))) throw new Refusal(RETENTION_REFUSALS.tooLate);
}

/** Whether the case, open or closed, is one of the client's: a hold of any other would hold nothing. */
async function hasCase(context: ActContext, files: readonly ClientId[], caseId: CaseId): Promise<boolean> {
  const { services, actor } = context;
  const { controller } = actor;
  const found = await batchGet(
    services.tables,
    controller,
    'records',
    files.flatMap((one) => [
      clientKeys.activeCase(controller, one, caseId),
      clientKeys.closedCase(controller, one, caseId),
    ]),
    CaseHead,
  );
  return found.length > 0;
}

/** What holds or held back the disposal of a client's data. */
export async function readHolds(
  context: ActContext,
  { params: { clientId } }: { params: { clientId: ClientId } },
): Promise<Reading<z.infer<typeof HoldsOfClient>>> {
  await mustBeClient(context, clientId);
  const holds = await loadHolds(context, clientId);
  return {
    line: lineOf(clientId, holds),
    body: () => ({
      holds: holds.map(({ holdId, caseId, ground, reference, reviewBy, lifted, version }) => ({
        holdId,
        ground,
        reviewBy,
        version,
        ...(caseId === undefined ? {} : { caseId }),
        ...(reference === undefined ? {} : { reference }),
        ...(lifted === undefined ? {} : { lifted }),
      })),
    }),
  };
}

/** Lifts a hold: what is due goes on a list again with the next night. */
export async function liftHold(
  context: ActContext,
  { params, version }: { params: { clientId: ClientId; holdId: RetentionHoldId }; version: number },
): Promise<Changed> {
  const { actor, now } = context;
  const hold = await loadHold(context, params.clientId, params.holdId);
  if (hold === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [params.clientId] });
  expectVersion(hold, version);
  if (hold.lifted !== undefined) throw new Refusal(RETENTION_REFUSALS.holdLifted);
  const put: RetentionHold = {
    ...hold,
    ...changed(hold, now, actor.userId),
    lifted: { userId: actor.userId, at: now },
  };
  return commit(context, {
    changes: [{ put, when: { version: hold.version } }],
    line: { ...lineOf(params.clientId, [put]), changedFields: ['lifted'] },
    answer: { body: { holdId: hold.holdId, version: put.version }, version: put.version },
  });
}
