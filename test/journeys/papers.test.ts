import { describe, expect, test } from 'vitest';
import { pdfOf, sentIn } from '../support/attachments.ts';
import { anEntry, logOf, newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { askForFolder, askToFile, filed, folderOf, paperAt, paperBody } from '../support/papers.ts';
import { text } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

type Letter = keyof typeof PROFILES;

async function officeOf(letter: Letter, place: string) {
  const world = await worldOf(PROFILES[letter]);
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const folderId = await folderOf(world, worker, { place });
  return { world, worker, clientId, folderId };
}

const PLACES: Record<Letter, string> = {
  U: 'Toimintayksikön lukitut tilat',
  J: PROFILES.J.paper.locations[0] ?? '',
  L: PROFILES.L.paper.locations[0] ?? '',
  H: 'Perheneuvolan arkistokaappi',
  K: 'Lukitut tilat, asiakaskohtaiset kansiot',
};
const seen = async (worker: Worker, at: string) => (await worker.call('GET', at)).json;

describe('where paper stands', () => {
  async function placeIs(letter: Letter): Promise<void> {
    const { world, worker, clientId, folderId } = await officeOf(letter, PLACES[letter]);
    const paperId = await filed(worker, clientId, paperBody(world, folderId));
    expect(await seen(worker, paperAt(clientId, paperId))).toMatchObject({
      state: 'filed',
      folderId,
      unitId: world.units.families,
      sheets: 2,
    });
    expect(await seen(worker, `/v1/papers/units/${world.units.families}/folders`)).toMatchObject({
      folders: [{ folderId, place: PLACES[letter], locked: true, label: 'Perheet A–K' }],
    });
  }

  test('in Uusikaupunki is the locked premises of the unit where it was made [U-9.1]', () => placeIs('U'));
  test('in Joutsa is a locked cabinet [J-7.3]', () => placeIs('J'));
  test('in Loimaa is the narrative archive or a locked archive room of a work-point [L-9.14]', async () => {
    for (const place of PROFILES.L.paper.locations) {
      const { world, worker, folderId } = await officeOf('L', place);
      expect(await seen(worker, `/v1/papers/units/${world.units.families}/folders`)).toMatchObject({
        folders: [{ folderId, place }],
      });
    }
    expect(PROFILES.L.paper.locations).toHaveLength(2);
  });
  test('in Huittinen is said by the unit, for its notice says only that there is paper', () => placeIs('H'));
  test('in Keski-Uusimaa is a locked room with folders of single clients, from which it is archived [K-13.21]', async () => {
    await placeIs('K');
    const { world, worker, clientId } = await officeOf('K', PLACES.K);
    const folderId = await folderOf(world, worker, { place: PLACES.K, forClient: clientId });
    const paperId = await filed(worker, clientId, paperBody(world, folderId));
    const at = paperAt(clientId, paperId);
    await worker.call('POST', `${at}/end`, { version: 1, body: { how: 'archived', on: '2026-11-24' } });
    expect(await seen(worker, at)).toMatchObject({ state: 'archived', endedOn: '2026-11-24' });
  });

  test.each(['U', 'J', 'L', 'K'] as const)('is none that the settings of %s do not name', async (letter) => {
    const world = await worldOf(PROFILES[letter]);
    const worker = await world.worker('broadResponsibility');
    expect(await askForFolder(world, worker, { place: 'Autotalli' })).toMatchObject({
      status: 422,
      json: { code: 'paper.noSuchPlace' },
    });
  });

  test('is nowhere for a controller that says it has no paper', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    expect(await askForFolder(world, worker)).toMatchObject({
      status: 409,
      json: { code: 'paper.notKept' },
    });
  });
});

describe('a folder of one client', () => {
  test('takes that child’s papers and no other’s, and the system says whose it is [K-10.6]', async () => {
    const { world, worker, clientId } = await officeOf('K', PLACES.K);
    const other = await newClient(world, worker, { name: 'Toinen Lapsi' });
    const akti = await folderOf(world, worker, {
      place: 'Paperiarkisto',
      label: 'Akti',
      forClient: clientId,
    });
    await filed(worker, clientId, paperBody(world, akti));
    expect(await askToFile(worker, other, paperBody(world, akti))).toMatchObject({
      status: 409,
      json: { code: 'paper.othersFolder' },
    });
    expect(await seen(worker, `/v1/papers/units/${world.units.families}/folders`)).toMatchObject({
      folders: expect.arrayContaining([expect.objectContaining({ folderId: akti, clientId })]),
    });
  });

  test('holds prints of what is in the system, marked as filed there [J-7.2]', async () => {
    const { world, worker, clientId } = await officeOf('J', PLACES.J);
    const own = await folderOf(world, worker, { place: PLACES.J, forClient: clientId });
    const noteId = text(await write(worker, clientId, anEntry()), 'noteId');
    const print = { what: 'print', of: { kind: 'caseNote', id: noteId }, serviceTasks: [], title: 'Kirjaus' };
    const paperId = await filed(worker, clientId, paperBody(world, own, print));
    expect(await seen(worker, paperAt(clientId, paperId))).toMatchObject({
      what: 'print',
      of: { kind: 'caseNote', id: noteId },
      kind: 'caseNote',
      serviceTasks: ['families'],
      folderId: own,
    });
  });

  test('is not set up for a client to whom nothing ties the worker', async () => {
    const { world, clientId } = await officeOf('K', PLACES.K);
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const told = await stranger.call('POST', `/v1/papers/units/${world.units.adults}/folders`, {
      body: { place: PLACES.K, locked: true, label: 'Akti', forClient: clientId },
    });
    expect(told).toMatchObject({ status: 403, json: { code: 'access.noTie' } });
  });
});

