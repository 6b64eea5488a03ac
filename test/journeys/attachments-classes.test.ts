import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { attachmentAt, partOf, pdfOf, sentIn } from '../support/attachments.ts';
import { anEntry, logOf, newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aDraft, documentsAt, finished, summaryOf } from '../support/documents.ts';
import { betweenStore, named } from '../support/faults.ts';
import { filed, folderOf, paperBody } from '../support/papers.ts';
import { text } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';

const Listed = z.object({
  attachments: z.array(z.object({ attachmentId: z.string(), serviceTasks: z.array(z.string()) })),
  next: z.string().optional(),
});
const listed = async (worker: Worker, clientId: ClientId, query = '') =>
  Listed.parse((await worker.call('GET', `/v1/attachments/clients/${clientId}${query}`)).json);

type Started = { world: World; broad: Worker; carer: Worker; clientId: ClientId };

/** One who reads every ordinary document, and one who gives a service and reads what is of it alone. */
async function started(): Promise<Started> {
  const world = await worldOf(PROFILES.U);
  const broad = await world.worker('broadResponsibility');
  const carer = await world.worker('implementing', {
    serviceTasks: ['families'],
    services: ['familyCounselling'],
  });
  return { world, broad, carer, clientId: await newClient(world, broad) };
}

/** The document as it should have been: of the service that the carer gives, or of none. */
const corrected = async (
  worker: Worker,
  clientId: ClientId,
  documentId: string,
  version: number,
  to: object,
) => {
  const told = await worker.call('POST', `${documentsAt(clientId)}/${documentId}/correct`, {
    version,
    body: {
      document: { serviceTasks: ['families'], content: summaryOf('Oikea teksti.'), ...to },
      reason: { ground: 'erroneous', initiator: 'client', words: 'Palvelu oli väärin.' },
    },
  });
  expect(told.status).toBe(200);
};

describe('a list of a client’s attachments and of its papers', () => {
  test('is made of what the reader may use: a page is full however much of others’ lies between', async () => {
    const { world, broad, carer, clientId } = await started();
    const own: string[] = [];
    const papers: string[] = [];
    const folderId = await folderOf(world, broad);
    const ofService = { socialServices: ['familyCounselling'] };
    for (const more of [ofService, {}, {}, ofService, {}, {}, ofService]) {
      world.clock.advance(1);
      const { attachmentId } = await sentIn(world, broad, clientId, await pdfOf(1), more);
      const paperId = await filed(broad, clientId, paperBody(world, folderId, more));
      if (more === ofService) {
        own.unshift(attachmentId);
        papers.unshift(paperId);
      }
    }
    const first = await listed(carer, clientId, '?limit=2');
    expect(first.attachments.map(({ attachmentId }) => attachmentId)).toEqual(own.slice(0, 2));
    const rest = await listed(carer, clientId, `?limit=2&cursor=${first.next ?? ''}`);
    expect(rest.attachments.map(({ attachmentId }) => attachmentId)).toEqual(own.slice(2));
    expect(rest.next).toBeUndefined();
    expect((await listed(broad, clientId)).attachments).toHaveLength(7);

    const Papers = z.object({
      papers: z.array(z.object({ paperId: z.string() })),
      next: z.string().optional(),
    });
    const papersOf = async (worker: Worker, query: string) =>
      Papers.parse((await worker.call('GET', `/v1/papers/clients/${clientId}${query}`)).json);
    const page = await papersOf(carer, '?limit=2');
    expect(page.papers.map(({ paperId }) => paperId)).toEqual(papers.slice(0, 2));
    const last = await papersOf(carer, `?limit=2&cursor=${page.next ?? ''}`);
    expect(last.papers.map(({ paperId }) => paperId)).toEqual(papers.slice(2));
    expect(last.next).toBeUndefined();
    expect((await papersOf(broad, '')).papers).toHaveLength(7);
  });
});

