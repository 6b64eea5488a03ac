import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { anEntry, logOf, newClient, write } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { aDraft, finished } from '../support/documents.ts';
import { changedTo, text } from '../support/people.ts';
import { type Told, testWorld, type Worker } from '../support/world.ts';

const asOf = (worker: Worker, clientId: string, on: string) =>
  worker.call('GET', `/v1/client-file/${clientId}/as-of?on=${on}`);
const timelineAsOf = (worker: Worker, clientId: string, query: string) =>
  worker.call('GET', `/v1/client-file/${clientId}/as-of/timeline?${query}`);

const Lines = z.object({
  lines: z.array(
    z.object({ line: z.looseObject({ what: z.string(), state: z.string() }), later: z.array(z.string()) }),
  ),
  next: z.string().optional(),
});
const linesOf = (told: Told) => Lines.parse(told.json).lines;

const SOURCE = { kind: 'client', channel: 'visit' };
const DAY = 24 * 60;
const patch = (worker: Worker, clientId: string, changes: Record<string, unknown>) =>
  changedTo(worker, clientId, '/base-data', { changes, source: SOURCE }, 'PATCH');

describe('the file as it stood on a day', () => {
  test('says the base data that had been recorded by its end, whatever was changed later', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
    await patch(worker, clientId, { occupation: 'opiskelija' });
    world.clock.advance(2 * DAY);
    await patch(worker, clientId, { occupation: 'myyjä', name: { family: 'Uusi', given: 'Aino' } });
    world.clock.advance(2 * DAY);
    await patch(worker, clientId, { occupation: 'opettaja' });
    const stood = async (on: string) => (await asOf(worker, clientId, on)).json['baseData'];
    expect(await stood('2026-11-24')).toMatchObject({
      name: { family: 'Mallila', given: 'Aino' },
      occupation: 'opiskelija',
    });
    expect(await stood('2026-11-25')).toMatchObject({ occupation: 'opiskelija' });
    expect(await stood('2026-11-26')).toMatchObject({
      name: { family: 'Uusi', given: 'Aino' },
      occupation: 'myyjä',
    });
    world.clock.advance(1);
    expect(await stood('2026-11-28')).toMatchObject({ occupation: 'opettaja' });
    const [line] = await logOf(world, clientId);
    expect(line).toMatchObject({
      eventName: 'FileReadAsOf',
      historyFrom: '2026-11-27T22:00:00.000Z',
      readOnly: true,
    });
  });

  test('hides of the past what a safety ban hides today, and says whether there was one then', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await patch(worker, clientId, { phones: ['040 1234567'] });
    expect((await asOf(worker, clientId, '2026-11-24')).json['baseData']).toMatchObject({
      phones: ['040 1234567'],
    });
    world.clock.advance(DAY);
    await changedTo(worker, clientId, '/safety-ban', { source: SOURCE });
    const before = await asOf(worker, clientId, '2026-11-24');
    expect(before.json).toMatchObject({ hidden: ['phones'] });
    expect(before.json).not.toHaveProperty('safetyBan');
    expect(before.body).not.toContain('1234567');
    expect((await asOf(worker, clientId, '2026-11-25')).json).toMatchObject({ safetyBan: {} });
  });

  test('shows the cases that were open, the relationship and the network of that day', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { duties: ['onCall'] });
    const clientId = await newClient(world, worker);
    const first = await openedCase(world, worker, clientId, { name: 'Ensimmäinen' });
    const added = await changedTo(worker, clientId, '/network', {
      relation: { roles: ['parent'], person: { name: { family: 'Mallila', given: 'Eeva' } } },
      source: SOURCE,
    });
    expect(added.status).toBeLessThan(300);
    world.clock.advance(2 * DAY);
    await act(worker, clientId, first, 'close', { closedOn: '2026-11-26', ground: 'needEnded' });
    const second = await openedCase(world, worker, clientId, {
      name: 'Toinen',
      openedAt: '2026-11-26T08:00:00.000Z',
    });
    await act(worker, clientId, second, 'close', { closedOn: '2026-11-26', ground: 'needEnded' });
    await changedTo(worker, clientId, '/relationship/end', { endedOn: '2026-11-26', ground: 'needEnded' });
    const relationId = text(added, 'relationId');
    const at = `/v1/clients/${clientId}/network/${relationId}`;
    await worker.call('POST', `${at}/end`, { version: 1, body: { to: '2026-11-25', source: SOURCE } });
    const then = (await asOf(worker, clientId, '2026-11-24')).json;
    expect(then).toMatchObject({
      cases: [{ caseId: first, name: 'Ensimmäinen', state: 'open' }],
      relationship: { startedOn: '2026-11-20' },
      network: [{ relationId, roles: ['parent'], ended: false }],
    });
    expect(then['relationship']).not.toHaveProperty('endedOn');
    expect(then['cases']).toEqual([expect.not.objectContaining({ closedOn: expect.any(String) })]);
    expect((await asOf(worker, clientId, '2026-11-26')).json).toMatchObject({
      cases: [],
      relationship: { startedOn: '2026-11-20', endedOn: '2026-11-26', endGround: 'needEnded' },
      network: [],
    });
  });

  test('is of a day that has come, on which the client had been recorded', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    expect((await asOf(worker, clientId, '2026-11-25')).json).toMatchObject({ code: 'clientFile.dayToCome' });
    expect((await asOf(worker, clientId, '2026-11-23')).json).toMatchObject({ code: 'clientFile.notYet' });
    expect((await timelineAsOf(worker, clientId, 'on=2026-11-23')).json).toMatchObject({
      code: 'clientFile.notYet',
    });
  });
});