describe('the original of a scanned paper', () => {
  test('is registered beside its scan, with its class, mark of secrecy and rule of access [U-11.12]', async () => {
    const { world, worker, clientId, folderId } = await officeOf('U', PLACES.U);
    const giver = await world.worker('implementing', {
      services: ['socialWork'],
      serviceTasks: ['families'],
    });
    const { attachmentId } = await sentIn(world, giver, clientId, await pdfOf(1), {
      sensitivity: 'therapy',
      socialServices: ['socialWork'],
    });
    const original = { what: 'original', of: { kind: 'attachment', id: attachmentId }, serviceTasks: [] };
    expect(await askToFile(worker, clientId, paperBody(world, folderId, original))).toMatchObject({
      status: 422,
      json: { code: 'paper.noOwner' },
    });
    const paperId = await filed(giver, clientId, paperBody(world, folderId, original));
    expect(await seen(giver, paperAt(clientId, paperId))).toMatchObject({
      sensitivity: 'therapy',
      secrecy: { mark: 'secret', fi: 'Salassa pidettävä' },
    });
    expect(await worker.call('GET', paperAt(clientId, paperId))).toMatchObject({ status: 404 });
    expect(await seen(worker, `/v1/papers/clients/${clientId}`)).toEqual({ papers: [] });
  });
});

describe('a paper on its way', () => {
  async function paperOf(world: World, worker: Worker) {
    const clientId = await newClient(world, worker);
    const folderId = await folderOf(world, worker);
    const paperId = await filed(worker, clientId, paperBody(world, folderId));
    return { clientId, folderId, paperId, at: paperAt(clientId, paperId) };
  }

  test('is lent until a day, found late, returned, moved, and marked when it is gone', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const { clientId, folderId, paperId, at } = await paperOf(world, worker);
    const loan = { lentTo: worker.userId, dueOn: '2026-11-25' };
    await worker.call('POST', `${at}/lend`, { version: 1, body: loan });
    const folder = `/v1/papers/units/${world.units.families}/folders/${folderId}/items`;
    expect(await seen(worker, folder)).toMatchObject({
      papers: [{ paperId, clientId, ...loan, late: false, client: { family: 'Esimerkki' } }],
    });
    world.clock.advance(3 * 24 * 60);
    expect(await seen(worker, folder)).toMatchObject({ papers: [{ late: true }] });
    expect(
      await worker.call('POST', `${at}/lend`, { version: 2, body: { ...loan, dueOn: '2026-12-24' } }),
    ).toMatchObject({ status: 409, json: { code: 'paper.wrongState' } });
    await worker.call('POST', `${at}/return`, { version: 2 });
    const elsewhere = await folderOf(world, worker, { label: 'Perheet L–Ö' });
    const to = { unitId: world.units.families, folderId: elsewhere };
    expect(await worker.call('POST', `${at}/move`, { version: 3, body: to })).toMatchObject({ status: 200 });
    expect(await seen(worker, folder)).toEqual({ papers: [] });
    await worker.call('POST', `${at}/end`, { version: 4, body: { how: 'destroyed', on: '2026-11-27' } });
    expect(await seen(worker, at)).toMatchObject({
      state: 'destroyed',
      endedOn: '2026-11-27',
      steps: [
        { what: 'filed' },
        { what: 'lent' },
        { what: 'returned' },
        { what: 'moved', folderId: elsewhere },
        { what: 'destroyed', by: worker.userId },
      ],
    });
    expect(await worker.call('POST', `${at}/move`, { version: 5, body: to })).toMatchObject({ status: 409 });
    const names = (await logOf(world, clientId)).map(({ eventName }) => eventName);
    expect(names).toEqual(expect.arrayContaining(['PaperFiled', 'PaperLent', 'PaperMoved', 'PaperEnded']));
  });

  test('is lent only to those named for its folder, and to a day that comes', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const { folderId, at } = await paperOf(world, worker);
    const folder = `/v1/papers/units/${world.units.families}/folders/${folderId}`;
    const place = { place: PLACES.U, locked: true, takers: [worker.userId] };
    await worker.call('PUT', folder, { version: 1, body: place });
    const other = await world.worker('broadResponsibility');
    const lend = (lentTo: string, dueOn: string) =>
      worker.call('POST', `${at}/lend`, { version: 1, body: { lentTo, dueOn } });
    expect(await lend(other.userId, '2026-12-01')).toMatchObject({ json: { code: 'paper.notATaker' } });
    expect(await lend(worker.userId, '2026-11-01')).toMatchObject({ json: { code: 'paper.notValid' } });
    expect(await lend(worker.userId, '2026-12-01')).toMatchObject({ status: 200 });
  });

  test('stands in no list of a unit that is not the worker’s', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const { folderId } = await paperOf(world, worker);
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const unit = `/v1/papers/units/${world.units.families}/folders`;
    expect(await stranger.call('GET', unit)).toMatchObject({ status: 403 });
    expect(await stranger.call('GET', `${unit}/${folderId}/items`)).toMatchObject({ status: 403 });
  });
});
