import { beforeEach, describe, expect, test } from 'vitest';
import { newClient } from '../support/case-notes.ts';
import { act, askToOpen, openedCase } from '../support/cases.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import {
  type MergedPlace,
  marked,
  mergedPlace,
  NOT_NEEDED,
  RECTIFIED,
  RIGHT,
  WRONG,
} from '../support/merged-place.ts';
import { changedTo, restrictTo } from '../support/people.ts';
import { REASON } from '../support/put-right.ts';
import { found } from '../support/search.ts';
import { done, rulesOf, step } from '../support/subject-requests.ts';

/** What stands in a file that was merged into another is put right where it stands, without undoing the merge. */

let m: MergedPlace;
beforeEach(async () => {
  m = await mergedPlace();
});

describe('what is erroneous in a merged file', () => {
  test('is corrected where it stands: both versions are read, the right words are found, and both clients’ logs tell it', async () => {
    const path = await m.granted('rectification', [m.note()]);
    expect(rulesOf(await step(m.head, path, 'carried-out', { targets: [m.note()] }))).toEqual([
      422,
      'subjectRequest.putRight',
    ]);
    expect((await m.corrected(m.worker)).status).toBe(200);
    expect((await m.worker.call('GET', m.noteAt())).json).toMatchObject({
      state: 'corrected',
      content: { text: RIGHT },
      reason: { initiator: 'client' },
    });
    expect((await m.worker.call('GET', m.noteAt('/versions'))).json).toMatchObject({
      versions: [{ content: { text: WRONG } }],
    });
    expect([
      await found(m.worker, m.target, 'väsynyt'),
      await found(m.worker, m.target, 'päihtynyt'),
    ]).toEqual([[RIGHT], [WRONG]]);
    await done(m.head, path, 'carried-out', { targets: [m.note()] });
    expect((await m.head.call('GET', path)).json).toMatchObject({
      state: 'done',
      carriedOut: [{ target: { id: m.noteId }, what: 'corrected', version: 2 }],
    });
    const lines = await linesOf(m.world.services);
    for (const event of ['MergedNoteCorrected', 'SupersededMergedNotesRead', 'SubjectRequestCarriedOut']) {
      const line = lines.find(
        ({ eventName, outcome }) => eventName === event && outcome.result === 'allowed',
      );
      expect(line?.clients, event).toEqual([m.target, m.source]);
      const own = line?.resources.filter(({ kind }) => kind === 'caseNote');
      expect(new Set(own?.map(({ client }) => client)), event).toEqual(new Set([m.source]));
    }
  });

  test('went to somebody before the merge: who received it is listed, and is told once it was put right', async () => {
    const path = await m.granted('rectification', [m.note()]);
    expect((await m.corrected(m.worker)).status).toBe(200);
    await done(m.head, path, 'carried-out', { targets: [m.note()] });
    const recipients = async () => (await m.head.call('GET', `${path}/recipients`)).json['recipients'];
    expect(await recipients()).toMatchObject([{ disclosureId: m.disclosureId, sentOn: '2026-11-24' }]);
    await done(m.head, path, 'recipients/told', { disclosureIds: [m.disclosureId], toldOn: '2026-11-24' });
    expect(await recipients()).toMatchObject([{ disclosureId: m.disclosureId, toldOn: '2026-11-24' }]);
    const line = (await linesOf(m.world.services)).find(({ eventName }) => eventName === 'RecipientsListed');
    expect(line?.clients).toEqual([m.target, m.source]);
  });

  test('of a document is corrected, invalidated and removed in the same way, a version beside the other until it is removed', async () => {
    const path = await m.granted('erasure', [m.document()]);
    const written = { serviceTasks: ['families'], content: summaryOf(RIGHT) };
    const told = await marked(m.worker, m.documentAt(), 'correct', { document: written, reason: REASON });
    expect(told.status, told.body).toBe(200);
    expect((await m.worker.call('GET', m.documentAt())).body).toContain(RIGHT);
    expect((await m.worker.call('GET', m.documentAt('/versions'))).body).toContain(WRONG);
    const invalidated = await marked(m.worker, m.documentAt(), 'invalidate', { reason: REASON });
    expect(invalidated.status, invalidated.body).toBe(200);
    const removed = await marked(m.worker, m.documentAt(), 'remove', { reason: NOT_NEEDED });
    expect(removed.status, removed.body).toBe(200);
    await done(m.head, path, 'carried-out', { targets: [m.document()] });
    const left = await m.worker.call('GET', m.documentAt());
    expect(left.json).toMatchObject({ state: 'removed' });
    expect(left.body).not.toContain(RIGHT);
    expect(await found(m.worker, m.target, 'väsynyt')).toEqual([]);
  });

  test('is corrected by nobody who might not correct it in a file of its own, nor by its own address, nor after the merge is undone', async () => {
    const other = await m.world.worker('broadResponsibility', { unitIds: [m.world.units.adults] });
    const body = RECTIFIED;
    expect((await other.call('GET', m.noteAt())).status).toBe(403);
    expect(await other.call('POST', m.noteAt('/correct'), { body, version: 1 })).toMatchObject({
      json: { code: 'access.noTie' },
    });
    expect(
      await m.worker.call('POST', `/v1/case-notes/clients/${m.source}/notes/${m.noteId}/correct`, {
        body,
        version: 1,
      }),
    ).toMatchObject({ json: { code: 'client.merged' } });
    // A restricted file is there for its readers alone.
    const colleague = await m.world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
    await restrictTo(m.world, m.source, [m.worker.userId]);
    expect((await colleague.call('POST', m.noteAt('/correct'), { body, version: 1 })).status).toBe(404);
    expect((await m.corrected(m.worker)).status).toBe(200);
    await m.undo();
    expect((await m.worker.call('POST', m.noteAt('/correct'), { body, version: 2 })).status).toBe(404);
    // What was put right stays so in the file that stands by itself again.
    expect(
      (await m.worker.call('GET', `/v1/case-notes/clients/${m.source}/notes/${m.noteId}`)).json,
    ).toMatchObject({
      content: { text: RIGHT },
    });
  });

  test('of a document of two, one of whom was merged, is corrected by a tie to the one that remains', async () => {
    const sibling = await newClient(m.world, m.worker, { name: 'Sisarus Sanna' });
    const again = await newClient(m.world, m.worker, { name: 'Sisarus Sanni' });
    const caseId = await openedCase(m.world, m.worker, sibling, { otherClientIds: [again] });
    const draft = aDraft({ caseId, content: summaryOf(WRONG) });
    const shared = await finished(m.worker, sibling, draft, { draftVersion: 1, alsoOf: [again] });
    const closed = await act(m.worker, sibling, caseId, 'close', {
      closedOn: '2026-11-24',
      ground: 'needEnded',
    });
    expect(closed.status, closed.body).toBe(200);
    const kept = await newClient(m.world, m.worker, { name: 'Sisarus Susanna' });
    expect((await changedTo(m.worker, again, '/merge', { into: kept })).status).toBe(200);
    const body = { document: { serviceTasks: ['families'], content: summaryOf(RIGHT) }, reason: REASON };
    const path = `/v1/documents/clients/${sibling}/documents/${shared}`;
    const told = await m.worker.call('POST', `${path}/correct`, { version: 1, body });
    expect(told.status, told.body).toBe(200);
    const there = await m.worker.call(
      'GET',
      `/v1/documents/clients/${kept}/merged/${again}/documents/${shared}`,
    );
    expect(there.body).toContain(RIGHT);
    // Nothing new is written into a file that was merged.
    const opening = await askToOpen(m.world, m.worker, sibling, { otherClientIds: [again] });
    expect(opening.json).toMatchObject({ code: 'client.merged' });
  });
});
