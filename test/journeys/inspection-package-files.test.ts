import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { AttachmentId } from '../../shared/kernel/id.ts';
import { attachmentAt, noise, pdfOf, sentIn, sha256Of } from '../support/attachments.ts';
import { linesOf } from '../support/dump.ts';
import { type Place, placeOf, REASON } from '../support/put-right.ts';
import { done, recorded, rulesOf } from '../support/subject-requests.ts';
import type { Told, Worker } from '../support/world.ts';

/** Tarkastuspaketti: the attached files, each gone through by a person, and the one download of it all. */

const BINARY = { headers: { accept: 'application/octet-stream' } };
const File = z.object({ mediaType: z.string(), bytes: z.number(), sha256: z.string() });
const Item = z.looseObject({ place: z.number(), id: z.string().optional(), file: File.optional() });
const Part = z.looseObject({ items: z.array(Item), sha256: z.string().optional() });
const Manifest = z.looseObject({
  parts: z.array(z.object({ part: z.number(), items: z.number(), files: z.number(), sha256: z.string() })),
  segments: z.number(),
  sha256: z.string(),
});

let place: Place;
let path: string;
let deliverer: Worker;
let picture: Uint8Array;
let long: Uint8Array;
let ids: { long: AttachmentId; picture: AttachmentId };
let at: { long: number; picture: number };

const versionOf = async (): Promise<number> =>
  Number((await place.head.call('GET', `${path}/package`)).json['version']);
const check = async (files: object): Promise<Told> =>
  place.head.call('POST', `${path}/package/parts/0/check`, { body: files, version: await versionOf() });
const release = async (): Promise<Told> =>
  place.head.call('POST', `${path}/package/release`, { version: await versionOf() });

beforeAll(async () => {
  place = await placeOf('L', 'management');
  const { world, worker, clientId, head, noteId } = place;
  deliverer = await world.worker('broadResponsibility');
  long = Buffer.concat(
    [Buffer.from('Kertomus. '), Buffer.from(noise(3_300_000)).toString('base64')].map((one) =>
      Buffer.from(one),
    ),
  );
  picture = await pdfOf(1);
  const text = { mediaType: 'text/plain', fileName: 'kertomus.txt', title: 'Pitkä kertomus' };
  const own = { belongsTo: { kind: 'caseNote', id: noteId }, serviceTasks: [] };
  const [first, second] = [
    await sentIn(world, worker, clientId, long, { ...text, ...own }),
    await sentIn(world, worker, clientId, picture),
  ];
  ids = { long: first.attachmentId, picture: second.attachmentId };
  path = await recorded(worker, clientId);
  await done(head, path, 'identity', { result: 'identityDocument' });
  expect((await head.call('POST', `${path}/package`)).json).toMatchObject({ parts: 1, more: false });
  const { items } = Part.parse((await head.call('GET', `${path}/package/parts/0`)).json);
  const placeAt = (id: string): number => items.find((item) => item.id === id)?.place ?? -1;
  at = { long: placeAt(ids.long), picture: placeAt(ids.picture) };
});

