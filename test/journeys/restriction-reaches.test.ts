import { expect, test } from 'vitest';
import { attachmentAt, partOf, pdfOf, sentIn } from '../support/attachments.ts';
import { act, openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aClient, aRequest, onProvision, prepare, requested, send } from '../support/disclosures.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { done as told } from '../support/matters.ts';
import { changedTo } from '../support/people.ts';
import { done, handler, packaged, recorded, rulesOf, step } from '../support/subject-requests.ts';

/** Käsittelyn rajoittaminen (art. 18): what one of several clients has had restricted is kept only in the files of all. */

test('a document of two siblings is restricted in both files: neither read, sent, opened in a copy nor given to a party, until it is lifted', async () => {
  const world = await worldOf(PROFILES.U);
  const [head, worker] = [await handler(world, 'management'), await world.worker('broadResponsibility')];
  const [aino, eino] = [await aClient(world, worker), await aClient(world, worker)];
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
  const draft = aDraft({ caseId, content: summaryOf('Molemmista kirjoitettua.') });
  const documentId = await finished(worker, aino, draft, { draftVersion: 1, alsoOf: [eino] });
  const picture = await pdfOf(1);
  const { attachmentId } = await sentIn(world, worker, eino, picture, {
    belongsTo: { kind: 'document', id: documentId },
    serviceTasks: [],
  });
  const of = (clientId: string) =>
    worker.call('GET', `/v1/documents/clients/${clientId}/documents/${documentId}`);

  // Made ready before: a copy for the police, and a package for a party.
  const police = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
  const copy = await requested(worker, eino, police);
  const wanted = onProvision('policeThreat', [{ kind: 'document', id: documentId }], {
    thirdPersons: 'necessary',
    othersNecessary: 'Uhka koskee molempia sisaruksia.',
  });
  told(await prepare(worker, copy, wanted));
  const targets = [{ kind: 'document', id: documentId }];
  const party = await recorded(worker, eino, {
    kind: 'partyDocuments',
    asker: 'party',
    askerName: 'Keksitty Isä',
    rightToAct: 'Toinen huoltaja, jota asia koskee.',
    targets,
  });
  await done(head, party, 'identity', { result: 'identityDocument' });
  const grant = { outcome: 'granted', delivery: { mode: 'writing' } };
  await done(head, party, 'decide', grant);
  await packaged(head, party);
  const given = () => head.call('GET', `${party}/package/parts/0/given`);
  expect((await given()).json).toMatchObject({ items: [{ kind: 'attachment', belongsTo: documentId }, {}] });

  const asked = await recorded(worker, aino, { kind: 'restriction', targets });
  await done(head, asked, 'identity', { result: 'identityDocument' });
  await done(head, asked, 'decide', { outcome: 'granted' });
  await done(head, asked, 'limit');
  for (const clientId of [aino, eino]) {
    const { json } = await of(clientId);
    expect(json).toMatchObject({ limited: { since: '2026-11-24' } });
    expect(json).not.toHaveProperty('content');
  }
  // Whose request it was is not the other's to know.
  expect((await of(eino)).json['limited']).not.toHaveProperty('requestId');
  for (const one of [
    await send(worker, copy),
    await worker.call('GET', `${copy}/copy`),
    await given(),
    await head.call('GET', `${party}/package/download?segment=0`, {
      headers: { accept: 'application/octet-stream' },
    }),
    await step(head, party, 'deliver', { on: '2026-11-24', mode: 'writing' }),
    await head.call('POST', `${party}/package`),
  ]) {
    expect(one).toMatchObject({ status: 409, json: { code: 'processing.limited' } });
  }

  // On a ground of art. 18(2) the other's worker reads it, and its file, and the ground stands in the line.
  const beside = `/v1/data-subject-requests/clients/${eino}`;
  const forced = await worker.call('GET', `${beside}/documents/${documentId}/limited?ground=rightsOfOthers`);
  expect(forced.body).toContain('Molemmista kirjoitettua.');
  expect((await partOf(worker, attachmentAt(eino, attachmentId))).status).toBe(404);
  const file = `${beside}/attachments/${attachmentId}/limited`;
  const binary = { headers: { accept: 'application/octet-stream' } };
  expect((await worker.call('GET', file, binary)).status).toBe(400);
  const opened = await worker.call('GET', `${file}?ground=rightsOfOthers`, binary);
  expect(Buffer.from(opened.bytes ?? []).equals(Buffer.from(picture))).toBe(true);
  const lines = await linesOf(world.services);
  expect(
    lines.find(({ eventName, outcome }) => eventName === 'LimitedFileRead' && outcome.result === 'allowed'),
  ).toMatchObject({
    reasonCode: 'rightsOfOthers',
    resources: [{ kind: 'attachment', id: attachmentId }],
  });

  // The party's request is decided anew meanwhile, and what was released is released no more.
  const refusal = {
    outcome: 'refused',
    grounds: ['veryImportantInterest'],
    reasons: 'Käsittelyä on rajoitettu.',
  };
  expect((await step(head, party, 'decide', { ...grant, targets })).status).toBe(200);
  expect((await given()).json).toMatchObject({ code: 'subjectRequest.notReleased' });
  await done(head, asked, 'lift', { toldOn: '2026-11-24' });
  for (const clientId of [aino, eino]) expect((await of(clientId)).json).toHaveProperty('content');
  await done(head, party, 'decide', refusal);
});

