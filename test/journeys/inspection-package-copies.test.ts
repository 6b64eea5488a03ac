import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { besidesFileOfClient, objectOf } from '../../shared/domain/stores/walk.ts';
import { attachmentAt, formWith, partOf, pdfOf, sentIn, sha256Of } from '../support/attachments.ts';
import { openedCase } from '../support/cases.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { done as told } from '../support/matters.ts';
import { type Place, placeOf } from '../support/put-right.ts';
import { done, recorded, rulesOf } from '../support/subject-requests.ts';
import type { Told, Worker } from '../support/world.ts';

/** Tarkastuspaketti: a copy from which a person took out what is another's goes in the place of an attached file. */

const BINARY = { headers: { accept: 'application/octet-stream' } };
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', 'H+H*'].join('$');
const Form = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });
const Item = z.looseObject({ place: z.number(), kind: z.string(), id: z.string().optional() });

let place: Place;
let path: string;
let picture: Uint8Array;
let masked: Uint8Array;
let at: number;
let attachment: string;
let copyId: string;

const copiesAt = (rest = ''): string => `${path}/package/parts/0/files/${at}/copies${rest}`;
const orderOf = (bytes: Uint8Array, more: object = {}) => ({
  mediaType: 'application/pdf',
  bytes: bytes.length,
  sha256: sha256Of(bytes),
  ...more,
});
/** Announced, posted under its form and taken in. */
async function made(bytes: Uint8Array, more: object = {}): Promise<string> {
  const begun = await place.head.call('POST', copiesAt(), { body: orderOf(bytes, more) });
  expect(begun.status, begun.body).toBe(201);
  const id = String(begun.json['copyId']);
  const { fields } = Form.parse((await place.head.call('GET', copiesAt(`/${id}/form`))).json);
  await place.world.inbox.receive(formWith(fields, bytes));
  await place.world.drained();
  return id;
}
const stateOf = async (id: string, by: Worker = place.head): Promise<Told['json']> =>
  (await by.call('GET', copiesAt(`/${id}`))).json;
const check = async (body: object): Promise<Told> =>
  place.head.call('POST', `${path}/package/parts/0/check`, {
    body,
    version: Number((await place.head.call('GET', `${path}/package`)).json['version']),
  });

beforeAll(async () => {
  place = await placeOf('L', 'management');
  const { world, worker, clientId, head } = place;
  [picture, masked] = [await pdfOf(2), await pdfOf(1)];
  const caseId = await openedCase(world, worker, clientId);
  const { attachmentId } = await sentIn(world, worker, clientId, picture, { caseId });
  attachment = attachmentAt(clientId, attachmentId);
  path = await recorded(worker, clientId);
  await done(head, path, 'identity', { result: 'identityDocument' });
  expect((await head.call('POST', `${path}/package`)).json).toMatchObject({ parts: 1, more: false });
  const part = await head.call('GET', `${path}/package/parts/0`);
  at =
    z
      .array(Item)
      .parse(part.json['items'])
      .find(({ id }) => id === attachmentId)?.place ?? -1;
});

test('a copy comes in as attachments do: scanned, of the type it was called, by whoever handles the request alone', async () => {
  const { head, worker } = place;
  expect((await worker.call('POST', copiesAt(), { body: orderOf(masked) })).status).toBe(403);
  const tooLong = await head.call('POST', copiesAt(), { body: orderOf(masked, { bytes: 900_000_000 }) });
  expect(tooLong).toMatchObject({ status: 422, json: { code: 'attachment.notValid' } });
  const infected = await made(Buffer.from(EICAR), { mediaType: 'text/plain' });
  expect(await stateOf(infected)).toMatchObject({ state: 'refused', fault: 'infected' });
  expect(await stateOf(await made(masked, { mediaType: 'image/png' }))).toMatchObject({ fault: 'wrongType' });
  copyId = await made(masked);
  expect(await stateOf(copyId)).toMatchObject({ state: 'kept' });
  const other = await place.world.worker('management', {
    unitIds: [],
    specialRights: ['handleDataRequests'],
  });
  expect((await other.call('GET', copiesAt(`/${copyId}`))).status).toBe(404);
  const part = await head.call('GET', `${path}/package/parts/0`);
  expect(part.json['copies']).toEqual([
    expect.objectContaining({ copyId, place: at, sha256: sha256Of(masked), bytes: masked.length }),
  ]);
  const opened = await head.call('GET', `${path}/package/parts/0/files/${at}?copyId=${copyId}`, BINARY);
  expect(sha256Of(opened.bytes ?? new Uint8Array())).toBe(sha256Of(masked));
});

