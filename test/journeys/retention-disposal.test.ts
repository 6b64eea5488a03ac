import { describe, expect, test } from 'vitest';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { openedItem } from '../../shared/domain/stores/opened.ts';
import { storeOf } from '../../shared/domain/stores/register.ts';
import { RawOfClient } from '../../shared/domain/stores/walk.ts';
import { WordSegment } from '../../shared/domain/words/model.ts';
import { openSegment } from '../../shared/domain/words/sealed-segment.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import {
  actOnList,
  approved,
  at,
  closedFile,
  disposed,
  gathered,
  listAt,
  rowsOf,
  stateOfList,
} from '../support/retention.ts';
import { testWorld, type World } from '../support/world.ts';

/** Hävittäminen: from what is due to the day from which nobody can read it, as the officials who see to it meet it. */

const officials = async (world: World) => ({
  archivist: await world.worker('archive', { name: 'Arvo Arkisto', duties: ['disposal'] }),
  manager: await world.worker('management', { name: 'Johanna Johtaja' }),
});

const naming = (items: readonly Record<string, unknown>[], id: string) =>
  items.filter((item) => JSON.stringify(item).includes(id));

/** What a table still has of it, without what the table itself takes away when its time is over. */
async function leftOf(world: World, id: string): Promise<unknown[]> {
  const now = Date.parse(world.clock.now()) / 1000;
  const items = naming(await dumpOf(world.services, 'records'), id);
  const kept = items.filter(({ ttl }) => typeof ttl !== 'number' || ttl > now);
  return [...new Set(kept.map(({ entity }) => entity))];
}

