import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { commit } from '../../shared/commit.ts';
import { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { indexed, loadNote } from '../../shared/domain/case-notes/store.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { indexedDocument, loadDocument } from '../../shared/domain/documents/store.ts';
import { type ClientId, DocumentId, NoteId } from '../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { counted } from '../support/counted.ts';
import { aDraft, finished } from '../support/documents.ts';
import { text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const timeline = (worker: Worker, clientId: string, query = '') =>
  worker.call('GET', `/v1/client-file/${clientId}/timeline${query}`);

const Lines = z.object({
  lines: z.array(z.looseObject({ what: z.string(), at: z.string(), state: z.string() })),
  next: z.string().optional(),
});
const timesOf = (told: Told): string[] =>
  Lines.parse(told.json).lines.map(({ what, at }) => `${at.slice(0, 10)} ${what}`);

const TEST = {
  name: 'test',
  title: { fi: 't', sv: 't', en: 't' },
  roles: [],
  tie: 'none',
  legalGround: 'test',
} as const;

const entryOn = (day: string, more: Record<string, unknown> = {}) =>
  anEntry({ eventAt: `2026-11-${day}T08:00:00.000Z`, ...more });
const documentOn = (day: string, more: Record<string, unknown> = {}) =>
  aDraft({ documentAt: `2026-11-${day}T09:00:00.000Z`, ...more });

describe('the timeline', () => {
  test('has entries and documents in one order, the latest first, page by page without a gap or a double', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    for (const day of ['03', '05', '07', '10']) await write(worker, clientId, entryOn(day));
    for (const day of ['04', '06', '10', '11']) await finished(worker, clientId, documentOn(day));
    const all = [
      '2026-11-11 document',
      '2026-11-10 document',
      '2026-11-10 entry',
      '2026-11-07 entry',
      '2026-11-06 document',
      '2026-11-05 entry',
      '2026-11-04 document',
      '2026-11-03 entry',
    ];
    expect(timesOf(await timeline(worker, clientId))).toEqual(all);
    for (const limit of [1, 3]) {
      const seen: string[] = [];
      let next: string | undefined;
      do {
        const told = await timeline(
          worker,
          clientId,
          `?limit=${limit}${next === undefined ? '' : `&cursor=${next}`}`,
        );
        seen.push(...timesOf(told));
        ({ next } = Lines.parse(told.json));
      } while (next !== undefined && seen.length < 20);
      expect(seen).toEqual(all);
    }
  });

  test('tells what, when, who wrote it, of which kind, and that it was corrected or removed', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', {
      name: 'Leena Laaja',
      specialRights: ['correctRecord'],
    });
    const clientId = await newClient(world, worker);
    const noteId = text(await write(worker, clientId, entryOn('05')), 'noteId');
    const removed = text(await write(worker, clientId, entryOn('06')), 'noteId');
    const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Väärä päivä.' };
    const at = (id: string) => `/v1/case-notes/clients/${clientId}/notes/${id}`;
    await worker.call('POST', `${at(noteId)}/correct`, {
      version: 1,
      body: { entry: entryOn('05', {}), reason },
    });
    await worker.call('POST', `${at(removed)}/remove`, {
      version: 1,
      body: { reason: { ...reason, ground: 'unnecessary' } },
    });
    const { lines } = Lines.parse((await timeline(worker, clientId)).json);
    expect(lines).toEqual([
      expect.objectContaining({ noteId: removed, state: 'removed', removedAt: expect.any(String) }),
      expect.objectContaining({
        what: 'entry',
        noteId,
        entryType: 'meetingOrContact',
        at: '2026-11-05T08:00:00.000Z',
        writtenAt: '2026-11-24T10:00:00.000Z',
        author: { name: 'Leena Laaja', post: 'sosiaalityöntekijä' },
        state: 'corrected',
        correction: 1,
        correctedAt: expect.any(String),
      }),
    ]);
  });

  test('is of a service task, a kind or some days, whichever is asked', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { serviceTasks: ['families', 'substance'] });
    const clientId = await newClient(world, worker);
    await write(worker, clientId, entryOn('03'));
    await write(worker, clientId, entryOn('05', { serviceTasks: ['substance'] }));
    await finished(worker, clientId, documentOn('04'));
    await finished(worker, clientId, documentOn('06', { serviceTasks: ['substance'] }));
    const asked = async (query: string) => timesOf(await timeline(worker, clientId, query));
    expect(await asked('?serviceTask=substance')).toEqual(['2026-11-06 document', '2026-11-05 entry']);
    expect(await asked('?kind=caseNote')).toEqual(['2026-11-05 entry', '2026-11-03 entry']);
    expect(await asked('?kind=other')).toEqual(['2026-11-06 document', '2026-11-04 document']);
    expect(await asked('?kind=decision')).toEqual([]);
    expect(await asked('?from=2026-11-04&to=2026-11-05')).toEqual([
      '2026-11-05 entry',
      '2026-11-04 document',
    ]);
    const page = await timeline(worker, clientId, '?from=2026-11-04&limit=4');
    expect(timesOf(page)).toHaveLength(3);
    expect(page.json['next']).toBeUndefined();
  });

  test('shows nobody what a single read would refuse', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { serviceTasks: ['families', 'substance'] });
    const narrow = await world.worker('arranging', { serviceTasks: ['families'] });
    const clientId = await newClient(world, worker);
    await write(worker, clientId, entryOn('05', { serviceTasks: ['substance'] }));
    await finished(worker, clientId, documentOn('06', { serviceTasks: ['substance'] }));
    await write(worker, clientId, entryOn('03'));
    await finished(worker, clientId, documentOn('04'));
    await world.drained();
    expect(timesOf(await timeline(narrow, clientId))).toEqual(['2026-11-04 document', '2026-11-03 entry']);
    expect(timesOf(await timeline(narrow, clientId, '?serviceTask=substance'))).toEqual([]);
  });

  test('costs the same at its beginning and at its end', async () => {
    const world = await testWorld();
    const broad = await world.worker('broadResponsibility');
    const narrow = await world.worker('arranging', { serviceTasks: ['families'] });
    const clientId = await newClient(world, broad);
    const noteId = text(await write(broad, clientId), 'noteId');
    const documentId = await finished(broad, clientId);
    await copies(world, clientId, { noteId, documentId, count: 150 });
    await world.drained();
    const counter = counted(world.services, world.controller);
    for (const worker of [broad, narrow]) {
      const costs = [];
      let lines = 0;
      let next: string | undefined;
      do {
        const query: string = next === undefined ? '' : `?cursor=${next}`;
        const { result, cost } = await counter.costOf(() => timeline(worker, clientId, query));
        const page = Lines.parse(result.json);
        lines += page.lines.length;
        ({ next } = page);
        costs.push(cost);
      } while (next !== undefined && costs.length < 12);
      expect(lines).toBe(302);
      const [, second, ...rest] = costs;
      const last = rest.at(-2);
      expect(last?.rounds).toBe(second?.rounds);
      expect(last?.calls).toEqual(second?.calls);
      // Towards the end each list has fewer rows than a page's worth.
      expect(last?.readUnits).toBeLessThanOrEqual((second?.readUnits ?? 0) + 1);
    }
  });
});

