import { expect, test } from 'vitest';
import { anEntry, write } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { dumpOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import {
  approved,
  at,
  type Closed,
  closedFile,
  died,
  disposed,
  ended,
  gathered,
  listAt,
  naming,
  officials,
  rowsOf,
} from '../support/retention.ts';
import {
  AN_INSPECTION,
  handler,
  recorded,
  requestsOf,
  step,
  done as stepped,
} from '../support/subject-requests.ts';
import { type Told, testWorld, type Worker } from '../support/world.ts';

/** What comes between the last look of a disposal and its first key holds it back; what comes later is told so. */

type Due = Closed & { archivist: Worker; manager: Worker };

/** A closed case whose list was approved, on the night of its disposal. */
async function onItsNight(nth: number): Promise<Due> {
  const file = await closedFile(await testWorld(), { nth });
  const { archivist, manager } = await officials(file.world);
  at(file.world, '2036-12-05');
  await gathered(file.world);
  await approved(archivist, manager, '2036-12');
  at(file.world, '2036-12-12');
  return { ...file, archivist, manager };
}

/** The night's run, while another does something after the last look, before the first key is gone. */
async function disposedWhile({ world }: Closed, meanwhile: () => Promise<Told>) {
  const { keys } = world.services.tables;
  let other: Told | undefined;
  const between = betweenStore(world.services, async (call) => {
    if (other === undefined && call.name === 'TransactWriteCommand' && call.tables.includes(keys)) {
      between.mend();
      other = await meanwhile();
    }
    return call.send();
  });
  const ran = await disposed(world);
  between.mend();
  expect(other?.status, other?.body).toBeLessThan(300);
  return ran;
}

const asks = (receivedOn: string) => ({ ...AN_INSPECTION, receivedOn });

test.each(['a request about the data', 'a request for the log'])(
  'what is asked between the last look and the first key holds the case back: %s',
  async (what) => {
    const due = await onItsNight(921);
    const { world, worker, clientId, caseId, archivist } = due;
    const head = await handler(world, 'management');
    const officer = await world.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    const asked = () =>
      what === 'a request for the log'
        ? officer.call('POST', `/v1/log-requests/clients/${clientId}/requests`, {
            body: {
              receivedOn: '2036-12-11',
              channel: 'letter',
              asker: 'client',
              words: 'Kuka on katsonut?',
            },
          })
        : head.call('POST', requestsOf(clientId), { body: asks('2036-12-11') });
    expect(await disposedWhile(due, asked)).toMatchObject({ destroyed: 0, heldBack: 1, failed: 0 });
    expect(await rowsOf(archivist, '2036-12')).toMatchObject([
      { state: 'excepted', exception: 'pendingRequest' },
    ]);
    expect((await worker.call('GET', `/v1/cases/clients/${clientId}/cases/${caseId}`)).status).toBe(200);
  },
);

test('a restriction carried out between the last look and the first key holds: what is restricted opens to who may (art. 18)', async () => {
  const due = await onItsNight(922);
  const { world, clientId, caseId, archivist } = due;
  const head = await handler(world, 'management');
  const notes = naming(await dumpOf(world.services, 'records'), caseId).filter(
    ({ entity }) => entity === 'caseNote',
  );
  const targets = [{ kind: 'caseNote', id: String(notes[0]?.['noteId']) }];
  const limited = async (): Promise<Told> => {
    const asked = { kind: 'restriction', targets, receivedOn: '2036-12-11' };
    const path = await recorded(head, clientId, asked);
    await stepped(head, path, 'identity', { result: 'identityDocument' });
    await stepped(head, path, 'decide', { outcome: 'granted' });
    return step(head, path, 'limit');
  };
  expect(await disposedWhile(due, limited)).toMatchObject({ destroyed: 0, heldBack: 1, failed: 0 });
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([{ exception: 'pendingRequest' }]);
  expect(naming(await dumpOf(world.services, 'keys'), caseId)).toHaveLength(1);
});

test('another case of disability services that is opened again between the last look and the first key: both are kept', async () => {
  const file = await closedFile(await testWorld(), { tasks: ['disability'], nth: 923 });
  const { world, worker, clientId, caseId } = file;
  const other = await openedCase(world, worker, clientId, {
    serviceTasks: ['disability'],
    name: 'Toinen asia',
  });
  done(await act(worker, clientId, other, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  const { archivist, manager } = await officials(world);
  at(world, '2036-12-05');
  await gathered(world);
  await approved(archivist, manager, '2036-12');
  at(world, '2036-12-12');
  // Whichever of the two is looked at first, the other one is opened.
  const { keys } = world.services.tables;
  let opened: Told | undefined;
  const between = betweenStore(world.services, async (call) => {
    if (opened === undefined && call.name === 'TransactWriteCommand' && call.tables.includes(keys)) {
      between.mend();
      const [going] = (await rowsOf(archivist, '2036-12')).filter(({ state }) => state === 'destroying');
      const again = going?.unitId.includes(caseId) === true ? other : caseId;
      opened = await act(worker, clientId, again, 'reopen');
    }
    return call.send();
  });
  expect(await disposed(world)).toMatchObject({ destroyed: 0, heldBack: 2, failed: 0 });
  expect(opened?.status, opened?.body).toBe(200);
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([
    { exception: 'notDue' },
    { exception: 'notDue' },
  ]);
});

test('a row that is kept while the run looks at its unit is kept, and is no fault of the run', async () => {
  const { world, archivist } = await onItsNight(924);
  const [row] = await rowsOf(archivist, '2036-12');
  let kept: Told | undefined;
  const between = betweenStore(world.services, async (call) => {
    if (kept === undefined && call.name === 'TransactWriteCommand') {
      between.mend();
      kept = await archivist.call('POST', `${listAt('2036-12')}/units/${String(row?.unitId)}/keep`, {
        body: { ground: 'dispute', until: '2037-06-30' },
        version: row?.version ?? 0,
      });
    }
    return call.send();
  });
  expect(await disposed(world)).toMatchObject({ destroyed: 0, failed: 0 });
  expect(kept?.status).toBe(200);
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([{ state: 'kept' }]);
});

/** A night that ends after the keys of the unit are gone, before anything else is. */
async function cutAfterKeys({ world }: Closed): Promise<void> {
  const between = betweenStore(world.services, async (call) => {
    if (call.name === 'DeleteCommand') throw named('InternalServerError');
    return call.send();
  });
  expect(await disposed(world)).toMatchObject({ destroyed: 0, failed: 1 });
  between.mend();
}

test('what is to be restricted in a case that is being destroyed is refused as too late, and what stays is restricted', async () => {
  const due = await onItsNight(925);
  const { world, worker, clientId, caseId } = due;
  const head = await handler(world, 'management');
  const notes = naming(await dumpOf(world.services, 'records'), caseId).filter(
    ({ entity }) => entity === 'caseNote',
  );
  await cutAfterKeys(due);
  const restrict = async (id: string): Promise<Told> => {
    const targets = [{ kind: 'caseNote', id }];
    const path = await recorded(head, clientId, { kind: 'restriction', targets, receivedOn: '2036-12-11' });
    await stepped(head, path, 'identity', { result: 'identityDocument' });
    await stepped(head, path, 'decide', { outcome: 'granted' });
    return step(head, path, 'limit');
  };
  const late = { status: 409, code: 'retention.begun' };
  expect((await restrict(String(notes[0]?.['noteId']))).json).toMatchObject(late);
  const stays = text(await write(worker, clientId, anEntry()), 'noteId');
  expect((await restrict(stays)).status).toBe(200);
});

test('of a client whose data are being destroyed nothing is asked any more, and whoever asks is told so', async () => {
  const file = await closedFile(await testWorld(), { nth: 926 });
  const { world, clientId } = file;
  await died(file, '2026-11-24');
  await ended(file, '2026-11-24');
  const { archivist, manager } = await officials(world);
  // The file is due first and waits for its case.
  for (const month of ['2028-12', '2036-12', '2037-01']) {
    expect(await disposed(world)).toMatchObject({ destroyed: month === '2037-01' ? 1 : 0 });
    at(world, `${month}-05`);
    await gathered(world);
    await approved(archivist, manager, month);
    at(world, `${month}-13`);
  }
  // The first keys are gone, and the run ends there.
  let isBegun = false;
  const between = betweenStore(world.services, async (call) => {
    if (isBegun) throw named('Killed');
    isBegun = call.name === 'TransactWriteCommand' && call.tables.includes(world.services.tables.keys);
    return call.send();
  });
  await disposed(world).catch(() => undefined);
  between.mend();
  const head = await handler(world, 'management');
  const told = await head.call('POST', requestsOf(clientId), { body: asks('2037-01-12') });
  expect(told.json).toMatchObject({ status: 409, code: 'retention.begun' });
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
});
