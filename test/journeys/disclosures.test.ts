import { beforeAll, describe, expect, test } from 'vitest';
import { anEntry } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aBan,
  aClient,
  aConsent,
  aMinorsBan,
  aRequest,
  declared,
  disclosuresAt,
  forbid,
  minorWithCustodians,
  onConsent,
  onGround,
  onProvision,
  prepare,
  requested,
  rulesOf,
  send,
  withdraw,
} from '../support/disclosures.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { changedTo, text } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';

/** Uusikaupunki: an itemised request and a right by law, or the client's consent (U-7.1, U-7.2, U-11). */

let world: World;
let worker: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
});

const ofDocument = (id: string) => [{ kind: 'document', id }];
const copyAt = async (path: string) => (await worker.call('GET', `${path}/copy`)).json;

describe('a client’s data leave the house', () => {
  test('with the client’s express consent, to whom and of what it names: minimised, logged and kept as sent [U-7.2, U-11.2, U-11.9]', async () => {
    const clientId = await aClient(world, worker);
    const content = summaryOf('Perhe on saanut kotipalvelua.');
    const documentId = await finished(worker, clientId, aDraft({ content }));
    const other = await finished(worker, clientId, aDraft({ serviceTasks: ['childWelfare'] }));
    const consent = await declared(worker, clientId, aConsent());
    const path = await requested(worker, clientId, aRequest());
    expect(rulesOf(await prepare(worker, path, onConsent(consent, [])))).toEqual(['disclosure.itemised']);
    expect(rulesOf(await prepare(worker, path, onConsent(consent, ofDocument(other))))).toEqual([
      'disclosure.declarationCovers',
    ]);
    const another = await requested(
      worker,
      clientId,
      aRequest({ name: 'Utelias naapuri', requester: 'person' }),
    );
    expect(rulesOf(await prepare(worker, another, onConsent(consent, ofDocument(documentId))))).toEqual([
      'disclosure.declarationForRecipient',
    ]);
    const unknown = onConsent(consent, ofDocument(documentId), {
      leftOut: [{ id: documentId, places: ['/nowhere'] }],
    });
    expect(rulesOf(await prepare(worker, path, unknown))).toEqual(['disclosure.placeUnknown']);

    expect((await prepare(worker, path, onConsent(consent, ofDocument(documentId)))).json).toMatchObject({
      state: 'prepared',
      version: 2,
    });
    expect((await send(worker, path)).json).toMatchObject({ state: 'sent' });
    expect(await send(worker, path, 3)).toMatchObject({
      status: 409,
      json: { code: 'disclosure.wrongState' },
    });
    const [line] = (await linesOf(world.services)).filter(({ disclosure }) => disclosure !== undefined);
    expect(line).toMatchObject({
      clients: [clientId],
      disclosure: {
        on: '2026-11-24',
        client: clientId,
        recipient: { kind: 'other' },
        ground: { kind: 'consent', reference: consent },
      },
      dataGroups: expect.arrayContaining(['identity', 'documents']),
    });
    expect(line?.resources.map(({ id }) => id)).toContain(documentId);
    expect(line?.resources.map(({ id }) => id)).not.toContain(other);

    // The record says so, and the copy is kept as it was sent.
    expect((await worker.call('GET', path)).json).toMatchObject({
      state: 'sent',
      sent: { on: '2026-11-24', way: 'secureMessage', by: worker.userId },
    });
    const sent = await copyAt(path);
    expect(JSON.stringify(sent)).toContain('kotipalvelua');
    const stored = JSON.stringify([await dumpOf(world.services, 'records'), await linesOf(world.services)]);
    expect(stored).not.toMatch(/etuuskäsittelijä|Utelias naapuri|kotipalvelua/);
  });

  test('never on a consent that was withdrawn, even between the copy and the sending; nor on a document that has changed since [U-11.6]', async () => {
    const clientId = await aClient(world, worker);
    const documentId = await finished(worker, clientId);
    const consent = await declared(worker, clientId, aConsent());
    const path = await requested(worker, clientId, aRequest());
    expect((await prepare(worker, path, onConsent(consent, ofDocument(documentId)))).status).toBe(200);
    expect((await withdraw(worker, clientId, consent)).status).toBe(200);
    expect(rulesOf(await send(worker, path))).toEqual(['disclosure.declarationInForce']);
    expect(rulesOf(await prepare(worker, path, onConsent(consent, ofDocument(documentId)), 2))).toEqual([
      'disclosure.declarationInForce',
    ]);
    expect(
      (await linesOf(world.services)).filter(
        (line) => line.eventName === 'DataDisclosed' && line.clients.includes(clientId),
      ),
    ).toMatchObject([{ outcome: { result: 'refused' } }]);

    // The record stays at what was prepared, the copy has gone to nobody, and no line says that it was given.
    const { json: kept } = await worker.call('GET', path);
    expect([kept['state'], kept['sent']]).toEqual(['prepared', undefined]);
    const given = (await linesOf(world.services)).filter(({ disclosure }) => disclosure !== undefined);
    expect(given.filter(({ clients }) => clients.includes(clientId))).toEqual([]);

    const again = await declared(worker, clientId, aConsent());
    const noted = await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry() });
    const noteId = text(noted, 'noteId');
    expect((await prepare(worker, path, onConsent(again, [{ kind: 'note', id: noteId }]), 2)).status).toBe(
      200,
    );
    const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Päivä oli väärä.' };
    const corrected = await worker.call(
      'POST',
      `/v1/case-notes/clients/${clientId}/notes/${noteId}/correct`,
      {
        body: { entry: anEntry({}, { text: 'Kotikäynti peruuntui.' }), reason },
        version: 1,
      },
    );
    expect(corrected.status, corrected.body).toBe(200);
    expect(rulesOf(await send(worker, path, 3))).toEqual(['disclosure.changedSince']);
    expect((await prepare(worker, path, onConsent(again, [{ kind: 'note', id: noteId }]), 3)).status).toBe(
      200,
    );
    expect((await send(worker, path, 4)).status).toBe(200);
    expect(JSON.stringify(await copyAt(path))).toContain('peruuntui');
  });

  test('without consent only by a provision that fits who asks and for what, and its condition is recorded [U-7.1, U-11.7]', async () => {
    const clientId = await aClient(world, worker);
    const documentId = await finished(worker, clientId);
    const pieces = ofDocument(documentId);
    const police = aRequest({ requester: 'police', purpose: 'crimeInvestigation', name: 'Poliisi' });
    const path = await requested(worker, clientId, police);
    const named = onGround({ kind: 'provision', key: 'named' }, pieces);
    expect(rulesOf(await prepare(worker, path, named))).toEqual([
      'disclosure.provisionInForce',
      'disclosure.conditionMet',
    ]);
    expect(rulesOf(await prepare(worker, path, onProvision('statementToKela', pieces)))).toEqual([
      'disclosure.provisionFits',
    ]);
    const silent = onProvision('graveCrime', pieces, { condition: undefined });
    expect(rulesOf(await prepare(worker, path, silent))).toEqual(['disclosure.conditionMet']);
    await declared(worker, clientId, aBan());
    expect((await prepare(worker, path, onProvision('graveCrime', pieces))).status).toBe(200);
    expect((await send(worker, path)).status).toBe(200);
    const disclosed = (await linesOf(world.services)).flatMap(({ disclosure }) => disclosure ?? []);
    expect(disclosed).toContainEqual(
      expect.objectContaining({
        recipient: expect.objectContaining({ kind: 'authority' }),
        purpose: 'crimeInvestigation',
        ground: { kind: 'provision', provision: '703/2023 63 § 2 mom.' },
      }),
    );
    // What the client has forbidden is not given on a consent.
    const consent = await declared(worker, clientId, aConsent());
    world.clock.advance(1);
    const asked = await requested(worker, clientId, aRequest());
    expect(rulesOf(await prepare(worker, asked, onConsent(consent, pieces)))).toEqual(['disclosure.banned']);
    const told = await worker.call('POST', `${asked}/refuse`, {
      body: { outcome: 'refused', reasons: 'Asiakas on kieltänyt luovutuksen.' },
      version: 1,
    });
    expect(told.json).toMatchObject({ state: 'refused' });
    expect((await worker.call('GET', asked)).json).toMatchObject({
      state: 'refused',
      asked: { name: 'Kelan etuuskäsittelijä' },
      refusal: 'Asiakas on kieltänyt luovutuksen.',
    });
    // Refused, it has no copy and goes out no more; the line is of the use log.
    expect(await copyAt(asked)).toMatchObject({ code: 'disclosure.wrongState' });
    expect((await send(worker, asked)).json).toMatchObject({ code: 'disclosure.wrongState' });
    const lines = await linesOf(world.services);
    const refused = lines.find(({ eventName }) => eventName === 'DisclosureRefused');
    expect([refused?.outcome.result, refused?.disclosure]).toEqual(['allowed', undefined]);
    const list = await worker.call('GET', `${disclosuresAt(clientId)}/requests`);
    expect(list.json).toMatchObject({ disclosures: [{ state: 'refused' }, { state: 'sent' }] });
  });

  test('without what tells where somebody under a safety ban lives, in fields and in words', async () => {
    const street = 'Salakuja 7';
    const clientId = await aClient(world, worker);
    const base = { addresses: [{ street }], phones: ['+358 40 1234567'] };
    const changed = await changedTo(
      worker,
      clientId,
      '/base-data',
      { changes: base, source: { kind: 'client', channel: 'visit' } },
      'PATCH',
    );
    expect(changed.status, changed.body).toBe(200);
    await changedTo(worker, clientId, '/safety-ban', { source: { kind: 'client', channel: 'visit' } });
    const documentId = await finished(
      worker,
      clientId,
      aDraft({ content: summaryOf(`Kotikäynti, ${street}.`) }),
    );
    const consent = await declared(worker, clientId, aConsent({ scope: { of: 'controller' } }));
    const path = await requested(worker, clientId, aRequest());
    const wanted = onConsent(consent, ofDocument(documentId), { baseData: ['addresses', 'phones'] });
    expect(rulesOf(await prepare(worker, path, wanted))).toEqual(['disclosure.addressInWords']);
    expect(rulesOf(await prepare(worker, path, { ...wanted, addresses: true }))).toEqual([
      'disclosure.addressProtected',
      'disclosure.addressOwnRight',
    ]);
    const places = ['/sosiaalihuollon_yhteenveto/yhteenveto/asiasisalto'];
    const told = await prepare(worker, path, { ...wanted, leftOut: [{ id: documentId, places }] });
    expect(told.status, told.body).toBe(200);
    const copy = await copyAt(path);
    expect(JSON.stringify(copy)).not.toMatch(/Salakuja|1234567/);
    expect(copy).toMatchObject({ copy: { baseData: {}, documents: [{ documentId }] } });
  });

  test('not to a representative whom a minor has shut out, but to a party [K-11.4]', async () => {
    const county = await worldOf(PROFILES.K);
    const social = await county.worker('broadResponsibility');
    const { clientId, father } = await minorWithCustodians(county, social);
    const documentId = await finished(social, clientId);
    expect((await forbid(social, clientId, aMinorsBan([father]))).status).toBe(201);
    const by = { requester: 'representative', relationId: father, name: 'Isä Edustaja' };
    const path = await requested(social, clientId, aRequest({ ...by, purpose: 'rightsOfClient' }));
    expect(
      rulesOf(await prepare(social, path, onProvision('representative', ofDocument(documentId)))),
    ).toEqual(['disclosure.minorsBan']);
    const party = await requested(social, clientId, aRequest({ ...by, purpose: 'partyAccess' }));
    expect((await prepare(social, party, onProvision('partyAccess', ofDocument(documentId)))).status).toBe(
      200,
    );
  });
});