/** So many more of the entry and the document, an hour apart, put by the operator's hand. */
async function copies(
  world: World,
  clientId: ClientId,
  of: { noteId: string; documentId: string; count: number },
): Promise<void> {
  const { services, controller } = world;
  const where = { services, actor: { controller } };
  const note = NoteHead.parse(await loadNote(where, clientId, NoteId.parse(of.noteId)));
  const document = await loadDocument(where, clientId, DocumentId.parse(of.documentId));
  if (document === undefined) throw new Error('There is nothing to copy.');
  const start = Instant.parse('2025-01-01T00:00:00.000Z');
  const puts: (NoteHead | DocumentHead)[] = [];
  for (let nth = 0; nth < of.count; nth += 1) {
    const at = plusMinutes(start, nth * 60);
    const noteId = NoteId.parse(newId(services, at));
    const documentId = DocumentId.parse(newId(services, plusMinutes(at, 30)));
    puts.push(
      await indexed(where, {
        ...note,
        ...clientKeys.note(controller, clientId, noteId),
        noteId,
        eventAt: at,
      }),
      await indexedDocument(where, {
        ...document,
        ...clientKeys.document(controller, clientId, documentId),
        documentId,
        documentAt: plusMinutes(at, 30),
      }),
    );
  }
  for (let from = 0; from < puts.length; from += 20) {
    const context = systemContext(services, controller, { action: TEST, event: 'Copied', ranBy: 'test' });
    await commit(context, {
      changes: puts.slice(from, from + 20).map((put) => ({ put, when: 'absent' })),
      line: { clients: [clientId], resources: [], dataGroups: ['caseNotes'] },
      answer: { body: {} },
    });
  }
}
