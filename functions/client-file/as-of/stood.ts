import * as z from 'zod';
import type { Action } from '../../../shared/access/action.ts';
import { DEADLINE_ACTIONS } from '../../../shared/access/actions/deadlines.ts';
import { DECISION_ACTIONS } from '../../../shared/access/actions/decisions.ts';
import { PLAN_ACTIONS } from '../../../shared/access/actions/plans.ts';
import { SERVICE_ACTIONS } from '../../../shared/access/actions/services.ts';
import { maySeeWork } from '../../../shared/access/unit-grants.ts';
import { mayUseDecision } from '../../../shared/access/visible-decisions.ts';
import { mayUseDocument } from '../../../shared/access/visible-documents.ts';
import { mayUseService } from '../../../shared/access/visible-services.ts';
import { CaseHead, CaseThen } from '../../../shared/domain/cases/model.ts';
import { recordedBefore } from '../../../shared/domain/clients/as-of.ts';
import type { ClientContext } from '../../../shared/domain/clients/file.ts';
import { isOpen } from '../../../shared/domain/deadlines/lateness.ts';
import { Deadline, DeadlineThen } from '../../../shared/domain/deadlines/model.ts';
import { DecisionHead, DecisionThen } from '../../../shared/domain/decisions/model.ts';
import { hasEnded } from '../../../shared/domain/decisions/states.ts';
import { type Kept, stoodAt, type Then } from '../../../shared/domain/earlier.ts';
import { Plan, PlanThen } from '../../../shared/domain/plans/model.ts';
import { ClientService, ServiceThen } from '../../../shared/domain/services/model.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { clientKeys, deadlineKeys, planKeys, type Span, serviceKeys } from '../../../shared/table/keys.ts';

/** How one kind of structured item is found of a past day, by the right that a read of it needs today. */
type Kind<Item> = {
  /** The act by which the same is listed: nothing is shown to a role that may not list it. */
  list?: Action;
  schema: z.ZodType<Item>;
  /** Names of the fields that are put away as they change. */
  changing: z.ZodObject;
  /** Where it lies while it is under way, and when it has ended. */
  open: Span;
  ended: Span;
  mayKnow: (context: ClientContext, item: Item) => boolean;
  wasOpen: (item: Item) => boolean;
};

const kind = <Item>(of: Kind<Item>): Kind<Item> => of;

const KINDS = {
  cases: kind({
    schema: CaseHead,
    changing: CaseThen,
    open: clientKeys.spans.activeCases,
    ended: clientKeys.spans.closedCases,
    mayKnow: () => true,
    wasOpen: ({ state }) => state !== 'closed',
  }),
  decisions: kind({
    list: DECISION_ACTIONS.list,
    schema: DecisionHead,
    changing: DecisionThen,
    open: clientKeys.spans.decisions,
    ended: clientKeys.spans.endedDecisions,
    mayKnow: mayUseDecision,
    wasOpen: ({ state }) => !hasEnded(state),
  }),
  services: kind({
    list: SERVICE_ACTIONS.list,
    schema: ClientService,
    changing: ServiceThen,
    open: serviceKeys.spans.inForce,
    ended: serviceKeys.spans.ended,
    mayKnow: ({ actor, today }, service) => mayUseService(actor, service, today),
    wasOpen: ({ state }) => state !== 'ended',
  }),
  plans: kind({
    list: PLAN_ACTIONS.list,
    schema: Plan,
    changing: PlanThen,
    open: planKeys.spans.inForce,
    ended: planKeys.spans.ended,
    mayKnow: ({ actor, today }, plan) => mayUseDocument(actor, plan, today),
    wasOpen: ({ state }) => state === 'inForce',
  }),
  deadlines: kind({
    list: DEADLINE_ACTIONS.listOfClient,
    schema: Deadline,
    changing: DeadlineThen,
    open: deadlineKeys.spans.open,
    ended: deadlineKeys.spans.ended,
    mayKnow: maySeeWork,
    wasOpen: isOpen,
  }),
};

/** Everything structured that was open, in force or under way, as it stood. */
async function readStood(context: ClientContext, moment: Instant) {
  const [cases, decisions, services, plans, deadlines] = await Promise.all([
    stoodOf(context, KINDS.cases, moment),
    stoodOf(context, KINDS.decisions, moment),
    stoodOf(context, KINDS.services, moment),
    stoodOf(context, KINDS.plans, moment),
    stoodOf(context, KINDS.deadlines, moment),
  ]);
  // Who came to a shared case later had none of it in the file before.
  return { cases: cases.filter(({ item }) => item.joinedAt < moment), decisions, services, plans, deadlines };
}
export type Stood = Awaited<ReturnType<typeof readStood>>;

/** The same of several files. */
export const readAllStood = (files: readonly ClientContext[], moment: Instant): Promise<Stood[]> =>
  Promise.all(files.map((context) => readStood(context, moment)));

async function stoodOf<Item extends Kept<object>>(
  context: ClientContext,
  of: Kind<Item>,
  moment: Instant,
): Promise<Then<Item>[]> {
  const { schema, list = context.action, mayKnow, wasOpen } = of;
  if (!context.actor.grants.some(({ role }) => list.roles.includes(role))) return [];
  const asListed = { ...context, action: list };
  const { clientId } = context.file.head;
  const items = await Promise.all([
    recordedBefore(context, clientId, { span: of.open, schema, ended: false }, moment),
    recordedBefore(context, clientId, { span: of.ended, schema, ended: true }, moment),
  ]);
  const changing = Object.keys(of.changing.shape);
  return items
    .flat()
    .filter((item) => mayKnow(asListed, item))
    .flatMap((item) => stoodAt(schema, changing, item, moment) ?? [])
    .filter(({ item, knownFrom }) => knownFrom !== undefined || wasOpen(item));
}
