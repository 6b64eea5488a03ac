import { expect, test } from 'vitest';
import { commit } from '../../shared/commit.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import { indexedDocument, loadDocument } from '../../shared/domain/documents/store.ts';
import { type ClientId, DocumentId } from '../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { newClient } from '../support/case-notes.ts';
import { counted } from '../support/counted.ts';
import { aDraft, begun, finalise, finished, listed, opened, summaryOf } from '../support/documents.ts';
import { testWorld, type World } from '../support/world.ts';

/** As much as a document of some pages holds. */
const LONG = summaryOf('Perhe on saanut kotipalvelua syksyn ajan ja voi paremmin. '.repeat(110));

test('a draft becomes final in three steps, its body left where it was written, whatever it holds', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  await finished(worker, clientId);
  await world.drained();
  const counter = counted(world.services, world.controller);
  const costs = [];
  for (const content of [summaryOf('Lyhyt.'), LONG]) {
    const draftId = await begun(worker, clientId, aDraft({ content }));
    const { result, cost } = await counter.costOf(() => finalise(worker, clientId, draftId));
    expect(result.status).toBe(201);
    costs.push(cost);
  }
  const [short, long] = costs;
  expect(short).toEqual({
    // Powers, mark, draft; head, keys, body.
    calls: { GetItem: 3, Query: 3, TransactWriteItems: 1 },
    rounds: 3,
    readUnits: 6,
    // Head with what it was counted as (over a KB), its words, closing, draft gone, fact, mark and line, each twice in a transaction.
    writeUnits: 16,
    // Head by task, by kind; line by worker and minute; draft out of its unit's list.
    laterUnits: 7,
    kmsCalls: 0,
  });
  // A longer body is read, and not written again.
  expect([long?.rounds, long?.writeUnits]).toEqual([short?.rounds, short?.writeUnits]);
  expect(long?.readUnits).toBe((short?.readUnits ?? 0) + 1);
});

test('a page of fifty and one document cost the same among three hundred documents as among a few, by every way', async () => {
  const world = await testWorld();
  const broad = await world.worker('broadResponsibility');
  const narrow = await world.worker('arranging', { serviceTasks: ['families'] });
  const clientId = await newClient(world, broad);
  const first = await finished(broad, clientId);
  const counter = counted(world.services, world.controller);
  const alone = await counter.costOf(() => opened(broad, clientId, first));
  await copies(world, clientId, first, 299);
  expect((await counter.costOf(() => opened(broad, clientId, first))).cost).toEqual(alone.cost);
  expect(alone.cost.rounds).toBe(3);
  for (const [worker, filter] of [
    [broad, ''],
    [narrow, ''],
    [broad, '&documentType=Yhteenveto'],
  ] as const) {
    const seen = new Set<string>();
    const costs = [];
    let cursor = '';
    do {
      const { result, cost } = await counter.costOf(() =>
        listed(worker, clientId, `?limit=50${cursor}${filter}`),
      );
      expect(result.documents).toHaveLength(50);
      for (const { documentId } of result.documents) seen.add(documentId);
      costs.push(cost);
      cursor = result.next === undefined ? '' : `&cursor=${result.next}`;
    } while (cursor !== '' && costs.length < 10);
    expect([seen.size, costs.length]).toEqual([300, 6]);
    for (const { rounds, readUnits } of costs) {
      expect(rounds).toBe(3);
      expect(Math.abs(readUnits - (costs[1]?.readUnits ?? 0))).toBeLessThanOrEqual(1);
    }
  }
});

/** So many more documents like the one named, put by the operator's hand in rows of twenty; all have its body. */
async function copies(world: World, clientId: ClientId, documentId: string, count: number): Promise<void> {
  const { services, controller } = world;
  const where = { services, actor: { controller } };
  const head = DocumentHead.parse(await loadDocument(where, clientId, DocumentId.parse(documentId)));
  const start = Instant.parse('2020-01-01T00:00:00.000Z');
  const action = {
    name: 'test.copy',
    title: { fi: 'Kopioi', sv: 'Kopiera', en: 'Copy' },
    roles: [],
    tie: 'none',
    legalGround: '703/2023 § 13',
  } as const;
  const heads = await Promise.all(
    Array.from({ length: count }, (_, place) => {
      const documentAt = plusMinutes(start, place * 60);
      const id = DocumentId.parse(newId(services, documentAt));
      const key = clientKeys.document(controller, clientId, id);
      return indexedDocument(where, { ...head, ...key, documentId: id, documentAt });
    }),
  );
  for (let from = 0; from < heads.length; from += 20) {
    const context = systemContext(services, controller, {
      action,
      event: 'DocumentFinalised',
      ranBy: 'test',
    });
    await commit(context, {
      changes: heads.slice(from, from + 20).map((put) => ({ put, when: 'absent' })),
      line: { clients: [clientId], resources: [], dataGroups: ['documents'] },
      answer: { body: {} },
    });
  }
}