test('a document that two files of one person have is restricted and released whole after they are merged', async () => {
  const world = await worldOf(PROFILES.U);
  const head = await handler(world, 'management');
  const worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  const [target, source] = [await aClient(world, worker), await aClient(world, worker)];
  const caseId = await openedCase(world, worker, target, { otherClientIds: [source] });
  const documentId = await finished(worker, target, aDraft({ caseId }), {
    draftVersion: 1,
    alsoOf: [source],
  });
  told(await act(worker, target, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  told(await changedTo(worker, source, '/merge', { into: target }));
  const targets = [{ kind: 'document', id: documentId }];
  const asked = await recorded(worker, target, { kind: 'restriction', targets });
  await done(head, asked, 'identity', { result: 'identityDocument' });
  await done(head, asked, 'decide', { outcome: 'granted' });
  await done(head, asked, 'limit');
  const stored = async () =>
    (await dumpOf(world.services, 'records')).filter(
      (item) => item['entity'] === 'document' && item['documentId'] === documentId,
    );
  expect((await stored()).map((item) => item['limited'] !== undefined)).toEqual([true, true]);
  await done(head, asked, 'lift', { toldOn: '2026-11-24' });
  expect((await stored()).map((item) => item['limited'] !== undefined)).toEqual([false, false]);
});

test('each of two siblings has their document restricted, and it is kept only until both restrictions are lifted, in either order', async () => {
  const world = await worldOf(PROFILES.U);
  const [head, worker] = [await handler(world, 'management'), await world.worker('broadResponsibility')];
  const all = [await aClient(world, worker), await aClient(world, worker), await aClient(world, worker)];
  const [aino, eino] = [String(all[0]), String(all[1])];
  const caseId = await openedCase(world, worker, aino, { otherClientIds: all.slice(1) });
  const documentId = await finished(worker, aino, aDraft({ caseId }), {
    draftVersion: 1,
    alsoOf: all.slice(1),
  });
  const targets = [{ kind: 'document', id: documentId }];
  const isKept = async (): Promise<boolean[]> =>
    Promise.all(
      all.map(async (clientId) => {
        const { json } = await worker.call(
          'GET',
          `/v1/documents/clients/${clientId}/documents/${documentId}`,
        );
        return json['limited'] !== undefined && json['content'] === undefined;
      }),
    );
  const restricted = async (clientId: string): Promise<string> => {
    const path = await recorded(worker, clientId, { kind: 'restriction', targets });
    await done(head, path, 'identity', { result: 'identityDocument' });
    await done(head, path, 'decide', { outcome: 'granted' });
    return path;
  };
  for (const first of ['of the first', 'of the second']) {
    const [ofAino, ofEino] = [await restricted(aino), await restricted(eino)];
    await done(head, ofAino, 'limit');
    await done(head, ofEino, 'limit');
    // One's own restriction is made once.
    const twice = await restricted(eino);
    expect(rulesOf(await step(head, twice, 'limit'))).toEqual([422, 'subjectRequest.limitedNamed']);
    await done(head, twice, 'withdraw');
    const order = first === 'of the first' ? [ofAino, ofEino] : [ofEino, ofAino];
    expect(await isKept()).toEqual([true, true, true]);
    await done(head, String(order[0]), 'lift', { toldOn: '2026-11-24' });
    expect(await isKept()).toEqual([true, true, true]);
    await done(head, String(order[1]), 'lift', { toldOn: '2026-11-24' });
    expect(await isKept()).toEqual([false, false, false]);
  }
});
