import { beforeAll, expect, test } from 'vitest';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aClient,
  aRequest,
  onGround,
  onProvision,
  prepare,
  requested,
  rulesOf,
  send,
} from '../support/disclosures.ts';
import { leastSample } from '../support/document-sample.ts';
import { aDraft, begun, finished } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { inventedCode, text } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';

/** Aktivointisuunnitelma (189/2001 § 12): Huittinen exchanges its data with those who draw it up, and delivers it. */

type Office = { world: World; worker: Worker; clientId: Awaited<ReturnType<typeof newClient>> };
let office: Office;
beforeAll(async () => {
  const world = await worldOf(PROFILES.H);
  const worker = await world.worker('broadResponsibility');
  const code = inventedCode(LocalDate.parse('1985-03-04'));
  office = { world, worker, clientId: await newClient(world, worker, { code }) };
});

const PAPER = '01KBN4PZ00000000000000000A';

/** Aktivointisuunnitelma of a client, made in that case. */
async function activationPlan(
  { worker, clientId }: Office,
  caseId: string,
): Promise<{ planId: string; documentId: string }> {
  const definition = definitionOf('1.2.246.537.6.1506.15001');
  if (definition === undefined) throw new Error('no definition');
  const { asiakas: _, ...rest } = Object(leastSample(definition)[definition.key]);
  const content = { [definition.key]: rest };
  const draft = aDraft({ definitionOid: definition.oid, caseId, serviceTasks: ['workingAge'], content });
  const body = { draftId: await begun(worker, clientId, draft), draftVersion: 1 };
  const told = await worker.call('POST', `/v1/plans/clients/${clientId}/plans`, { body });
  expect(told.status, told.body).toBe(201);
  return { planId: text(told, 'planId'), documentId: text(told, 'documentId') };
}

test('exchanges what an activation plan needs with those who take part in it, by the plan’s id and of its case alone; others do not use that exchange [H-13.2, H-13.5]', async () => {
  const { world, worker, clientId } = office;
  const ofNoPlan = await finished(worker, clientId);
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['workingAge'] });
  const { planId, documentId } = await activationPlan(office, caseId);
  const employment = {
    requester: 'employmentAuthority',
    purpose: 'activationPlan',
    name: 'Työllisyysalue',
  };
  const planOf = (pieces: object[], more: object = {}, id: string | undefined = planId) =>
    onGround({ kind: 'provision', key: 'activationPlan', planId: id }, pieces, {
      condition: 'Työvoimaviranomainen osallistuu suunnitelman laatimiseen.',
      ...more,
    });
  const joutsa = await worldOf(PROFILES.J);
  const there = await joutsa.worker('broadResponsibility');
  const asked = await requested(there, await aClient(joutsa, there), aRequest(employment));
  const inJoutsa = planOf([], { baseData: ['name'] });
  expect(rulesOf(await prepare(there, asked, inJoutsa))).toContain('disclosure.exchangeInUse');
  const own = { ...employment, initiative: 'own', form: undefined };
  const refused = async (body: object, request: object = own) => {
    const path = await requested(worker, clientId, aRequest(request));
    return rulesOf(await prepare(worker, path, body));
  };
  const pieces = [{ kind: 'document', id: documentId }];
  const stranger = { ...employment, requester: 'thl', form: 'written', paperId: PAPER };
  expect(await refused(planOf(pieces), stranger)).toEqual(['disclosure.provisionFits']);
  expect(await refused(planOf(pieces, { condition: undefined }))).toEqual(['disclosure.conditionMet']);
  expect(await refused(planOf(pieces, {}, documentId))).toEqual(['disclosure.planNamed']);
  expect(await refused(onProvision('activationPlan', pieces))).toEqual(['disclosure.planNamed']);
  const more = [...pieces, { kind: 'document', id: ofNoPlan }];
  expect(await refused(planOf(more))).toEqual(['disclosure.planDataAlone']);

  const noted = await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, {
    body: anEntry({ caseId, serviceTasks: ['workingAge'] }),
  });
  const path = await requested(worker, clientId, aRequest(own));
  const note = { kind: 'note', id: text(noted, 'noteId') };
  expect((await prepare(worker, path, planOf([...pieces, note]))).status).toBe(200);
  expect((await send(worker, path)).status).toBe(200);
  const disclosed = (await linesOf(world.services)).flatMap(({ disclosure }) => disclosure ?? []);
  expect(disclosed).toMatchObject([
    { purpose: 'activationPlan', ground: { kind: 'provision', provision: '189/2001 12 §' } },
  ]);
});

test('stores the activation plan in its own register and delivers it to that of employment services, which the plan then says [H-13.3, H-13.4]', async () => {
  const { world, worker, clientId } = office;
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['workingAge'] });
  const { planId, documentId } = await activationPlan(office, caseId);
  const kept = await worker.call('GET', `/v1/documents/clients/${clientId}/documents/${documentId}`);
  expect(kept.json).toMatchObject({ state: 'final', documentId });
  const ground = { kind: 'provision', key: 'activationPlan', planId };
  const condition = { condition: 'Suunnitelma on laadittu yhdessä.' };
  const toRegister = async (requester: string, pieces: object[], more: object = {}) => {
    const own = { requester, purpose: 'activationPlan', name: 'Työllisyysalue', initiative: 'own' };
    const path = await requested(worker, clientId, aRequest({ ...own, form: undefined }));
    const told = await prepare(worker, path, onGround(ground, pieces, { ...condition, ...more }));
    expect(told.status, told.body).toBe(200);
    const body = { way: 'employmentRegister' };
    return { path, told: await worker.call('POST', `${path}/send`, { body, version: 2 }) };
  };
  const pieces = [{ kind: 'document', id: documentId }];
  expect(rulesOf((await toRegister('kela', pieces)).told)).toEqual(['disclosure.planToRegister']);
  const without = await toRegister('employmentAuthority', [], { baseData: ['name'] });
  expect(rulesOf(without.told)).toEqual(['disclosure.planToRegister']);
  const { path, told } = await toRegister('employmentAuthority', pieces);
  expect(told.json).toMatchObject({ state: 'sent' });
  expect((await worker.call('GET', path)).json).toMatchObject({ sent: { way: 'employmentRegister' } });
  const { json } = await worker.call('GET', `/v1/plans/clients/${clientId}/plans`);
  expect(json['plans']).toContainEqual(
    expect.objectContaining({
      planId,
      delivered: { to: 'employmentRegister', on: '2026-11-24', disclosureId: path.split('/').at(-1) },
    }),
  );
});