describe('the class of an attachment is that of what it belongs to', () => {
  test('as soon as a document is corrected, and in lists when the news of it has been heard', async () => {
    const { world, broad, carer, clientId } = await started();
    const documentId = await finished(broad, clientId, aDraft({ socialServices: ['familyCounselling'] }));
    const belongsTo = { kind: 'document', id: documentId };
    const { attachmentId } = await sentIn(world, broad, clientId, await pdfOf(1), {
      belongsTo,
      serviceTasks: [],
    });
    const at = attachmentAt(clientId, attachmentId);
    expect(await carer.call('GET', at)).toMatchObject({ status: 200 });
    expect((await listed(carer, clientId)).attachments).toMatchObject([{ attachmentId }]);

    const services = { ...world.services };
    world.services.committed = () => undefined;
    await corrected(broad, clientId, documentId, 1, {});
    // Nothing has followed yet: what the attachment itself says is the old class, and nobody opens it by that.
    expect(await carer.call('GET', at)).toMatchObject({ status: 404 });
    expect(await partOf(carer, at)).toMatchObject({ status: 404 });
    expect((await listed(carer, clientId)).attachments).toEqual([]);
    expect((await listed(carer, clientId, `?documentId=${documentId}`)).attachments).toEqual([]);

    world.services.committed = (envelopes) => services.committed(envelopes);
    await corrected(broad, clientId, documentId, 2, { serviceTasks: ['older'] });
    await world.drained();
    expect(await broad.call('GET', at)).toMatchObject({ status: 200, json: { serviceTasks: ['older'] } });
    expect((await logOf(world, clientId)).map(({ eventName }) => eventName)).toContain('AttachmentReclassed');
    await corrected(broad, clientId, documentId, 3, { socialServices: ['familyCounselling'] });
    await world.drained();
    expect((await listed(carer, clientId)).attachments).toMatchObject([{ attachmentId }]);
  });

  test('goes on where it stopped, when a function is killed between two of them', async () => {
    const { world, broad, carer, clientId } = await started();
    const noteId = text(await write(broad, clientId, anEntry()), 'noteId');
    const belongsTo = { kind: 'caseNote', id: noteId };
    const ids: string[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      world.clock.advance(1);
      const { attachmentId } = await sentIn(world, broad, clientId, await pdfOf(1), {
        belongsTo,
        serviceTasks: [],
      });
      ids.unshift(attachmentId);
    }
    const told = await broad.call('POST', `/v1/case-notes/clients/${clientId}/notes/${noteId}/correct`, {
      version: 1,
      body: {
        entry: anEntry({}, { socialServices: ['familyCounselling'] }),
        reason: { ground: 'erroneous', initiator: 'client', words: 'Palvelu puuttui.' },
      },
    });
    expect(told.status).toBe(200);
    let moves = 0;
    const { mend } = betweenStore(world.services, (call) => {
      if (call.name === 'TransactWriteCommand') moves += 1;
      if (call.name === 'TransactWriteCommand' && moves > 1) throw named('Killed');
      return call.send();
    });
    await world.drained();
    mend();
    expect((await listed(carer, clientId)).attachments).toHaveLength(1);
    expect(world.replay()).toBe(1);
    await world.drained();
    const { attachments } = await listed(carer, clientId);
    expect(attachments.map(({ attachmentId }) => attachmentId)).toEqual(ids);
    const names = (await logOf(world, clientId)).map(({ eventName }) => eventName);
    expect(names.filter((name) => name === 'AttachmentReclassed')).toHaveLength(3);
  });

  test('when it comes after its owner was corrected, it comes into the class that the owner has now', async () => {
    const { world, broad, carer, clientId } = await started();
    const documentId = await finished(broad, clientId);
    const inbox = { ...world.inbox };
    const held: Parameters<typeof inbox.receive>[0][] = [];
    world.inbox.receive = async (form) => void held.push(form);
    const { attachmentId } = await sentIn(world, broad, clientId, await pdfOf(1), {
      belongsTo: { kind: 'document', id: documentId },
      serviceTasks: [],
    });
    world.inbox.receive = (form) => inbox.receive(form);
    await corrected(broad, clientId, documentId, 1, { socialServices: ['familyCounselling'] });
    for (const form of held) await world.inbox.receive(form);
    await world.drained();
    expect((await listed(carer, clientId)).attachments).toMatchObject([{ attachmentId }]);
  });
});