test('the copy goes in the place of the file, on a ground that the decision names and the package says; the file itself stays', async () => {
  const { head, worker } = place;
  // Another that the package does not come to give.
  await made(masked);
  const redacted = { copyId, ground: 'othersRights' };
  const strange = { files: [{ place: at, redacted: { ...redacted, copyId: '01KBN4PZ0000000000000000ZZ' } }] };
  expect(rulesOf(await check(strange))).toEqual([422, 'subjectRequest.copyOfFile']);
  const both = { files: [{ place: at, withheld: 'othersRights', redacted }] };
  expect(rulesOf(await check(both))).toEqual([422, 'subjectRequest.filesOfPart']);
  const files = [{ place: at, redacted }];
  expect((await check({ files })).status).toBe(200);
  const delivery = { mode: 'copy' };
  await done(head, path, 'decide', { outcome: 'granted', delivery });
  const release = async () =>
    head.call('POST', `${path}/package/release`, {
      version: Number((await head.call('GET', `${path}/package`)).json['version']),
    });
  expect(rulesOf(await release())).toEqual([422, 'subjectRequest.withheldDecided']);
  const reasons = 'Todistuksen toinen sivu kertoo toisen henkilön terveydestä.';
  await done(head, path, 'decide', { outcome: 'partly', grounds: ['othersRights'], reasons, delivery });
  expect((await release()).status).toBe(200);

  const given = await head.call('GET', `${path}/package/parts/0/given`);
  const items = z.array(Item).parse(given.json['items']);
  expect(items[at]).toMatchObject({
    file: { sha256: sha256Of(masked), bytes: masked.length },
    fileRedacted: { ground: 'othersRights', provision: '1050/2018 34 §' },
  });
  expect(given.body).not.toContain(sha256Of(picture));
  const file = await head.call('GET', `${path}/package/parts/0/files/${at}/given`, BINARY);
  expect(sha256Of(file.bytes ?? new Uint8Array())).toBe(sha256Of(masked));
  const page = await head.call('GET', `${path}/package/parts/0/print`);
  expect(page.body).toContain('Tiedostosta on poistettu kohtia');
  const manifest = await head.call('GET', `${path}/package/manifest`);
  const pieces: Uint8Array[] = [];
  for (let segment = 0; segment < Number(manifest.json['segments']); segment += 1) {
    const piece = await head.call('GET', `${path}/package/download?segment=${segment}`, BINARY);
    pieces.push(piece.bytes ?? new Uint8Array());
  }
  const whole = Buffer.concat(pieces);
  expect([whole.includes(Buffer.from(masked)), whole.includes(Buffer.from(picture))]).toEqual([true, false]);
  expect(sha256Of((await partOf(worker, attachment)).bytes ?? new Uint8Array())).toBe(sha256Of(picture));
  // Released, it takes no other copy.
  expect((await head.call('POST', copiesAt(), { body: orderOf(masked) })).status).toBe(409);
  const line = (await linesOf(place.world.services)).findLast(
    ({ eventName, changedFields }) =>
      eventName === 'AttachmentKept' && changedFields?.includes('redactedFile'),
  );
  expect(line?.clients).toEqual([place.clientId]);
});

