import { expect, test } from 'vitest';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { aDraft, documentsAt, finished, summaryOf } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { actOn, inFileAt, linked, matterAt, notification, received } from '../support/intake.ts';
import { done } from '../support/matters.ts';
import { changedTo, recordPerson } from '../support/people.ts';
import { approved, at, disposed, gathered, rowsOf } from '../support/retention.ts';
import { AINO, CASE, NO_MEASURES, onSiblings } from '../support/siblings.ts';
import { handler, recorded as requestRecorded, done as stepped } from '../support/subject-requests.ts';
import { testWorld, type World } from '../support/world.ts';

/** What belongs to several clients, or was received before anybody was a client. */

const entitiesWith = async (world: World, table: 'records' | 'keys', id: string): Promise<unknown[]> => {
  const now = Date.parse(world.clock.now()) / 1000;
  const items = (await dumpOf(world.services, table)).filter((item) => JSON.stringify(item).includes(id));
  const kept = items.filter(({ ttl }) => typeof ttl !== 'number' || ttl > now);
  return [...new Set(kept.map(({ entity }) => entity))];
};

test('a case of siblings goes from the file of one, and its document stays whole in the file of the other until that goes too', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const aino = await newClient(world, worker, { name: 'Mallila Aino' });
  const eino = await newClient(world, worker, { name: 'Mallila Eino' });
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
  done(await write(worker, aino, anEntry({ caseId })));
  const content = summaryOf('Perheen arki kantaa.');
  const documentId = await finished(worker, aino, aDraft({ caseId, content }), {
    draftVersion: 1,
    alsoOf: [eino],
  });
  done(await act(worker, aino, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  const hold = { ground: 'supervision', reviewBy: '2057-11-30' };

  at(world, '2056-12-01');
  expect(await gathered(world)).toMatchObject({ listed: 2 });
  const holds = `/v1/retention/clients/${eino}/holds`;
  const held = done(await manager.call('POST', holds, { body: { ...hold, caseId } }));
  await approved(archivist, manager, '2056-12');
  at(world, '2056-12-11');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, heldBack: 1, failed: 0 });
  expect((await worker.call('GET', `${documentsAt(aino)}/${documentId}`)).status).toBe(404);
  const kept = await worker.call('GET', `${documentsAt(eino)}/${documentId}`);
  expect(JSON.stringify(kept.json)).toContain('Perheen arki kantaa.');

  done(await manager.call('POST', `${holds}/${String(held['holdId'])}/lift`, { version: 1 }));
  at(world, '2057-01-02');
  expect(await gathered(world)).toMatchObject({ listed: 1 });
  await approved(archivist, manager, '2057-01');
  at(world, '2057-01-10');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  expect(new Set(await entitiesWith(world, 'records', caseId))).toEqual(
    new Set(['disposalGate', 'disposalRow', 'retentionHold']),
  );
  expect(await entitiesWith(world, 'keys', caseId)).toEqual([]);
  expect(await entitiesWith(world, 'records', documentId)).toEqual([]);
});

