import { expect, test } from 'vitest';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { NoteContent, NoteHead } from '../../shared/domain/case-notes/model.ts';
import { indexed, loadNote } from '../../shared/domain/case-notes/store.ts';
import { placeOfContent } from '../../shared/domain/case-notes/texts.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { type ClientId, NoteId } from '../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { newClient, Page, pageOf, write } from '../support/case-notes.ts';
import { counted } from '../support/counted.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

test('an entry costs one transaction, whether the client has one entry or many', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  await world.drained();
  const counter = counted(world.services, world.controller);
  const cold = await counter.costOf(() => write(worker, clientId));
  const warm = await counter.costOf(() => write(worker, clientId));
  expect(cold.result.status).toBe(201);
  expect(warm.cost).toEqual({
    // Powers and mark; head and keys; beside the commit, the words that wait to be merged.
    calls: { GetItem: 2, Query: 3, TransactWriteItems: 1 },
    rounds: 2,
    readUnits: 5,
    // Entry with what it was counted as (over a KB), its words, fact, mark and line, each twice in a transaction.
    writeUnits: 12,
    laterUnits: 4,
    kmsCalls: 0,
  });
  expect(cold.cost.kmsCalls).toBe(1);
  await copies(world, worker, clientId, 100);
  expect((await counter.costOf(() => write(worker, clientId))).cost).toEqual(warm.cost);
});

test('a page of fifty costs the same at the start and at the end of three hundred entries, by either way', async () => {
  const world = await testWorld();
  const broad = await world.worker('broadResponsibility');
  const narrow = await world.worker('arranging', { serviceTasks: ['families'] });
  const clientId = await newClient(world, broad);
  await write(broad, clientId);
  await copies(world, broad, clientId, 299);
  await world.drained();
  const counter = counted(world.services, world.controller);
  for (const worker of [broad, narrow]) {
    const seen = new Set<string>();
    const costs = [];
    let cursor: string | undefined;
    do {
      const query = cursor === undefined ? '' : `?cursor=${cursor}`;
      const { result, cost } = await counter.costOf(() => pageOf(worker, clientId, query));
      const page = Page.parse(result.json);
      expect(page.notes).toHaveLength(50);
      for (const { noteId } of page.notes) seen.add(noteId);
      costs.push(cost);
      cursor = page.next;
    } while (cursor !== undefined && costs.length < 10);
    expect(seen.size).toBe(300);
    expect(costs).toHaveLength(6);
    // The first page may meet cold keys, the last has nothing after it.
    for (const { rounds, readUnits, writeUnits } of costs) {
      expect(rounds).toBe(3);
      expect(writeUnits).toBe(costs[1]?.writeUnits);
      expect(Math.abs(readUnits - (costs[1]?.readUnits ?? 0))).toBeLessThanOrEqual(0.5);
    }
    expect(costs.slice(1).map(({ kmsCalls }) => kmsCalls)).toEqual([0, 0, 0, 0, 0]);
  }
});

/** So many more entries like the latest one, put by the operator's hand in rows of twenty. */
async function copies(world: World, worker: Worker, clientId: ClientId, count: number): Promise<void> {
  const { services, controller } = world;
  const [first] = Page.parse((await pageOf(worker, clientId, '?limit=1')).json).notes;
  const where = { services, actor: { controller } };
  const note = NoteHead.parse(await loadNote(where, clientId, NoteId.parse(first?.noteId)));
  const keys = await loadClientKeys(services.tables, controller, clientId);
  if (keys === undefined || note.content === undefined) throw new Error('There is nothing to copy.');
  const ring = keyRing(services, controller, keys);
  const content = await ring.open(note.content, placeOfContent(note), NoteContent);
  const action = {
    name: 'test.copy',
    title: { fi: 'Kopioi', sv: 'Kopiera', en: 'Copy' },
    roles: [],
    tie: 'none',
    legalGround: '703/2023 § 44',
  } as const;
  const start = Instant.parse('2025-01-01T00:00:00.000Z');
  const heads = await Promise.all(
    Array.from({ length: count }, async (_, place) => {
      const eventAt = plusMinutes(start, place * 60);
      const noteId = NoteId.parse(newId(services, eventAt));
      const key = clientKeys.note(controller, clientId, noteId);
      const sealed = await ring.seal(undefined, placeOfContent(key), 1, content);
      return indexed(where, { ...note, ...key, noteId, eventAt, content: sealed });
    }),
  );
  for (let from = 0; from < heads.length; from += 20) {
    const context = systemContext(services, controller, { action, event: 'CaseNoteWritten', ranBy: 'test' });
    const puts = heads.slice(from, from + 20);
    await commit(context, {
      changes: puts.map((put) => ({ put, when: 'absent' })),
      line: { clients: [clientId], resources: [], dataGroups: ['caseNotes'] },
      answer: { body: {} },
    });
  }
}