const storedCopies = async () =>
  (await dumpOf(place.world.services, 'records'))
    .filter(({ entity }) => entity === 'redactedFile')
    .map((item) => ({ copyId: item['copyId'], objectName: String(item['objectName']) }));
const isStored = async (name: string): Promise<boolean> => {
  const { services, controller } = place.world;
  const { objects } = await services.documents.list(controller, name);
  return objects.length > 0;
};

test('a copy that the package does not give ends when the request is answered, and what was given stays', async () => {
  const { head, world } = place;
  const before = await storedCopies();
  const unused = before.filter((one) => one.copyId !== copyId);
  expect([before.length, unused.length]).toEqual([2, 1]);
  await done(head, path, 'deliver', { on: '2026-11-24', mode: 'copy' });
  await world.drained();
  const after = await storedCopies();
  expect(after.map((one) => one.copyId)).toEqual([copyId]);
  expect(await Promise.all(unused.map(({ objectName }) => isStored(objectName)))).toEqual([false]);
  expect(await Promise.all(after.map(({ objectName }) => isStored(objectName)))).toEqual([true]);
  const file = await head.call('GET', `${path}/package/parts/0/files/${at}/given`, BINARY);
  expect(sha256Of(file.bytes ?? new Uint8Array())).toBe(sha256Of(masked));
});

test('of a request that is withdrawn no copy stays, however many there are; the file itself does', async () => {
  const { head, worker, clientId, world } = place;
  const answered = path;
  path = await recorded(worker, clientId);
  await done(head, path, 'identity', { result: 'identityDocument' });
  expect((await head.call('POST', `${path}/package`)).status).toBe(201);
  for (let count = 0; count < 20; count += 1) await made(masked);
  const names = (await storedCopies()).filter((one) => one.copyId !== copyId);
  expect(names).toHaveLength(20);
  expect((await head.call('POST', copiesAt(), { body: orderOf(masked) })).status).toBe(409);
  await done(head, path, 'withdraw');
  await world.drained();
  path = answered;
  expect((await storedCopies()).map((one) => one.copyId)).toEqual([copyId]);
  expect(await Promise.all(names.map(({ objectName }) => isStored(objectName)))).toEqual(
    names.map(() => false),
  );
  expect(sha256Of((await partOf(worker, attachment)).bytes ?? new Uint8Array())).toBe(sha256Of(picture));
});

test('it is no attachment of the file: not listed, in no later package, and given no more once the file was removed', async () => {
  const { head, worker, clientId, world } = place;
  const listed = await worker.call('GET', `/v1/attachments/clients/${clientId}`);
  expect(listed.json['attachments']).toHaveLength(1);
  const again = await recorded(worker, clientId);
  expect((await head.call('POST', `${again}/package`)).status).toBe(201);
  const part = await head.call('GET', `${again}/package/parts/0`);
  const kinds = z.array(Item).parse(part.json['items']);
  expect(kinds.filter(({ kind }) => kind === 'attachment')).toHaveLength(1);
  expect(kinds.map(({ kind }) => kind)).not.toContain('redactedFile');
  const body = { reason: { ground: 'unnecessary', initiator: 'client', words: 'Ei tarpeen.' } };
  const version = Number((await worker.call('GET', attachment)).json['version']);
  told(await worker.call('POST', `${attachment}/remove`, { body, version }));
  const file = await head.call('GET', `${path}/package/parts/0/files/${at}/given`, BINARY);
  expect(file).toMatchObject({ status: 409, json: { code: 'subjectRequest.fileGone' } });
  const stored = (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'redactedFile');
  expect(stored).toHaveLength(1);
  // Disposal finds it and its sealed file with what was asked by the client.
  const where = { services: world.services, actor: { controller: world.controller } };
  const objects: unknown[] = [];
  for await (const found of besidesFileOfClient(where, clientId)) objects.push(objectOf(found)?.objectName);
  expect(objects).toContain(stored[0]?.['objectName']);
});