describe('a case whose ten years have run out', () => {
  test('is listed with its reason, approved by a second person, and destroyed with its key a week later', async () => {
    const world = await testWorld();
    const file = await closedFile(world);
    const { clientId, caseId, worker } = file;
    const { archivist, manager } = await officials(world);
    const unitId = `case-${caseId}-${clientId}`;
    const before = await dumpOf(world.services, 'records');
    const keysBefore = await loadClientKeys(world.services.tables, world.controller, clientId);

    // Ten years ahead: the list of that month is there today.
    const due: string[] = [];
    let next = '';
    do {
      const page = await archivist.call('GET', `/v1/retention/due/2036-12${next}`);
      due.push(JSON.stringify(page.json));
      next = typeof page.json['next'] === 'string' ? `?cursor=${String(page.json['next'])}` : '';
    } while (next !== '');
    expect(due.join('')).toContain(unitId);

    at(world, '2036-12-05');
    expect(await gathered(world)).toEqual({ listed: 1, excepted: 0, moved: 0, failed: 0 });
    expect(await gathered(world)).toEqual({ listed: 0, excepted: 0, moved: 0, failed: 0 });
    const [row] = await rowsOf(archivist, '2036-12');
    expect(row).toMatchObject({
      unitId,
      state: 'due',
      dueMonth: '2036-12',
      reasons: [
        {
          source: '703/2023 liite: työikäisten palvelutehtävä',
          event: 'caseClosed',
          on: '2026-11-24',
          years: 10,
        },
      ],
      permanent: { part: 'nothing' },
    });

    expect((await actOnList(archivist, '2036-12', 'approve')).json).toMatchObject({
      code: 'retention.notProposed',
    });
    await actOnList(archivist, '2036-12', 'propose');
    expect((await actOnList(archivist, '2036-12', 'approve')).json).toMatchObject({
      status: 403,
      code: 'retention.samePerson',
    });
    expect((await actOnList(manager, '2036-12', 'approve')).status).toBe(200);
    expect((await worker.call('GET', '/v1/retention/lists')).status).toBe(403);
    // Of records management too it is done by who has the duty.
    const arranger = await world.worker('archive', { name: 'Aarne Arkistoija', duties: ['archiving'] });
    expect((await arranger.call('GET', '/v1/retention/lists')).json).toMatchObject({
      code: 'access.notAllowed',
    });

    // Within a week nothing goes.
    at(world, '2036-12-11');
    expect((await disposed(world)).destroyed).toBe(0);
    at(world, '2036-12-12');
    const holds = `/v1/retention/clients/${clientId}/holds`;
    const held = await archivist.call('POST', holds, {
      body: { ground: 'courtCase', reference: 'HAO/812/2036', reviewBy: '2037-11-30' },
    });
    expect(held.status).toBe(201);
    expect(await disposed(world)).toMatchObject({ destroyed: 0, heldBack: 1 });
    expect(await rowsOf(archivist, '2036-12')).toMatchObject([{ state: 'excepted', exception: 'legalHold' }]);
    const lifted = await archivist.call('POST', `${holds}/${String(held.json['holdId'])}/lift`, {
      version: 1,
    });
    expect(lifted.status).toBe(200);

    // What was held back goes over to the list of the next month, and is approved anew.
    at(world, '2037-01-05');
    expect(await gathered(world)).toMatchObject({ listed: 1, failed: 0 });
    await approved(archivist, manager, '2037-01');
    at(world, '2037-01-12');
    expect(await disposed(world)).toEqual({ destroyed: 1, packaged: 0, heldBack: 0, failed: 0 });
    expect(await stateOfList(archivist, '2036-12')).toMatchObject({ state: 'finished', destroyed: 0 });
    expect(await stateOfList(archivist, '2037-01')).toMatchObject({ state: 'finished', destroyed: 1 });
    expect(await rowsOf(archivist, '2037-01', '?finished=true')).toMatchObject([
      {
        unitId,
        state: 'destroyed',
        finalOn: '2037-01-20',
        removed: { caseNote: 2, document: 1, sealedFile: 1 },
      },
    ]);
    expect((await manager.call('GET', `${listAt('2037-01')}/certificate`)).json).toMatchObject({
      destroyed: { cases: 1, clients: 0, matters: 0 },
      finalOn: '2037-01-20',
      final: false,
      sources: ['703/2023 liite: työikäisten palvelutehtävä'],
    });

    const counted = [...(await factsOf(world, '2036-12')), ...(await factsOf(world, '2037-01'))];
    const tasks = ['workingAge'];
    expect(counted).toEqual(
      expect.arrayContaining([
        { kind: 'disposalApproved', on: '2036-12-05' },
        { kind: 'disposalHeldBack', on: '2036-12-12', serviceTasks: tasks, code: 'legalHold' },
        { kind: 'disposalUnitDestroyed', on: '2037-01-12', serviceTasks: tasks, code: 'case' },
      ]),
    );

    // Nothing of it is left but its marks; the objects are gone; the client's own data stay and open.
    expect(await leftOf(world, caseId)).toEqual(['disposalGate', 'disposalRow']);
    expect(naming(await dumpOf(world.services, 'keys'), caseId)).toEqual([]);
    expect((await world.services.documents.list(world.controller, 'attachments/')).objects).toEqual([]);
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).status).toBe(200);

    // A copy of the tables from before gives nothing back: what was sealed under the case does not open.
    const keys = await loadClientKeys(world.services.tables, world.controller, clientId);
    if (keys === undefined || keysBefore === undefined) throw new Error('The client keeps the keys.');
    const ring = keyRing(world.services, world.controller, keys);
    const sealed = naming(before, caseId).filter((item) => JSON.stringify(item).includes(`case:${caseId}`));
    expect(sealed.length).toBeGreaterThan(5);
    expect(sealed.map(({ entity }) => entity)).toContain('wordSegment');
    for (const raw of sealed) {
      const item = RawOfClient.parse(raw);
      const { kind } = storeOf(item.entity);
      const opened =
        kind === 'wordSegment'
          ? openSegment(ring, WordSegment.parse(raw))
          : openedItem(ring, storeOf(kind), item);
      await expect(opened, kind).rejects.toThrow('no key');
    }

    // The log is whole, and tells what was done.
    const events = (await linesOf(world.services)).map(({ eventName }) => eventName);
    expect(events).toContain('CaseNoteWritten');
    expect(events.filter((name) => name === 'DisposalUnitDestroyed').length).toBeGreaterThan(2);
  });
});
