import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  announced,
  attachmentAt,
  countyWithClient,
  partOf,
  pdfOf,
  post,
  sentIn,
  sha256Of,
  stateOf,
  wholeOf,
} from '../support/attachments.ts';

describe('an attachment that was wrong', () => {
  const reason = { ground: 'incomplete', initiator: 'ownInitiative', words: 'Toinen sivu puuttui.' };

  test('gets another file in its place, and the old one stays beside it with the ground', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const [first, second] = [await pdfOf(1), await pdfOf(2)];
    const { attachmentId } = await sentIn(world, worker, clientId, first);
    const at = attachmentAt(clientId, attachmentId);
    const { serviceTasks: _, ...said } = announced(second, { title: 'Koko todistus' });
    const told = await worker.call('POST', `${at}/replace`, { version: 1, body: { ...said, reason } });
    expect(told).toMatchObject({ status: 200, json: { attachmentId } });
    await post(world, worker, clientId, z.object({ uploadId: z.any() }).parse(told.json).uploadId, second);
    expect((await worker.call('GET', at)).json).toMatchObject({
      state: 'corrected',
      correction: 1,
      title: 'Koko todistus',
      pages: 2,
      reason: { words: 'Toinen sivu puuttui.', ground: 'incomplete' },
      version: 2,
    });
    expect(sha256Of(await wholeOf(worker, at, 1))).toBe(sha256Of(second));

    const keeper = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
    expect((await keeper.call('GET', `${at}/versions`)).json).toMatchObject({
      versions: [{ title: 'Lääkärintodistus', pages: 1, correction: 0 }],
    });
    expect(sha256Of(await wholeOf(keeper, `${at}/versions/0`, 1))).toBe(sha256Of(first));
    expect(await worker.call('GET', `${at}/versions`)).toMatchObject({ status: 403 });
  });

  test('is not replaced when it has changed meanwhile', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    const at = attachmentAt(clientId, attachmentId);
    const second = await pdfOf(2);
    const { serviceTasks: _, ...said } = announced(second);
    const told = await worker.call('POST', `${at}/replace`, { version: 1, body: { ...said, reason } });
    await worker.call('POST', `${at}/invalidate`, { version: 1, body: { reason } });
    const { uploadId } = z.object({ uploadId: z.any() }).parse(told.json);
    await post(world, worker, clientId, uploadId, second);
    expect(await stateOf(worker, clientId, uploadId)).toBe('refused changedMeanwhile');
    expect((await worker.call('GET', at)).json).toMatchObject({ state: 'invalidated', pages: 1 });
  });

  test('is invalidated and stays readable, or removed and leaves a mark without the file', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    const at = attachmentAt(clientId, attachmentId);
    expect(await worker.call('POST', `${at}/invalidate`, { version: 1, body: { reason } })).toMatchObject({
      status: 200,
    });
    expect(await partOf(worker, at)).toMatchObject({ status: 200 });
    expect(await worker.call('POST', `${at}/invalidate`, { version: 2, body: { reason } })).toMatchObject({
      status: 409,
      json: { code: 'attachment.isInvalidated' },
    });
    await worker.call('POST', `${at}/remove`, {
      version: 2,
      body: { reason: { ...reason, ground: 'unnecessary', words: 'Ei kuulu asiaan.' } },
    });
    await world.drained();
    const mark = await worker.call('GET', at);
    expect(mark.json).toMatchObject({
      state: 'removed',
      parts: 0,
      removedBy: { userId: worker.userId },
      reason: { words: 'Ei kuulu asiaan.' },
    });
    expect(mark.json).not.toHaveProperty('title');
    expect(await partOf(worker, at)).toMatchObject({ status: 409, json: { code: 'attachment.isMark' } });
    expect((await world.services.documents.list(world.controller, '')).objects).toEqual([]);
  });

  test('is marked by its sender, or by whom the controller lets correct', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    const other = await world.worker('broadResponsibility');
    const told = await other.call('POST', `${attachmentAt(clientId, attachmentId)}/remove`, {
      version: 1,
      body: { reason },
    });
    expect(told).toMatchObject({ status: 403, json: { code: 'note.notTheAuthor' } });
  });
});
