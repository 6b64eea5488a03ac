import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { anEntry, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aBan,
  aClient,
  aConsent,
  aMinorsBan,
  aRequest,
  declare,
  declared,
  disclosuresAt,
  forbid,
  minorWithCustodians,
  onConsent,
  onGround,
  onProvision,
  prepare,
  related,
  requested,
  rulesOf,
  send,
  withdraw,
} from '../support/disclosures.ts';
import { aDraft, documentsAt, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { betweenStore } from '../support/faults.ts';
import { done } from '../support/matters.ts';
import { changedTo, FROM_CLIENT, text } from '../support/people.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** What is given holds to the moment of the sending: whatever changes while the gate looks stops the commit. */

let world: World;
let worker: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
});

const POLICE = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
const REASON = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Päivä oli väärä.' };

/** Sends a copy while another does something between the look of the gate and the commit. */
async function sentWhile(path: string, meanwhile: () => Promise<Told>, by = worker): Promise<Told> {
  let isFirst = true;
  let other: Told | undefined;
  const between = betweenStore(world.services, async (call) => {
    if (isFirst && call.name === 'TransactWriteCommand') {
      isFirst = false;
      other = await meanwhile();
    }
    return call.send();
  });
  const told = await send(by, path);
  between.mend();
  expect(other?.status, other?.body).toBeLessThan(300);
  return told;
}

const given = async (clientId: string) =>
  (await linesOf(world.services)).filter(
    ({ disclosure, clients }) => disclosure !== undefined && clients.some((one) => one === clientId),
  );

async function expectStopped(told: Told, path: string, clientId: string): Promise<void> {
  expect([told.status, told.json['code']]).toEqual([409, 'disclosure.changedMeanwhile']);
  expect((await worker.call('GET', path)).json).toMatchObject({ state: 'prepared' });
  expect(await given(clientId)).toEqual([]);
}

const noted = async (clientId: ClientId): Promise<string> => text(await write(worker, clientId), 'noteId');
const correctNote = (clientId: ClientId, noteId: string): Promise<Told> =>
  worker.call('POST', `/v1/case-notes/clients/${clientId}/notes/${noteId}/correct`, {
    body: { entry: anEntry({}, { text: 'Kotikäynti peruuntui.' }), reason: REASON },
    version: 1,
  });

