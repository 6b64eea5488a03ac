import { definitionOf } from '../../shared/documents/catalogue.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from './case-notes.ts';
import { openedCase } from './cases.ts';
import { PROFILES, worldOf } from './controllers.ts';
import { aRequest, onGround, prepare, related, requested, send } from './disclosures.ts';
import { leastSample } from './document-sample.ts';
import { begun } from './documents.ts';
import { done } from './matters.ts';
import { inventedCode, text } from './people.ts';
import type { Told, Worker } from './world.ts';

/** Reports on custody and access that courts ask for, worked over the API. */

export const reportsAt = (clientId: string): string => `/v1/assessments/clients/${clientId}/custody-reports`;

/** In Joutsa: a child of ten with two custodians, and a case of family law with its child welfare supervisor. */
export async function custodyCase() {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('childWelfareSupervisor', { serviceTasks: ['familyLaw'] });
  const code = inventedCode(LocalDate.parse('2016-03-24'));
  const clientId = await newClient(world, worker, { name: 'Erolapsi Elli', code });
  const parent = { roles: ['parent', 'custodian'] };
  const mother = await related(worker, clientId, 'Maija', parent);
  const father = await related(worker, clientId, 'Matti', parent);
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['familyLaw'] });
  return { world, worker, clientId, caseId, mother, father };
}
export type CustodyCase = Awaited<ReturnType<typeof custodyCase>>;

export const aCourtRequest = (caseId: string, more: object = {}) => ({
  caseId,
  requestedOn: '2026-11-20',
  dueOn: '2027-01-29',
  request: {
    court: 'Keksitty käräjäoikeus',
    diaryNumber: 'L 26/00001',
    questions: 'Kumman vanhemman luona lapsen tulisi asua?',
  },
  ...more,
});

/** A request of a court on record. @returns the path of its report. */
export async function reportAsked(
  of: Pick<CustodyCase, 'worker' | 'clientId' | 'caseId'>,
  more: object = {},
): Promise<string> {
  const at = reportsAt(of.clientId);
  const told = await of.worker.call('POST', at, { body: aCourtRequest(of.caseId, more) });
  return `${at}/${String(done(told)['reportId'])}`;
}

export const hear = (worker: Worker, path: string, person: object, version: number, more: object = {}) =>
  worker.call('POST', `${path}/hear`, {
    body: { person, on: '2026-11-24', way: 'meeting', ...more },
    version,
  });

/** A draft of the national report. */
export async function reportDrafted({ worker, clientId, caseId }: CustodyCase, oid = '7005.2025.3.21') {
  const definition = definitionOf(`1.2.246.537.6.1506.${oid}`);
  if (definition === undefined) throw new Error(`no definition of ${oid}`);
  const { asiakas: _, ...rest } = Object(leastSample(definition)[definition.key]);
  const content = { [definition.key]: rest };
  const body = { definitionOid: definition.oid, caseId, serviceTasks: ['familyLaw'], content };
  return { draftId: await begun(worker, clientId, body), draftVersion: 1 };
}

export const finish = async (of: CustodyCase, path: string, version: number): Promise<Told> =>
  of.worker.call('POST', `${path}/finish`, { body: await reportDrafted(of), version });

/** The child was talked with, and the report made final. @returns the id of its document. */
export async function reportReady(of: CustodyCase, path: string): Promise<string> {
  done(await hear(of.worker, path, { kind: 'child' }, 1));
  return text(await finish(of, path, 2), 'documentId');
}

/** The copy of these documents for the court, prepared on the ground of that report. */
export async function toCourt({ worker, clientId }: CustodyCase, ground: object, documentIds: string[]) {
  const own = { requester: 'court', purpose: 'courtProceedings', name: 'Keksitty käräjäoikeus' };
  const path = await requested(worker, clientId, aRequest({ ...own, asked: 'Selvitys lapsen oloista.' }));
  const pieces = documentIds.map((id) => ({ kind: 'document', id }));
  const body = onGround({ kind: 'provision', key: 'custodyReport', ...ground }, pieces);
  return { path, prepared: await prepare(worker, path, body) };
}

export const deliver = (worker: Worker, report: string, disclosureId: string, version: number) =>
  worker.call('POST', `${report}/deliver`, { body: { disclosureId }, version });

/** The report goes to the court, and is marked as delivered. @returns the id of the disclosure. */
export async function reportSent(of: CustodyCase, report: string, documentId: string): Promise<string> {
  const { path, prepared } = await toCourt(of, { custodyReportId: idOf(report) }, [documentId]);
  done(prepared);
  done(await send(of.worker, path));
  const { version } = done(await of.worker.call('GET', report));
  done(await deliver(of.worker, report, idOf(path), Number(version)));
  return idOf(path);
}

/** The id that a path ends in. */
export const idOf = (path: string): string => path.split('/').at(-1) ?? '';
