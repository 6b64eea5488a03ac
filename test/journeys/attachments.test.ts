import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { UploadId } from '../../shared/kernel/id.ts';
import {
  announced,
  attachmentAt,
  begun,
  countyWithClient,
  noise,
  partOf,
  pdfOf,
  post,
  sentIn,
  sha256Of,
  stateOf,
  wholeOf,
} from '../support/attachments.ts';
import { anEntry, logOf, newClient, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { text } from '../support/people.ts';
import { testWorld, type Worker } from '../support/world.ts';

const MB = 1024 * 1024;

describe('a scanned paper', () => {
  test('is sent in by a signed form and read back byte for byte, with its date, type and pages [K-10.5]', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const bytes = await pdfOf(3);
    const { uploadId, attachmentId } = await sentIn(world, worker, clientId, bytes, {
      documentDate: '2026-11-20',
    });
    expect(await stateOf(worker, clientId, uploadId)).toBe('kept');
    const at = attachmentAt(clientId, attachmentId);
    const told = await worker.call('GET', at);
    expect(told.json).toMatchObject({
      title: 'Lääkärintodistus',
      fileName: 'todistus.pdf',
      origin: 'scanned',
      documentDate: '2026-11-20',
      mediaType: 'application/pdf',
      bytes: bytes.length,
      pages: 3,
      parts: 1,
      scanned: true,
      sha256: sha256Of(bytes),
      state: 'kept',
      author: { name: 'Työntekijä Testi', post: 'sosiaalityöntekijä' },
      secrecy: { mark: 'secret' },
    });
    expect(told.body).not.toContain('fileKey');
    expect(await wholeOf(worker, at, 1)).toEqual(Buffer.from(bytes));
  });

  test('of many megabytes is read in parts that fit an answer', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const bytes = Buffer.from(Buffer.from(noise((9 * MB) / 2)).toString('hex'));
    const { attachmentId } = await sentIn(world, worker, clientId, bytes, { mediaType: 'text/plain' });
    const at = attachmentAt(clientId, attachmentId);
    expect((await worker.call('GET', at)).json).toMatchObject({ parts: 3 });
    const whole = await wholeOf(worker, at, 3);
    expect(sha256Of(whole)).toBe(sha256Of(bytes));
    expect(await partOf(worker, at, 4)).toMatchObject({ status: 404, json: { code: 'attachment.noPart' } });
  });

  test('leaves a line when it is announced, taken in and opened, and the one taken in by the system names the client', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    await partOf(worker, attachmentAt(clientId, attachmentId));
    const names = (await logOf(world, clientId)).map(({ eventName }) => eventName);
    for (const name of [
      'AttachmentUploadBegun',
      'AttachmentUploadFormOpened',
      'AttachmentKept',
      'AttachmentOpened',
    ]) {
      expect(names.filter((one) => one === name)).toHaveLength(1);
    }
  });

  test('of a case is listed with the case, and of an entry with the entry, whose class it has', async () => {
    const world = await testWorld();
    const arranger = await world.worker('broadResponsibility');
    const clientId = await newClient(world, arranger, { code: '010190-900P' });
    const caseId = await openedCase(world, arranger, clientId);
    const worker = await world.worker('implementing', {
      services: ['socialWork'],
      serviceTasks: ['families'],
    });
    const entry = anEntry({ entryType: 'therapeuticWork' }, { socialServices: ['socialWork'] });
    const noteId = text(await write(worker, clientId, entry), 'noteId');
    const ofCase = await sentIn(world, arranger, clientId, await pdfOf(1), { caseId });
    const ofNote = await sentIn(world, worker, clientId, await pdfOf(2), {
      serviceTasks: [],
      belongsTo: { kind: 'caseNote', id: noteId },
    });
    const listed = async (by: Worker, query: string) =>
      (await by.call('GET', `/v1/attachments/clients/${clientId}?${query}`)).json;
    expect(await listed(arranger, `caseId=${caseId}`)).toMatchObject({
      attachments: [{ attachmentId: ofCase.attachmentId, caseId }],
    });
    expect(await listed(worker, `noteId=${noteId}`)).toMatchObject({
      attachments: [{ attachmentId: ofNote.attachmentId, sensitivity: 'therapy' }],
    });
    expect(await listed(arranger, `noteId=${noteId}`)).toEqual({ clientId, attachments: [] });
  });
});

test('attachments that are announced in one millisecond keep the order in which they were announced', async () => {
  const { world, worker, clientId } = await countyWithClient();
  const caseId = await openedCase(world, worker, clientId);
  const announcedIds: string[] = [];
  const waiting: { uploadId: UploadId; bytes: Uint8Array }[] = [];
  for (let nth = 1; nth <= 6; nth += 1) {
    const bytes = Buffer.from(`Liite ${nth}`);
    const order = announced(bytes, { caseId, mediaType: 'text/plain', title: `Liite ${nth}` });
    const { uploadId, attachmentId } = await begun(worker, clientId, order);
    announcedIds.push(attachmentId);
    waiting.push({ uploadId, bytes });
  }
  // They come in another order than they were announced in.
  for (const { uploadId, bytes } of waiting.toReversed())
    await post(world, worker, clientId, uploadId, bytes);
  for (const query of ['', `?caseId=${caseId}`]) {
    const { json } = await worker.call('GET', `/v1/attachments/clients/${clientId}${query}`);
    const { attachments } = z
      .object({ attachments: z.array(z.object({ attachmentId: z.string() })) })
      .parse(json);
    expect(attachments.map(({ attachmentId }) => attachmentId)).toEqual(announcedIds.toReversed());
  }
});

describe('who reads an attachment', () => {
  test('is decided by its service task, service, kind and sensitivity', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const therapist = await world.worker('implementing', {
      services: ['socialWork'],
      serviceTasks: ['families'],
    });
    const therapy = await sentIn(world, therapist, clientId, await pdfOf(1), {
      sensitivity: 'therapy',
      socialServices: ['socialWork'],
    });
    const plain = await sentIn(world, worker, clientId, await pdfOf(1));
    const at = (id: typeof plain) => attachmentAt(clientId, id.attachmentId);
    expect(await therapist.call('GET', at(therapy))).toMatchObject({ status: 200 });
    expect(await worker.call('GET', at(therapy))).toMatchObject({ status: 404 });
    expect(await partOf(worker, at(therapy))).toMatchObject({ status: 404 });
    const told = await worker.call('GET', `/v1/attachments/clients/${clientId}`);
    expect(told.body).toContain(plain.attachmentId);
    expect(told.body).not.toContain(therapy.attachmentId);
  });
});
