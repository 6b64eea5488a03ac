import { expect, test } from 'vitest';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { aRequest, requested } from '../support/disclosures.ts';
import { dumpOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { approved, at, disposed, gathered, naming, rowsOf } from '../support/retention.ts';
import { handler, recorded, done as stepped } from '../support/subject-requests.ts';
import { testWorld } from '../support/world.ts';

/** Käsittelyn rajoittaminen ((EU) 2016/679 art. 18): what is restricted is stored, whatever period has passed. */

test('a case of which the client had an entry restricted is not disposed of before the client was told and it was lifted; another case is', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const head = await handler(world, 'management');
  const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
  const [caseId, other] = [
    await openedCase(world, worker, clientId),
    await openedCase(world, worker, clientId, { name: 'Toinen asia' }),
  ];
  const noteId = text(await write(worker, clientId, anEntry({ caseId })), 'noteId');
  const targets = [{ kind: 'caseNote', id: noteId }];
  const path = await recorded(worker, clientId, { kind: 'restriction', targets });
  await stepped(head, path, 'identity', { result: 'identityDocument' });
  await stepped(head, path, 'decide', { outcome: 'granted' });
  await stepped(head, path, 'limit');
  for (const one of [caseId, other]) {
    done(await act(worker, clientId, one, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  }
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  at(world, '2056-12-01');
  await gathered(world);
  const exceptionOf = async (month: string, id: string) =>
    (await rowsOf(archivist, month)).find(({ unitId }) => unitId === `case-${id}-${clientId}`);
  expect(await exceptionOf('2056-12', caseId)).toMatchObject({ exception: 'pendingRequest' });
  await approved(archivist, manager, '2056-12');
  at(world, '2056-12-11');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  const keysOf = async (id: string) => naming(await dumpOf(world.services, 'keys'), id).length;
  expect([await keysOf(caseId), await keysOf(other)]).toEqual([1, 0]);
  expect(await exceptionOf('2056-12', caseId)).toMatchObject({ exception: 'pendingRequest' });

  await stepped(head, path, 'lift', { toldOn: '2056-12-10' });
  at(world, '2057-01-02');
  await gathered(world);
  await approved(archivist, manager, '2057-01');
  at(world, '2057-01-10');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  expect(await keysOf(caseId)).toBe(0);
});

test('what an authority has asked for is not disposed of before the request was answered', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const clientId = await newClient(world, worker, { name: 'Mallila Eino' });
  const caseId = await openedCase(world, worker, clientId);
  const asked = aRequest({ requester: 'court', purpose: 'courtProceedings', name: 'Esimerkin käräjäoikeus' });
  const path = await requested(worker, clientId, asked);
  done(await act(worker, clientId, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  at(world, '2056-12-01');
  await gathered(world);
  const [row] = await rowsOf(archivist, '2056-12');
  expect(row).toMatchObject({ unitId: `case-${caseId}-${clientId}`, exception: 'pendingRequest' });
  await approved(archivist, manager, '2056-12');
  at(world, '2057-01-02');
  const reasons = 'Oikeudenkäynti on päättynyt, eikä tietoja enää pyydetä.';
  const refused = await worker.call('POST', `${path}/refuse`, {
    body: { outcome: 'withdrawn', reasons },
    version: 1,
  });
  expect(refused.status, refused.body).toBe(200);
  await gathered(world);
  await approved(archivist, manager, '2057-01');
  at(world, '2057-01-10');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
});
