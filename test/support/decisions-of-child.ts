import type { JobRole } from '../../shared/access/job-roles.ts';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { type DecisionKind, definitionTypeOf } from '../../shared/domain/decisions/kinds.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from './case-notes.ts';
import { openedCase } from './cases.ts';
import {
  actOn,
  concernedIn,
  decisionsOf,
  delegated,
  ISSUE,
  planBody,
  prepare,
  workerInPost,
  workingAgeText,
} from './decisions.ts';
import { leastSample } from './document-sample.ts';
import { done } from './matters.ts';
import { FROM_CLIENT, inventedCode } from './people.ts';
import type { Told, Worker, World } from './world.ts';
import { worldOfDecisions } from './world-of-decisions.ts';

/** Decisions of child welfare, of whichever kind, over the API. */

export type ChildsMatter = {
  world: World;
  worker: Worker;
  decider: Worker;
  clientId: ClientId;
  caseId: CaseId;
};

/** Under which tasks the case is, and in which role it is decided. */
type Handled = {
  serviceTasks?: readonly ServiceTask[];
  decidedBy?: JobRole;
  /** Of a controller with these settings. */
  settings?: ControllerSettings;
};

export const MOTHER = {
  roles: ['custodian', 'parent'],
  from: '2012-05-05',
  person: { name: { family: 'Lapsi', given: 'Anna' } },
};

/** A child of 14 with these persons in the network, and a case whose worker prepares and another official decides. */
export async function childsMatter(
  powers: Partial<Record<DecisionKind, string>>,
  relations: readonly object[] = [MOTHER],
  { serviceTasks = ['childWelfare'], decidedBy = 'broadResponsibility', settings }: Handled = {},
): Promise<ChildsMatter> {
  const world = await worldOfDecisions(settings);
  const worker = await workerInPost(world, 'broadResponsibility', { name: 'Pia Valmistelija' });
  const decider = await workerInPost(world, decidedBy, { name: 'Leena Laaja' });
  for (const [kind, power] of Object.entries(powers)) {
    await delegated(world, { kind, power, postIds: [decider.postId], roles: [] });
  }
  const code = inventedCode(LocalDate.parse('2012-05-05'));
  const clientId = await newClient(world, worker, { name: 'Lapsi Leo', code });
  for (const relation of relations) {
    const body = { relation, source: FROM_CLIENT };
    done(await worker.call('POST', `/v1/clients/${clientId}/network`, { body }));
    // Relations lie in the order in which they were recorded.
    world.clock.advance(1);
  }
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: [...serviceTasks],
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
  });
  return { world, worker, decider, clientId, caseId };
}

/** The least that the document of a kind says beside what the act itself fills in, and what a test says of its own. */
export function leastOf(kind: DecisionKind, more: Record<string, unknown> = {}) {
  const definition = definitionOf(definitionTypeOf(kind));
  if (definition === undefined) throw new Error(`no definition of ${kind}`);
  // What is asked of it stands in a group that need not be there.
  if (kind === '11052') return { definitionOid: definition.oid, content: workingAgeText() };
  const { asiakas: _, ...rest } = Object(leastSample(definition)[definition.key]);
  return { definitionOid: definition.oid, content: { [definition.key]: { ...rest, ...more } } };
}

export type Planned = {
  kind: DecisionKind;
  serviceTask?: ServiceTask;
  document?: ReturnType<typeof leastOf>;
  plan?: Record<string, unknown>;
};

/** Prepared with its draft, everybody heard, and proposed to its decider. @returns its path. */
export async function proposed(of: ChildsMatter, planned: Planned): Promise<string> {
  const { worker, decider, clientId, caseId } = of;
  const { kind, serviceTask = 'childWelfare', document = leastOf(kind), plan } = planned;
  const draft = { caseId, serviceTasks: [serviceTask], ...document };
  const { draftId } = done(
    await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, { body: draft }),
  );
  const asked = { caseId, kind, ...planBody({ draftId, socialServices: [], ...plan }) };
  const { decisionId } = done(await prepare(worker, clientId, asked));
  const at = `${decisionsOf(clientId)}/${String(decisionId)}`;
  const heard = { state: 'answered', way: 'meeting', askedOn: '2026-11-24', answeredOn: '2026-11-24' };
  for (const { concernedId } of await concernedIn(worker, at)) {
    done(await actOn(worker, at, `concerned/${concernedId}/hear`, { ...heard, words: 'Hyväksyy.' }));
  }
  done(await actOn(worker, at, 'propose', { to: decider.userId }));
  return at;
}

export const issuedBy = ({ decider }: Pick<ChildsMatter, 'decider'>, at: string): Promise<Told> =>
  actOn(decider, at, 'issue', ISSUE);

/** Issued by its decider. @returns its path. */
export async function issued(of: ChildsMatter, planned: Planned): Promise<string> {
  const at = await proposed(of, planned);
  done(await issuedBy(of, at));
  return at;
}

/** A copy to each of the concerned, handed over on that day. */
export async function handedToAll(
  { worker }: Pick<ChildsMatter, 'worker'>,
  at: string,
  on: string,
): Promise<void> {
  for (const { concernedId } of await concernedIn(worker, at)) {
    const told = await actOn(worker, at, 'services', { concernedId, way: 'handedOver', sentOn: on });
    const { serviceId } = done(told);
    done(await actOn(worker, at, `services/${String(serviceId)}/served`, { servedOn: on }));
  }
}
