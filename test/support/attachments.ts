import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as z from 'zod';
import { AttachmentId, type ClientId, UploadId } from '../../shared/kernel/id.ts';
import { newClient } from './case-notes.ts';
import { type Told, testWorld, type Worker, type World } from './world.ts';

/** Attachments as workers send them in over the API. */

/** A worker of the families' unit, and a client of the worker's own. */
export async function countyWithClient(): Promise<{ world: World; worker: Worker; clientId: ClientId }> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  return { world, worker, clientId: await newClient(world, worker) };
}

/** A PDF of so many empty pages; `bytes` makes it at least so long. */
export async function pdfOf(pages: number, bytes = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([200, 200]);
  if (bytes > 0) await document.attach(noise(bytes), 'noise.bin');
  return document.save();
}

/** Bytes that do not compress, the same each time. */
export function noise(length: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  for (let at = 0, block = 0; at < length; at += 32, block += 1) {
    createHash('sha256').update(String(block)).digest().copy(bytes, at);
  }
  return bytes;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a worker says of a file. */
export const announced = (bytes: Uint8Array, more: Record<string, unknown> = {}) => ({
  title: 'Lääkärintodistus',
  fileName: 'todistus.pdf',
  origin: 'scanned',
  mediaType: 'application/pdf',
  bytes: bytes.length,
  sha256: sha256Of(bytes),
  serviceTasks: ['families'],
  ...more,
});

const Begun = z.object({ uploadId: UploadId, attachmentId: AttachmentId });
export type Begun = z.infer<typeof Begun>;

export const askToUpload = (worker: Worker, clientId: ClientId, order: unknown): Promise<Told> =>
  worker.call('POST', `/v1/attachments/clients/${clientId}/uploads`, { body: order });

export async function begun(worker: Worker, clientId: ClientId, order: unknown): Promise<Begun> {
  const told = await askToUpload(worker, clientId, order);
  if (told.status !== 201) throw new Error(`not begun: ${told.body ?? ''}`);
  return Begun.parse(told.json);
}

const Form = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });

/** The form as a front end sends it: the fields as they were given, then the file. */
export function formWith(fields: Readonly<Record<string, string>>, bytes: Uint8Array): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'todistus.pdf');
  return form;
}

export async function formOf(worker: Worker, clientId: ClientId, uploadId: UploadId): Promise<Told> {
  return worker.call('GET', `/v1/attachments/clients/${clientId}/uploads/${uploadId}/form`);
}

/** Posts the bytes under the form of the upload, and waits until they were taken in. */
export async function post(
  world: World,
  worker: Worker,
  clientId: ClientId,
  uploadId: UploadId,
  bytes: Uint8Array,
): Promise<void> {
  const { fields } = Form.parse((await formOf(worker, clientId, uploadId)).json);
  await world.inbox.receive(formWith(fields, bytes));
  await world.drained();
}

/** Sends a file in from its announcement to its end. @returns the ids; whether it was kept is asked with `stateOf`. */
export async function sentIn(
  world: World,
  worker: Worker,
  clientId: ClientId,
  bytes: Uint8Array,
  more: Record<string, unknown> = {},
): Promise<Begun> {
  const ids = await begun(worker, clientId, announced(bytes, more));
  await post(world, worker, clientId, ids.uploadId, bytes);
  return ids;
}

/** How the upload fares: `kept`, or `refused infected`. */
export async function stateOf(worker: Worker, clientId: ClientId, uploadId: UploadId): Promise<string> {
  const { json } = await worker.call('GET', `/v1/attachments/clients/${clientId}/uploads/${uploadId}`);
  const { state, fault } = z.object({ state: z.string(), fault: z.string().optional() }).parse(json);
  return fault === undefined ? state : `${state} ${fault}`;
}

export const attachmentAt = (clientId: ClientId, attachmentId: AttachmentId): string =>
  `/v1/attachments/clients/${clientId}/attachments/${attachmentId}`;

export const partOf = (worker: Worker, at: string, part = 1): Promise<Told> =>
  worker.call('GET', `${at}/content?part=${part}`, { headers: { accept: 'application/octet-stream' } });

/** The whole file, its parts put together. */
export async function wholeOf(worker: Worker, at: string, parts: number): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for (let part = 1; part <= parts; part += 1) {
    const told = await partOf(worker, at, part);
    if (told.bytes === undefined) throw new Error(`no part ${part}: ${told.body ?? ''}`);
    read.push(told.bytes);
  }
  return Buffer.concat(read);
}
