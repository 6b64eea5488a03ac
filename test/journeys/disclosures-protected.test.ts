import { beforeAll, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aClient,
  aConsent,
  aRequest,
  declared,
  minorWithCustodians,
  onConsent,
  onProvision,
  prepare,
  related,
  requested,
  rulesOf,
  send,
} from '../support/disclosures.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { changedTo, FROM_CLIENT } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';

/** Where somebody under a safety ban lives, and what a worker may not read, is in no copy that comes before the wrong eyes. */

const STREET = 'Salakuja 7';
let world: World;
let worker: Worker;
let trusted: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility');
  trusted = await world.worker('broadResponsibility', { specialRights: ['seeProtectedAddresses'] });
});

async function withAddress(): Promise<ClientId> {
  const clientId = await aClient(world, worker);
  const changes = { addresses: [{ street: STREET }] };
  done(await changedTo(worker, clientId, '/base-data', { changes, source: FROM_CLIENT }, 'PATCH'));
  return clientId;
}
const banned = async (clientId: ClientId): Promise<unknown> =>
  done(await changedTo(worker, clientId, '/safety-ban', { source: FROM_CLIENT }));

test('a copy that was made before the safety ban is neither sent nor opened after it', async () => {
  const clientId = await withAddress();
  const consent = await declared(worker, clientId, aConsent({ scope: { of: 'controller' } }));
  const path = await requested(worker, clientId, aRequest());
  const wanted = onConsent(consent, [], { baseData: ['addresses'] });
  done(await prepare(worker, path, wanted));
  await banned(clientId);
  expect(rulesOf(await send(worker, path))).toEqual(['disclosure.changedSince']);
  const opened = await worker.call('GET', `${path}/copy`);
  expect(opened.json).toMatchObject({ status: 403, code: 'disclosure.addressInCopy' });
  expect(opened.body).not.toContain(STREET);
  done(await prepare(worker, path, wanted, 2));
  expect((await worker.call('GET', `${path}/copy`)).body).not.toContain(STREET);
  done(await send(worker, path, 3));
});

test('a protected address is given to an authority whose task needs it, by who may see it, and opened by none but these', async () => {
  const clientId = await withAddress();
  await banned(clientId);
  const police = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
  const path = await requested(worker, clientId, police);
  const more = { baseData: ['addresses'], addresses: true, addressNecessary: 'Uhka kohdistuu asuntoon.' };
  const wanted = onProvision('policeThreat', [], more);
  expect(rulesOf(await prepare(worker, path, wanted))).toEqual(['disclosure.addressOwnRight']);
  done(await prepare(trusted, path, wanted));
  expect(rulesOf(await send(worker, path))).toEqual(['disclosure.addressOwnRight']);
  done(await send(trusted, path));
  expect((await trusted.call('GET', `${path}/copy`)).body).toContain(STREET);
  expect((await worker.call('GET', `${path}/copy`)).json).toMatchObject({ code: 'disclosure.addressInCopy' });
});

test('a document of siblings gives away no address of the other one, nor of a mother under a ban, in words', async () => {
  const aino = await aClient(world, worker);
  const eino = await withAddress();
  const clients = { otherClientIds: [eino] };
  const caseId = await openedCase(world, worker, aino, clients);
  const words = `Eino asuu isänsä luona, ${STREET}.`;
  const draft = aDraft({ caseId, content: summaryOf(words) });
  const documentId = await finished(worker, aino, draft, { draftVersion: 1, alsoOf: [eino] });
  const police = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
  const path = await requested(worker, aino, police);
  const wanted = onProvision('policeThreat', [{ kind: 'document', id: documentId }], {
    thirdPersons: 'necessary',
    othersNecessary: 'Uhka koskee molempia sisaruksia.',
  });
  done(await prepare(worker, path, wanted));
  await banned(eino);
  expect(rulesOf(await send(worker, path))).toEqual(['disclosure.changedSince']);
  expect(rulesOf(await prepare(worker, path, wanted, 2))).toEqual(['disclosure.addressInWords']);
  const places = ['/sosiaalihuollon_yhteenveto/yhteenveto/asiasisalto'];
  done(await prepare(worker, path, { ...wanted, leftOut: [{ id: documentId, places }] }, 2));
  done(await send(worker, path, 3));
  expect((await worker.call('GET', `${path}/copy`)).body).not.toContain('Salakuja');
  // Each whom the document is about sees in the own log that it was given.
  const lines = (await linesOf(world.services)).filter(
    ({ eventName, outcome }) => eventName === 'DataDisclosed' && outcome.result === 'allowed',
  );
  expect(lines.find(({ clients: of }) => of.includes(eino))).toMatchObject({
    clients: [aino, eino],
    disclosure: { client: aino },
    resources: expect.arrayContaining([expect.objectContaining({ id: documentId, client: eino })]),
  });

  // A mother who is no client: what this file knows of her is sought.
  const child = await aClient(world, worker);
  await related(worker, child, 'Anna', {
    person: { name: { family: 'Suojattu', given: 'Anna' }, safetyBan: {} },
    contacts: { addresses: [{ street: 'Piilopolku 3' }] },
  });
  const told = await finished(worker, child, aDraft({ content: summaryOf('Äiti asuu Piilopolku 3:ssa.') }));
  const asked = await requested(worker, child, police);
  const ofMother = onProvision('policeThreat', [{ kind: 'document', id: told }]);
  expect(rulesOf(await prepare(worker, asked, ofMother))).toEqual(['disclosure.addressInWords']);
});

