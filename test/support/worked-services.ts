import { definitionOf, listDefinitions } from '../../shared/documents/catalogue.ts';
import type { Field } from '../../shared/documents/definition.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import type { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import { type SocialService, socialServiceOf } from '../../shared/domain/social-services.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from './case-notes.ts';
import { act, openedCase } from './cases.ts';
import { actOnService, askForService } from './client-services.ts';
import {
  actOn,
  appealsTold,
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
import { inventedCode } from './people.ts';
import type { Work } from './service-rows.ts';
import { testWorld, type Worker, type World } from './world.ts';

/** Services worked over the API from an opened case to its closing, as their officials do. */

/** `lawDecider`: lastenvalvoja, who decides of family law. */
export type Office = {
  world: World;
  worker: Worker;
  decider: Worker;
  lawDecider: Worker;
  clientId: ClientId;
};

const TODAY = '2026-11-24';

/** Who prepares and who decides, with the power for each of these kinds, and one client of sixteen. */
export async function officeOf(
  settings: ControllerSettings,
  kinds: readonly DecisionKind[],
): Promise<Office> {
  const world = await testWorld();
  await appealsTold(world, settings);
  const worker = await workerInPost(world, 'broadResponsibility', { name: 'Pia Valmistelija' });
  const decider = await workerInPost(world, 'broadResponsibility', { name: 'Leena Laaja' });
  const lawDecider = await workerInPost(world, 'childWelfareSupervisor', {
    name: 'Lauri Lastenvalvoja',
    serviceTasks: ['familyLaw'],
  });
  for (const kind of kinds) {
    const { powers, tasks } = kindOf(kind);
    const { postId } = tasks.every((task) => task === 'familyLaw') ? lawDecider : decider;
    await delegated(world, { kind, power: powers.at(-1)?.power, postIds: [postId], roles: [] });
  }
  const code = inventedCode(LocalDate.parse('2010-05-05'));
  return { world, worker, decider, lawDecider, clientId: await newClient(world, worker, { code }) };
}

/** The least that a document of the definition says beside what the acts themselves fill in. */
function leastOf(arc: string): { definitionOid: string; content: object } {
  const entry = listDefinitions().findLast(({ typeOid }) => typeOid === `1.2.246.537.6.1506.${arc}`);
  const definition = entry === undefined ? undefined : definitionOf(entry.oid);
  if (definition === undefined) throw new Error(`no definition of ${arc}`);
  if (arc === '11052') return { definitionOid: definition.oid, content: workingAgeText() };
  // What was decided belongs to every decision, also where the definition does not ask for it.
  const fields = definition.fields.map(
    (field): Field => (field.key === 'paatos' ? { ...field, required: true } : field),
  );
  const { asiakas: _, ...rest } = Object(leastSample({ ...definition, fields })[definition.key]);
  return { definitionOid: definition.oid, content: { [definition.key]: rest } };
}

const drafted = async ({ worker, clientId }: Office, { task }: Work, caseId: CaseId, arc: string) => {
  const body = { caseId, serviceTasks: [task], ...leastOf(arc) };
  return String(
    done(await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, { body }))['draftId'],
  );
};

const deciderOf = ({ decider, lawDecider }: Office, { task }: Work): Worker =>
  task === 'familyLaw' ? lawDecider : decider;

/** A year, or as long as the law lets it be. */
const validityOf = (kind: DecisionKind) =>
  kindOf(kind).longest === undefined ? { from: TODAY, to: '2027-11-23' } : { from: TODAY, to: '2026-12-20' };

export const planOf = ({ services, task }: Work, kind: DecisionKind, caseId: CaseId) => ({
  caseId,
  kind,
  serviceTasks: [task],
  ...planBody({
    socialServices: services,
    validity: validityOf(kind),
    // Social assistance names its own provision.
    ...(kind === '11047' ? { provisions: services.map((one) => socialServiceOf(one).act).join('; ') } : {}),
  }),
});

type Decided = { decisionId: string; documentId: string };