test('a restriction goes with the file of whoever asked for it: the document is used again in the file of the other', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const head = await handler(world, 'management');
  const all = [
    await newClient(world, worker, { name: 'Mallila Aino' }),
    await newClient(world, worker, { name: 'Mallila Eino' }),
    await newClient(world, worker, { name: 'Mallila Onni' }),
  ];
  const [aino, eino, onni] = [String(all[0]), String(all[1]), String(all[2])];
  const caseId = await openedCase(world, worker, aino, { otherClientIds: all.slice(1) });
  const documentId = await finished(worker, aino, aDraft({ caseId, content: summaryOf('Arki kantaa.') }), {
    draftVersion: 1,
    alsoOf: all.slice(1),
  });
  for (const clientId of [aino, eino]) {
    const targets = [{ kind: 'document', id: documentId }];
    const path = await requestRecorded(worker, clientId, { kind: 'restriction', targets });
    await stepped(head, path, 'identity', { result: 'identityDocument' });
    await stepped(head, path, 'decide', { outcome: 'granted' });
    await stepped(head, path, 'limit');
  }
  done(await act(worker, aino, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  const source = { kind: 'populationRegister', channel: 'register' };
  for (const clientId of [aino, eino]) {
    done(await changedTo(worker, clientId, '/death', { diedOn: '2026-11-24', source }));
  }
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  const holdAt = (clientId: string) => `/v1/retention/clients/${clientId}/holds`;
  const hold = { ground: 'supervision', reviewBy: '2057-11-30', caseId };
  at(world, '2056-12-01');
  await gathered(world);
  const holds = [
    done(await manager.call('POST', holdAt(eino), { body: hold })),
    done(await manager.call('POST', holdAt(onni), { body: hold })),
  ];
  await approved(archivist, manager, '2056-12');
  at(world, '2056-12-11');
  expect(await disposed(world)).toMatchObject({ heldBack: 2, failed: 0 });
  expect((await worker.call('GET', `${documentsAt(aino)}/${documentId}`)).status).toBe(404);
  const isKeptOnly = async (clientId: string): Promise<boolean> => {
    const { json, status, body } = await worker.call('GET', `${documentsAt(clientId)}/${documentId}`);
    expect(status, body).toBe(200);
    return json['limited'] !== undefined;
  };
  // The other who had it restricted has it restricted still.
  expect([await isKeptOnly(eino), await isKeptOnly(onni)]).toEqual([true, true]);

  const lift = `${holdAt(eino)}/${String(holds[0]?.['holdId'])}/lift`;
  done(await manager.call('POST', lift, { version: 1 }));
  at(world, '2057-01-02');
  await gathered(world);
  await approved(archivist, manager, '2057-01');
  at(world, '2057-01-10');
  expect(await disposed(world)).toMatchObject({ failed: 0 });
  expect((await worker.call('GET', `${documentsAt(eino)}/${documentId}`)).status).toBe(404);
  expect(await isKeptOnly(onni)).toBe(false);
  const line = (await linesOf(world.services)).findLast(({ changedFields }) =>
    changedFields?.includes('limited'),
  );
  expect(line).toMatchObject({ clients: [onni], resources: [{ kind: 'document', id: documentId }] });
});

test('a matter that led to no case goes ten years after it was handled, with its own key and the way to it by code', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { serviceTasks: ['workingAge', 'families'] });
  const matterId = await received(
    worker,
    notification(
      world,
      { kind: 'needNotification', serviceTasks: ['workingAge'] },
      { subjects: [{ family: 'Esimerkki', given: 'Aino', personalIdentityCode: AINO.personalIdentityCode }] },
    ),
  );
  const urgency = { result: 'notUrgent', grounds: 'Ei vaaraa juuri nyt.' };
  done(await actOn(worker, matterAt(matterId), '/urgency', urgency));
  const aino = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));
  const inFile = inFileAt(aino, matterId);
  done(await actOn(worker, inFile, '/close', { outcome: 'noMeasures', grounds: 'Tuki on jo olemassa.' }));
  expect(await entitiesWith(world, 'records', matterId)).toContain('matterLookup');
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  at(world, '2036-12-01');
  await gathered(world);
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([
    { unitId: `matter-${matterId}`, state: 'due', serviceTasks: ['workingAge'] },
  ]);
  await approved(archivist, manager, '2036-12');
  at(world, '2036-12-10');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  expect(await entitiesWith(world, 'records', matterId)).toEqual(['disposalGate', 'disposalRow']);
  expect(await entitiesWith(world, 'keys', matterId)).toEqual([]);
});

test('a matter that led to a case of one of the siblings has no time of its own, whatever is counted again', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const { matterId, aino, eino } = await onSiblings(world, worker);
  const opened = { ...CASE(world), responsibleWorkerId: worker.userId };
  done(await actOn(worker, inFileAt(aino, matterId), '/open-case', opened));
  done(await actOn(worker, inFileAt(eino, matterId), '/close', NO_MEASURES));
  const source = { kind: 'populationRegister', channel: 'register' };
  for (const clientId of [aino, eino]) {
    done(await changedTo(worker, clientId, '/death', { diedOn: '2026-11-24', source }));
    await world.drained();
  }
  const matter = (await dumpOf(world.services, 'records')).find(
    (item) => item['entity'] === 'intakeMatter' && item['matterId'] === matterId,
  );
  expect(matter).toMatchObject({ state: 'handled' });
  expect(matter).not.toHaveProperty('dueMonth');
});