describe('the timeline as it stood', () => {
  const entryOn = (day: string, more: Record<string, unknown> = {}) =>
    anEntry({ eventAt: `2026-11-${day}T08:00:00.000Z`, ...more });

  test('leaves out what was written later, though it tells of earlier days', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await write(worker, clientId, entryOn('10'));
    await finished(worker, clientId, aDraft({ documentAt: '2026-11-12T08:00:00.000Z' }));
    world.clock.advance(DAY);
    await write(worker, clientId, entryOn('11'));
    await finished(worker, clientId, aDraft({ documentAt: '2026-11-13T08:00:00.000Z' }));
    const times = async (on: string) =>
      linesOf(await timelineAsOf(worker, clientId, `on=${on}`)).map(({ line }) =>
        String(line['at']).slice(8, 10),
      );
    expect(await times('2026-11-24')).toEqual(['12', '10']);
    expect(await times('2026-11-25')).toEqual(['13', '12', '11', '10']);
    const first = await timelineAsOf(worker, clientId, 'on=2026-11-24&limit=1');
    expect(linesOf(first)).toHaveLength(1);
    expect(
      linesOf(await timelineAsOf(worker, clientId, `on=2026-11-24&limit=1&cursor=${text(first, 'next')}`)),
    ).toEqual([expect.objectContaining({ line: expect.objectContaining({ what: 'entry' }) })]);
  });

  test('shows the version that stood then to who may read such versions, and tells others that it was corrected', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
    const plain = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const noteId = text(await write(worker, clientId, entryOn('10')), 'noteId');
    const removed = text(await write(worker, clientId, entryOn('11')), 'noteId');
    const at = (id: string) => `/v1/case-notes/clients/${clientId}/notes/${id}`;
    const UNTIL = '2026-11-10T09:00:00.000Z';
    const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Väärin.' };
    for (const version of [1, 2]) {
      world.clock.advance(DAY);
      const told = await worker.call('POST', `${at(noteId)}/correct`, {
        version,
        body: { entry: entryOn('10', version === 1 ? { eventUntil: UNTIL } : {}), reason },
      });
      expect(told.status, told.body).toBe(200);
    }
    await worker.call('POST', `${at(removed)}/remove`, {
      version: 1,
      body: { reason: { ...reason, ground: 'unnecessary' } },
    });
    const of = async (by: Worker, on: string) =>
      linesOf(await timelineAsOf(by, clientId, `on=${on}`)).map(({ line, later }) => ({
        id: line['noteId'],
        state: line.state,
        correction: line['correction'],
        until: line['until'],
        later,
      }));
    expect(await of(worker, '2026-11-24')).toEqual([
      { id: removed, state: 'final', correction: 0, until: undefined, later: ['removed'] },
      { id: noteId, state: 'final', correction: 0, until: undefined, later: ['corrected'] },
    ]);
    expect((await of(worker, '2026-11-25'))[1]).toEqual({
      id: noteId,
      state: 'corrected',
      correction: 1,
      until: UNTIL,
      later: ['corrected'],
    });
    expect((await of(worker, '2026-11-26'))[1]).toMatchObject({ correction: 2, until: undefined, later: [] });
    expect((await of(plain, '2026-11-25'))[1]).toMatchObject({
      correction: 2,
      later: ['corrected'],
    });
    expect((await of(plain, '2026-11-26'))[0]).toMatchObject({ state: 'removed', later: [] });
  });

  test('shows nobody what a single read would refuse', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { serviceTasks: ['families', 'substance'] });
    const narrow = await world.worker('arranging', { serviceTasks: ['families'] });
    const clientId = await newClient(world, worker);
    await write(worker, clientId, entryOn('10', { serviceTasks: ['substance'] }));
    await world.drained();
    expect(linesOf(await timelineAsOf(worker, clientId, 'on=2026-11-24'))).toHaveLength(1);
    expect(linesOf(await timelineAsOf(narrow, clientId, 'on=2026-11-24'))).toEqual([]);
  });
});