/** Prepared, heard, decided by who has the power, and served on everybody whose matter it is. */
async function decided(
  of: Office,
  work: Work,
  { caseId, kind, follows }: { caseId: CaseId; kind: DecisionKind; follows: string | undefined },
): Promise<Decided> {
  const { worker, clientId } = of;
  const decider = deciderOf(of, work);
  const draftId = await drafted(of, work, caseId, kind);
  const plan = { ...planOf(work, kind, caseId), draftId, ...(follows === undefined ? {} : { follows }) };
  const { decisionId } = done(await prepare(worker, clientId, plan));
  const at = `${decisionsOf(clientId)}/${String(decisionId)}`;
  const concerned = await concernedIn(worker, at);
  const heard = { state: 'answered', way: 'meeting', askedOn: TODAY, answeredOn: TODAY, words: 'Hyväksyy.' };
  for (const { concernedId } of concerned) {
    done(await actOn(worker, at, `concerned/${concernedId}/hear`, heard));
  }
  done(await actOn(worker, at, 'propose', { to: decider.userId }));
  const { documentId } = done(await actOn(decider, at, 'issue', ISSUE));
  const way = kindOf(kind).service === 'verifiable' ? 'verifiableLetter' : 'letter';
  for (const { concernedId } of concerned) {
    done(await actOn(worker, at, 'services', { concernedId, way }));
  }
  return { decisionId: String(decisionId), documentId: String(documentId) };
}

/** An agreement as it is drawn up and stored: a final document of the case. @returns its id. */
async function agreed(of: Office, work: Work, caseId: CaseId, arc: string): Promise<string> {
  const draftId = await drafted(of, work, caseId, arc);
  const path = `/v1/documents/clients/${of.clientId}/drafts/${draftId}/finalise`;
  return String(done(await of.worker.call('POST', path, { body: { draftVersion: 1 } }))['documentId']);
}

export const NEEDS = (socialService: SocialService) =>
  socialService === 'otherService' ? { content: { name: 'Muuttoapu', need: 'Muutto uuteen kotiin' } } : {};

export type Earlier = ReadonlyMap<DecisionKind, Decided & { caseId: CaseId }>;
/** What was worked: its case, what its services rest on, and the decisions that were made. */
export type Worked = {
  work: Work;
  caseId: CaseId;
  basis: { kind: string };
  decisions: [DecisionKind, Decided][];
};

/** From an opened case over what the services rest on to their implementation, evaluation and end. */
export async function worked(of: Office, work: Work, earlier: Earlier): Promise<Worked> {
  const { world, worker, clientId } = of;
  const { task, services, by } = work;
  const before = 'decision' in by && by.after !== undefined ? earlier.get(by.after) : undefined;
  const caseId =
    before?.caseId ??
    (await openedCase(world, worker, clientId, {
      wayOfOpening: 'application',
      serviceTasks: [task],
      responsibleWorkerId: worker.userId,
      workerIds: [deciderOf(of, work).userId],
    }));
  const { basis, decisions } = await restedOn(of, work, caseId, before?.decisionId);
  for (const socialService of services) {
    const asked = { serviceTask: task, socialService, basis, validFrom: TODAY, ...NEEDS(socialService) };
    const opened = await askForService(worker, clientId, caseId, asked);
    done(opened);
    const at = String(opened.headers['location']);
    done(await actOnService(worker, at, 'start', 1, { startedOn: TODAY }));
    const delivery = { on: TODAY, hundredths: 100, unit: 'visits' };
    done(await worker.call('POST', `${at}/deliveries`, { body: delivery }));
    done(await actOnService(worker, at, 'evaluate', 2, { on: TODAY, result: 'goalsReached' }));
    done(await actOnService(worker, at, 'end', 3, { endedOn: TODAY, endGround: 'goalsReached' }));
  }
  return { work, caseId, basis, decisions };
}

async function restedOn(of: Office, work: Work, caseId: CaseId, follows: string | undefined) {
  const { by } = work;
  if ('guidance' in by) return { basis: { kind: 'guidance' }, decisions: [] };
  if ('agreement' in by) {
    if (by.calculation !== undefined) await agreed(of, work, caseId, by.calculation);
    const documentId = await agreed(of, work, caseId, by.agreement);
    const made = await decided(of, work, { caseId, kind: by.confirmedBy, follows });
    return {
      basis: { kind: 'agreement', documentId },
      decisions: [[by.confirmedBy, made] satisfies [DecisionKind, Decided]],
    };
  }
  const made = await decided(of, work, { caseId, kind: by.decision, follows });
  return {
    basis: { kind: 'decision', ...made },
    decisions: [[by.decision, made] satisfies [DecisionKind, Decided]],
  };
}

/** Its decisions have done their work, and the case is closed. */
export async function closed(of: Office, works: readonly Worked[]): Promise<void> {
  const { worker, clientId } = of;
  for (const { work, decisions } of works.toReversed()) {
    for (const [, { decisionId }] of decisions) {
      const end = { ground: 'fulfilled', on: TODAY };
      done(await actOn(deciderOf(of, work), `${decisionsOf(clientId)}/${decisionId}`, 'end', end));
    }
  }
  for (const caseId of new Set(works.map((one) => one.caseId))) {
    done(await act(worker, clientId, caseId, 'close', { closedOn: TODAY, ground: 'needEnded' }));
  }
}
