import type { ActContext } from '../../act.ts';
import type { AppointmentId, ClientId, DecisionId, DraftId, MatterId } from '../../kernel/id.ts';
import { addYears, startOfDay } from '../../kernel/local-date.ts';
import { indexKeys, userKeys } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { entriesOf } from '../appointments/calendar.ts';
import { DraftHead } from '../case-notes/model.ts';
import { ClientHead } from '../clients/model.ts';
import { Deadline } from '../deadlines/model.ts';
import { DecisionHead } from '../decisions/model.ts';
import { PREPARATION } from '../decisions/states.ts';
import { DocumentDraft } from '../documents/model.ts';
import { IntakeMatter } from '../intake/model.ts';
import { Task } from '../tasks/model.ts';
import type { HandOver } from './hand-over.ts';
import { CaseHead } from './model.ts';

/** One thing that passes in a commit of its own; a client with the cases, deadlines and tasks that are the leaver's. */
export type Portion =
  | { kind: 'client'; clientId: ClientId }
  | { kind: 'matter'; matterId: MatterId }
  | { kind: 'appointment'; clientId: ClientId; appointmentId: AppointmentId }
  | { kind: 'decision'; clientId: ClientId; decisionId: DecisionId }
  | { kind: 'noteDraft' | 'documentDraft'; draftId: DraftId };

type Where = Pick<ActContext, 'services' | 'actor'>;
type Leaver = Pick<HandOver, 'fromWorkerId' | 'unitId'>;

/** What lies in the leaver's hands in the unit. Indexes tell where to look; what passes is judged by what stands. */
export async function inHand(context: ActContext, leaver: Leaver): Promise<Portion[]> {
  const parts = await Promise.all([
    clientsInHand(context, leaver),
    mattersInHand(context, leaver),
    appointmentsInHand(context, leaver),
    preparedInHand(context, leaver),
  ]);
  return parts.flat();
}

const rowsOf = ({ actor: { controller } }: Where, { fromWorkerId }: Leaver) =>
  ({ table: 'records', index: 'gsi1', pk: indexKeys.worker(controller, fromWorkerId) }) as const;

/** In the order of their ids. */
async function clientsInHand(where: Where, leaver: Leaver): Promise<Portion[]> {
  const { services, actor } = where;
  const { tables } = services;
  const { controller } = actor;
  const at = rowsOf(where, leaver);
  const [clients, cases, deadlines, tasks] = await Promise.all([
    queryAll(tables, controller, { ...at, span: indexKeys.spans.clients }, ClientHead),
    queryAll(tables, controller, { ...at, span: indexKeys.spans.cases }, CaseHead),
    queryAll(tables, controller, { ...at, span: indexKeys.spans.deadlines }, Deadline),
    queryAll(tables, controller, { ...at, span: indexKeys.spans.tasks }, Task),
  ]);
  const ours = [
    ...clients.filter(({ relationship }) => relationship?.responsibleUnitId === leaver.unitId),
    ...[...cases, ...deadlines, ...tasks].filter((row) => row.unitId === leaver.unitId),
  ];
  // A time of an intake matter has no client yet: it goes with the matter.
  const clientIds = ours.flatMap(({ clientId }) => (clientId === undefined ? [] : [clientId]));
  return [...new Set(clientIds)].toSorted().map((clientId) => ({ kind: 'client', clientId }));
}

/** Intake matters that the leaver has taken or been given. */
async function mattersInHand(where: Where, leaver: Leaver): Promise<Portion[]> {
  const { services, actor } = where;
  const question = { ...rowsOf(where, leaver), span: indexKeys.spans.matters };
  const rows = await queryAll(services.tables, actor.controller, question, IntakeMatter);
  return rows
    .filter(({ unitId }) => unitId === leaver.unitId)
    .map(({ matterId }) => ({ kind: 'matter', matterId }));
}

/** Nobody books further ahead than this. */
const YEARS_AHEAD = 2;

/** What is booked of the leaver from now on. What has begun is marked by who held it, or by the unit. */
async function appointmentsInHand(
  { services, actor, now, today }: ActContext,
  { fromWorkerId, unitId }: Leaver,
): Promise<Portion[]> {
  const time = { startsAt: now, endsAt: startOfDay(addYears(today, YEARS_AHEAD)) };
  const entries = await entriesOf(services, actor.controller, fromWorkerId, time);
  return entries
    .filter((entry) => entry.unitId === unitId && entry.startsAt > now)
    .map(({ clientId, appointmentId }) => ({ kind: 'appointment', clientId, appointmentId }));
}

/**
 * Decisions that the leaver prepares, or that wait for the leaver to decide them, and drafts; that of a decision passes
 * with the decision, by which it is found.
 */
async function preparedInHand(where: Where, leaver: Leaver): Promise<Portion[]> {
  const { services, actor } = where;
  const { tables } = services;
  const { controller } = actor;
  const { fromWorkerId, unitId } = leaver;
  const { decisions: span } = indexKeys.spans;
  const waiting = { table: 'records', index: 'gsi2', pk: indexKeys.unit(controller, unitId), span } as const;
  const [notes, documents, prepared, proposed] = await Promise.all([
    queryAll(
      tables,
      controller,
      { table: 'records', pk: userKeys.draftPartition(controller, fromWorkerId) },
      DraftHead,
    ),
    queryAll(
      tables,
      controller,
      { table: 'records', pk: userKeys.documentDraftPartition(controller, fromWorkerId) },
      DocumentDraft,
    ),
    queryAll(tables, controller, { ...rowsOf(where, leaver), span }, DecisionHead),
    queryAll(tables, controller, waiting, DecisionHead),
  ]);
  const decisions = new Map(
    [...prepared, ...proposed.filter((head) => head.proposed?.to === fromWorkerId)]
      .filter((head) => head.unitId === unitId && PREPARATION.includes(head.state))
      .map((head) => [head.decisionId, head]),
  );
  const ofDecisions = prepared.map(({ draftId }) => draftId);
  return [
    ...[...decisions.values()].map(
      ({ clientId, decisionId }): Portion => ({ kind: 'decision', clientId, decisionId }),
    ),
    ...notes
      .filter((draft) => draft.unitId === unitId)
      .map(({ draftId }): Portion => ({ kind: 'noteDraft', draftId })),
    ...documents
      .filter((draft) => draft.unitId === unitId && !ofDecisions.includes(draft.draftId))
      .map(({ draftId }): Portion => ({ kind: 'documentDraft', draftId })),
  ];
}
