import * as z from 'zod';
import { mayUseDecision } from '../../shared/access/visible-decisions.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { forceOf } from '../../shared/domain/decisions/rules/force.ts';
import { isUnfetched, servedDay, toSendAnew } from '../../shared/domain/decisions/rules/service.ts';
import { type ServiceRow } from '../../shared/domain/decisions/service-model.ts';
import { loadDecisions, loadEndedDecisions, loadServiceRows } from '../../shared/domain/decisions/store.ts';
import {
  begunCorrectedOf,
  DecisionRow,
  DecisionView,
  rowOf,
  type ServiceView,
} from '../../shared/domain/decisions/view.ts';
import { CHARGING } from '../../shared/domain/services/charging.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import {
  contentOf,
  findDecision,
  lineOfDecision,
  type OfDecision,
  resourceOfDecision,
} from './one-decision.ts';

const HEAD_FIELDS = DecisionHead.omit({
  pk: true,
  sk: true,
  entity: true,
  schemaVersion: true,
  createdAt: true,
  createdBy: true,
  updatedAt: true,
  updatedBy: true,
  documentClass: true,
  forceExpected: true,
  earlier: true,
  begunBy: true,
  begunTimes: true,
  begunCorrections: true,
  countedAs: true,
  content: true,
  g1pk: true,
  g1sk: true,
  g2pk: true,
  g2sk: true,
}).keyof().options;

/** Opens one decision: its plan and reasons, who was heard how, which copies went where, and how its force stands. */
export async function readDecision(
  context: ClientContext,
  { params }: Pick<OfDecision, 'params'>,
): Promise<Reading<DecisionView>> {
  const { today } = context;
  const head = await findDecision(context, params.decisionId);
  const rows = await loadServiceRows(context, head);
  return {
    version: head.version,
    line: lineOfDecision(head, []),
    body: async () => {
      const kind = kindOf(head.kind);
      const { on, waiting } = forceOf(head, rows, today);
      return DecisionView.parse({
        ...Object.fromEntries(
          HEAD_FIELDS.map((field) => [field, head[field]] as const).filter(
            ([, value]) => value !== undefined,
          ),
        ),
        ...(await contentOf(context, head)),
        services: rows.map((row) => serviceView(row, today)),
        sendAnew: toSendAnew(head, rows),
        legalForce: { waiting, ...(on === undefined ? {} : { on }) },
        ...begunCorrectedOf(head),
        termOver: rowOf(head, today).termOver,
        openQuestions: [...(kind.open ?? [])],
        ...(kind.implementMonths === undefined ? {} : { charging: CHARGING }),
      });
    },
  };
}

function serviceView(row: ServiceRow, today: LocalDate): ServiceView {
  const { serviceId, concernedId, way, state, sentOn, sentBy, consented, documentVersion, hidden } = row;
  const { again, appealBy, failedOn, recordedBy } = row;
  const servedOn = servedDay(row, today);
  return {
    serviceId,
    concernedId,
    way,
    state,
    sentOn,
    sentBy,
    consented,
    documentVersion,
    hidden,
    ...(again === undefined ? {} : { again }),
    ...(servedOn === undefined ? {} : { servedOn }),
    ...(appealBy === undefined ? {} : { appealBy }),
    ...(failedOn === undefined ? {} : { failedOn }),
    ...(recordedBy === undefined ? {} : { recordedBy }),
    presumed: row.servedOn === undefined && servedOn !== undefined,
    unfetched: isUnfetched(row, today),
  };
}

const lineOfList = (clientId: ClientId, shown: readonly DecisionHead[]) => ({
  clients: [clientId],
  resources: [{ kind: 'client' as const, id: clientId }, ...shown.map(resourceOfDecision)],
  dataGroups: ['decisions' as const],
});

export const DecisionList = z
  .strictObject({ clientId: ClientId, decisions: z.array(DecisionRow) })
  .meta({ id: 'DecisionList' });

/** The client's decisions that are prepared, in force or under review: however long the history, a handful. */
export async function listDecisions(context: ClientContext): Promise<Reading<z.infer<typeof DecisionList>>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const shown = (await loadDecisions(context, clientId)).filter((head) => mayUseDecision(context, head));
  return {
    line: lineOfList(clientId, shown),
    body: () => ({ clientId, decisions: shown.map((head) => rowOf(head, context.today)) }),
  };
}

const MOST = 25;
export const EndedDecisions = z
  .strictObject({
    clientId: ClientId,
    decisions: z.array(DecisionRow).max(MOST),
    next: z.string().optional(),
  })
  .meta({ id: 'EndedDecisions' });

/** A page of the client's decisions that have ended, the latest prepared first. */
export async function listEndedDecisions(
  context: ClientContext,
  { query: { cursor, limit = MOST } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof EndedDecisions>>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const after = await openCursor(context, clientId, cursor);
  const { items: shown, lastKey } = await shownPage<DecisionHead>(
    { limit: Math.min(limit, MOST), after },
    {
      ask: (asked) => loadEndedDecisions(context, clientId, asked),
      isShown: (head) => mayUseDecision(context, head),
    },
  );
  return {
    line: lineOfList(clientId, shown),
    body: async () => {
      const next = await sealCursor(context, clientId, lastKey);
      return {
        clientId,
        decisions: shown.map((head) => rowOf(head, context.today)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