describe('what changes while the gate looks', () => {
  test('stops the sending: a document or an entry that is corrected [U-11.6]', async () => {
    const clientId = await aClient(world, worker);
    const documentId = await finished(worker, clientId, aDraft());
    const noteId = await noted(clientId);
    const path = await requested(worker, clientId, POLICE);
    const pieces = [
      { kind: 'document', id: documentId },
      { kind: 'note', id: noteId },
    ];
    done(await prepare(worker, path, onProvision('policeThreat', pieces)));
    const correct = () =>
      worker.call('POST', `${documentsAt(clientId)}/${documentId}/correct`, {
        body: {
          document: { serviceTasks: ['families'], content: summaryOf('Palvelu päättyi syksyllä.') },
          reason: REASON,
        },
        version: 1,
      });
    await expectStopped(await sentWhile(path, correct), path, clientId);
    expect(rulesOf(await send(worker, path))).toEqual(['disclosure.changedSince']);
    done(await prepare(worker, path, onProvision('policeThreat', pieces), 2));

    const other = await requested(worker, clientId, POLICE);
    done(await prepare(worker, other, onProvision('policeThreat', pieces)));
    await expectStopped(await sentWhile(other, () => correctNote(clientId, noteId)), other, clientId);
    expect(rulesOf(await send(worker, other))).toEqual(['disclosure.changedSince']);
  });

  test('stops the sending: a consent that is taken back, and a ban that is declared', async () => {
    const clientId = await aClient(world, worker);
    const pieces = [{ kind: 'note', id: await noted(clientId) }];
    const consent = await declared(worker, clientId, aConsent());
    const path = await requested(worker, clientId, aRequest());
    done(await prepare(worker, path, onConsent(consent, pieces)));
    await expectStopped(await sentWhile(path, () => declare(worker, clientId, aBan())), path, clientId);
    expect(rulesOf(await send(worker, path))).toEqual(['disclosure.banned']);

    const another = await aClient(world, worker);
    const second = await declared(worker, another, aConsent());
    const asked = await requested(worker, another, aRequest());
    done(await prepare(worker, asked, onConsent(second, [{ kind: 'note', id: await noted(another) }])));
    await expectStopped(await sentWhile(asked, () => withdraw(worker, another, second)), asked, another);
    expect(rulesOf(await send(worker, asked))).toEqual(['disclosure.declarationInForce']);
  });

  test('stops the sending: a minor’s ban toward the representative, and a representation that ends', async () => {
    const { clientId, mother, father } = await minorWithCustodians(world, worker);
    const pieces = [{ kind: 'note', id: await noted(clientId) }];
    const askedBy = (relationId: string) =>
      requested(
        worker,
        clientId,
        aRequest({ requester: 'representative', relationId, name: 'Edustaja', purpose: 'rightsOfClient' }),
      );
    const path = await askedBy(father);
    done(await prepare(worker, path, onProvision('representative', pieces)));
    const ban = () => forbid(worker, clientId, aMinorsBan([father]));
    await expectStopped(await sentWhile(path, ban), path, clientId);
    expect(rulesOf(await send(worker, path))).toEqual(['disclosure.minorsBan']);

    const other = await askedBy(mother);
    done(await prepare(worker, other, onProvision('representative', pieces)));
    const end = () =>
      worker.call('POST', `/v1/clients/${clientId}/network/${mother}/end`, {
        body: { to: '2026-11-23', source: FROM_CLIENT },
        version: 1,
      });
    await expectStopped(await sentWhile(other, end), other, clientId);
    expect(rulesOf(await send(worker, other))).toEqual(['disclosure.representativeNamed']);
    // Whatever law is cited in its place.
    const cited = { kind: 'provision', key: 'named', provision: '361/1983 4 §' };
    const condition = 'Huoltajalla on oikeus saada tietoja.';
    expect(rulesOf(await prepare(worker, other, onGround(cited, pieces, { condition }), 2))).toEqual([
      'disclosure.representativeNamed',
    ]);
  });

  test('stops the sending: a safety ban of the client, of a sibling in the document, of one who is linked and of a mother', async () => {
    const [aino, eino, linked] = [
      await aClient(world, worker),
      await aClient(world, worker),
      await aClient(world, worker),
    ];
    const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
    const draft = aDraft({ caseId, content: summaryOf('Sisarukset asuvat yhdessä.') });
    const shared = await finished(worker, aino, draft, { draftVersion: 1, alsoOf: [eino] });
    const relation = { roles: ['sibling'] };
    const body = { relatedClientId: linked, relation, source: FROM_CLIENT };
    const link = await worker.call('POST', `/v1/clients/${aino}/network/links`, { body });
    expect(link.status, link.body).toBe(201);
    const person = { name: { family: 'Suojattu', given: 'Anna' } };
    const mother = await related(worker, aino, 'Anna', { person });
    const wanted = onProvision('policeThreat', [{ kind: 'document', id: shared }], {
      thirdPersons: 'necessary',
      othersNecessary: 'Uhka koskee molempia sisaruksia.',
    });
    const banned = (clientId: ClientId) => () =>
      changedTo(worker, clientId, '/safety-ban', { source: FROM_CLIENT });
    const ofMother = () =>
      worker.call('PUT', `/v1/clients/${aino}/network/${mother}`, {
        body: {
          relation: { roles: ['custodian'], person: { ...person, safetyBan: {} } },
          source: FROM_CLIENT,
        },
        version: 1,
      });
    for (const meanwhile of [banned(eino), banned(linked), ofMother, banned(aino)]) {
      const path = await requested(worker, aino, POLICE);
      done(await prepare(worker, path, wanted));
      await expectStopped(await sentWhile(path, meanwhile), path, aino);
    }
  });

  test('of thirty entries as of one; and of more documents than a moment can hold it says so before', async () => {
    const clientId = await aClient(world, worker);
    const noteIds: string[] = [];
    for (let count = 0; count < 30; count += 1) noteIds.push(await noted(clientId));
    const wanted = onProvision(
      'policeThreat',
      noteIds.map((id) => ({ kind: 'note', id })),
    );
    const path = await requested(worker, clientId, POLICE);
    done(await prepare(worker, path, wanted));
    const last = noteIds.at(-1) ?? '';
    await expectStopped(await sentWhile(path, () => correctNote(clientId, last)), path, clientId);
    done(await prepare(worker, path, wanted, 2));
    done(await send(worker, path, 3));

    const documentIds: string[] = [];
    for (let count = 0; count < 16; count += 1) documentIds.push(await finished(worker, clientId, aDraft()));
    const many = documentIds.map((id) => ({ kind: 'document', id }));
    const asked = await requested(worker, clientId, POLICE);
    expect(rulesOf(await prepare(worker, asked, onProvision('policeThreat', many)))).toEqual([
      'disclosure.fewAtOnce',
    ]);
    done(await prepare(worker, asked, onProvision('policeThreat', many.slice(1))));
    done(await send(worker, asked));
  });
});

describe('one copy goes out once', () => {
  test('of two sendings at once one is refused, and a repeated sending is none', async () => {
    const clientId = await aClient(world, worker);
    const pieces = [{ kind: 'note', id: await noted(clientId) }];
    const path = await requested(worker, clientId, POLICE);
    done(await prepare(worker, path, onProvision('policeThreat', pieces)));
    const both = await Promise.all([send(worker, path), send(worker, path)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, expect.any(Number)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await given(clientId)).toHaveLength(1);

    // What was sent is not sent again, whatever key it is asked with.
    expect((await send(worker, path, 3)).json).toMatchObject({ code: 'disclosure.wrongState' });
    expect(await given(clientId)).toHaveLength(1);
  });

  test('a request that is repeated is one request, and with other words under the same key it is refused', async () => {
    const clientId = await aClient(world, worker);
    const key = 'pyynto-kahdesti-1';
    const at = `${disclosuresAt(clientId)}/requests`;
    const ask = (body: object) => worker.call('POST', at, { body, key });
    const first = await ask(POLICE);
    expect(await ask(POLICE)).toMatchObject({ status: 201, body: first.body });
    expect(await ask({ ...POLICE, asked: 'Kaikki, mitä asiakkaasta on.' })).toMatchObject({ status: 422 });
    const { json } = await worker.call('GET', at);
    expect(json['disclosures']).toHaveLength(1);
  });
});