test('a copy made under one safety ban is not sent with the address of another who is put under one later', async () => {
  const clientId = await withAddress();
  await banned(clientId);
  const contacts = { addresses: [{ street: 'Piilopolku 3' }] };
  const person = { name: { family: 'Suojattu', given: 'Anna' } };
  const mother = await related(worker, clientId, 'Anna', { person, contacts });
  const documentId = await finished(
    worker,
    clientId,
    aDraft({ content: summaryOf('Äiti asuu Piilopolku 3:ssa.') }),
  );
  const path = await requested(
    worker,
    clientId,
    aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' }),
  );
  const wanted = onProvision('policeThreat', [{ kind: 'document', id: documentId }]);
  done(await prepare(worker, path, wanted));
  const relation = { roles: ['custodian'], person: { ...person, safetyBan: {} }, contacts };
  const at = `/v1/clients/${clientId}/network/${mother}`;
  done(await worker.call('PUT', at, { body: { relation, source: FROM_CLIENT }, version: 1 }));
  expect(rulesOf(await send(worker, path))).toEqual(['disclosure.changedSince']);
  expect(rulesOf(await prepare(worker, path, wanted, 2))).toEqual(['disclosure.addressInWords']);
});

test('a copy is read by those alone who may read what is in it', async () => {
  const clientId = await aClient(world, worker);
  const social = await world.worker('broadResponsibility', { serviceTasks: [] });
  const documentId = await finished(social, clientId, aDraft({ serviceTasks: ['childWelfare'] }));
  const police = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
  const path = await requested(social, clientId, police);
  done(await prepare(social, path, onProvision('policeThreat', [{ kind: 'document', id: documentId }])));
  expect((await social.call('GET', `${path}/copy`)).status).toBe(200);
  const narrow = await world.worker('implementing', { serviceTasks: ['families'] });
  expect((await narrow.call('GET', `${path}/copy`)).status).toBe(404);
});

test('on the client’s behalf it is given to a representative in force alone [U-7.1]', async () => {
  const { clientId, mother } = await minorWithCustodians(world, worker);
  const neighbour = await related(worker, clientId, 'Naapuri', { roles: ['closePerson'] });
  const rulesFor = async (relationId: string): Promise<string[]> => {
    const by = { requester: 'representative', relationId, name: 'Edustaja', purpose: 'rightsOfClient' };
    const path = await requested(worker, clientId, aRequest(by));
    return rulesOf(await prepare(worker, path, onProvision('representative', [], { baseData: ['name'] })));
  };
  expect(await rulesFor(neighbour)).toEqual(['disclosure.representativeNamed']);
  expect(await rulesFor(mother)).toEqual([]);
});

test('for what the law gives after a death the death is on record and the application in writing', async () => {
  const clientId = await aClient(world, worker);
  const heir = { requester: 'person', purpose: 'rightsAfterDeath', name: 'Perillinen Petra' };
  const path = await requested(worker, clientId, aRequest({ ...heir, form: 'oral' }));
  const wanted = onProvision('afterDeath', [], { baseData: ['name'] });
  expect(rulesOf(await prepare(worker, path, wanted))).toEqual(['disclosure.deathAndApplication']);
  const source = { kind: 'populationRegister', channel: 'register' };
  done(await changedTo(worker, clientId, '/death', { diedOn: '2026-11-20', source }));
  expect(rulesOf(await prepare(worker, path, wanted))).toEqual(['disclosure.deathAndApplication']);
  const written = await requested(worker, clientId, aRequest({ ...heir, form: 'written' }));
  expect(rulesOf(await prepare(worker, written, wanted))).toEqual([]);
});

test('a copy with a number that was corrected since is neither sent nor opened, and one is whatever else of the file has changed', async () => {
  const clientId = await aClient(world, worker);
  const changed = (changes: object) =>
    changedTo(worker, clientId, '/base-data', { changes, source: FROM_CLIENT }, 'PATCH');
  done(await changed({ phones: ['040 123 4567'] }));
  const path = await requested(
    worker,
    clientId,
    aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' }),
  );
  const wanted = onProvision('policeThreat', [], { baseData: ['phones'] });
  done(await prepare(worker, path, wanted));
  done(await changed({ motherTongue: 'sv' }));
  expect((await worker.call('GET', `${path}/copy`)).status).toBe(200);
  done(await changed({ phones: ['050 765 4321'] }));
  for (const told of [await worker.call('GET', `${path}/copy`), await send(worker, path)]) {
    expect(rulesOf(told)).toEqual(['disclosure.changedSince']);
  }
  done(await prepare(worker, path, wanted, 2));
  const { json } = await worker.call('GET', `${path}/copy`);
  expect(json).toMatchObject({ copy: { baseData: { phones: ['050 765 4321'] } } });
  done(await send(worker, path, 3));
});