describe('attached files in the package of the right of inspection', () => {
  test('are opened by whoever goes through them, and each is given or left out on a ground that the decision names', async () => {
    const { head } = place;
    const part = await head.call('GET', `${path}/package/parts/0`);
    expect(part.json['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          place: at.long,
          belongsTo: place.noteId,
          flags: ['attachedFile'],
          file: { mediaType: 'text/plain', bytes: long.length, sha256: sha256Of(long) },
        }),
      ]),
    );
    for (const inner of ['objectName', 'fileKey']) expect(part.body).not.toContain(inner);
    const opened = await Promise.all(
      [1, 2].map((chunk) =>
        head.call('GET', `${path}/package/parts/0/files/${at.long}?chunk=${chunk}`, BINARY),
      ),
    );
    expect(sha256Of(Buffer.concat(opened.map(({ bytes }) => bytes ?? new Uint8Array())))).toBe(
      sha256Of(long),
    );

    expect(rulesOf(await check({}))).toEqual([422, 'subjectRequest.filesGoneThrough']);
    const twice = { files: [{ place: at.long }, { place: at.picture }, { place: 99 }] };
    expect(rulesOf(await check(twice))).toEqual([422, 'subjectRequest.filesOfPart']);
    const out = { files: [{ place: at.long }, { place: at.picture, withheld: 'othersRights' }] };
    expect((await check(out)).status).toBe(200);
    const delivery = { mode: 'onSite', deliverer: deliverer.userId };
    await done(head, path, 'decide', { outcome: 'granted', delivery });
    expect(rulesOf(await release())).toEqual([422, 'subjectRequest.withheldDecided']);
    const reasons = 'Todistus kertoo toisen henkilön terveydestä.';
    await done(head, path, 'decide', { outcome: 'partly', grounds: ['othersRights'], reasons, delivery });
    expect((await release()).status).toBe(200);
  });

  test('are opened at delivery by whom the decision names, and by no other worker; what was left out is named with its ground', async () => {
    const given = await deliverer.call('GET', `${path}/package/parts/0/given`);
    const { items } = Part.parse(given.json);
    expect(items[at.long]).toMatchObject({ file: { sha256: sha256Of(long) } });
    expect(items[at.picture]).toMatchObject({
      fileRefused: { ground: 'othersRights', provision: '1050/2018 34 §' },
    });
    expect(items[at.picture]).not.toHaveProperty('file');
    const file = (of: number) => `${path}/package/parts/0/files/${of}/given`;
    expect((await deliverer.call('GET', file(at.long), BINARY)).bytes?.length).toBe(4 * 1024 * 1024);
    expect((await deliverer.call('GET', file(at.picture), BINARY)).status).toBe(404);
    for (const what of [
      'parts/0/given',
      'manifest',
      'download?segment=0',
      `parts/0/files/${at.long}/given`,
    ]) {
      const told = await place.worker.call('GET', `${path}/package/${what}`, BINARY);
      expect(told, what).toMatchObject({ status: 403, json: { code: 'subjectRequest.otherDelivers' } });
    }
    // To go through a package, and to read the request, is the desk's.
    expect((await deliverer.call('GET', `${path}/package/parts/0`)).status).toBe(403);
    const lines = await linesOf(place.world.services);
    expect(
      lines.find(
        ({ eventName, outcome }) =>
          eventName === 'InspectionPackageFileGiven' && outcome.result === 'allowed',
      ),
    ).toMatchObject({
      userIdentity: { userId: deliverer.userId },
      resources: expect.arrayContaining([expect.objectContaining({ kind: 'attachment', id: ids.long })]),
    });
    const page = await deliverer.call('GET', `${path}/package/parts/0/print`);
    expect(page.body).toContain(sha256Of(long));
  });

  test('come with the data and the pages as one download, the same bytes each time, which its manifest proves', async () => {
    const manifest = Manifest.parse((await deliverer.call('GET', `${path}/package/manifest`)).json);
    const { sha256, ...rest } = manifest;
    expect(sha256Of(Buffer.from(canonicalJson(rest)))).toBe(sha256);
    const whole = await downloaded(manifest.segments);
    const inside = filesIn(whole);
    expect([...inside.keys()]).toEqual([
      'osa-001.json',
      'osa-001.pdf',
      `osa-001-liite-${three(at.long)}.txt`,
      'luettelo.json',
    ]);
    const data = Part.parse(JSON.parse(Buffer.from(inside.get('osa-001.json') ?? []).toString()));
    expect(manifest.parts).toEqual([{ part: 0, items: data.items.length, files: 1, sha256: data.sha256 }]);
    expect(sha256Of(Buffer.from(canonicalJson(data.items)))).toBe(data.sha256);
    const text = inside.get(`osa-001-liite-${three(at.long)}.txt`) ?? new Uint8Array();
    expect(sha256Of(text)).toBe(data.items[at.long]?.file?.sha256);
    expect(JSON.parse(Buffer.from(inside.get('luettelo.json') ?? []).toString())).toEqual(manifest);
    place.world.clock.advance(1);
    expect(sha256Of(await downloaded(manifest.segments))).toBe(sha256Of(whole));
    const beyond = `${path}/package/download?segment=${manifest.segments}`;
    expect((await deliverer.call('GET', beyond, BINARY)).status).toBe(404);
  });

  test('that were removed from the client’s file since are given to nobody', async () => {
    const { worker, clientId } = place;
    const file = attachmentAt(clientId, ids.long);
    const body = { reason: { ...REASON, ground: 'unnecessary' } };
    const version = Number((await worker.call('GET', file)).json['version']);
    const removed = await worker.call('POST', `${file}/remove`, { body, version });
    expect(removed.status, removed.body).toBe(200);
    const told = await deliverer.call('GET', `${path}/package/parts/0/files/${at.long}/given`, BINARY);
    expect(told).toMatchObject({ status: 409, json: { code: 'subjectRequest.fileGone' } });
  });
});

const three = (of: number): string => String(of + 1).padStart(3, '0');

async function downloaded(segments: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let segment = 0; segment < segments; segment += 1) {
    const told = await deliverer.call('GET', `${path}/package/download?segment=${segment}`, BINARY);
    expect(told.status, told.body).toBe(200);
    pieces.push(told.bytes ?? new Uint8Array());
  }
  return Buffer.concat(pieces);
}

/** What a reader of archives finds: names, lengths and contents by the headers alone (POSIX ustar). */
function filesIn(archive: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(archive);
  const found = new Map<string, Uint8Array>();
  let from = 0;
  while (bytes[from] !== 0) {
    const header = bytes.subarray(from, from + 512);
    const field = (start: number, end: number): string =>
      header.subarray(start, end).toString('ascii').replace(/\0.*$/, '');
    const sum = header.reduce((all, byte, index) => all + (index >= 148 && index < 156 ? 32 : byte), 0);
    expect([field(257, 263), Number.parseInt(field(148, 156), 8)]).toEqual(['ustar', sum]);
    const length = Number.parseInt(field(124, 136), 8);
    found.set(field(0, 100), bytes.subarray(from + 512, from + 512 + length));
    from += 512 + Math.ceil(length / 512) * 512;
  }
  expect(bytes.subarray(from)).toEqual(Buffer.alloc(1024));
  return found;
}
