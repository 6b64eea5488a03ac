import { expect, test } from 'vitest';
import * as z from 'zod';
import { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { sentIn, sha256Of } from '../support/attachments.ts';
import { newClient, write } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { changedTo, inventedCode, restrictTo } from '../support/people.ts';
import { scanOf } from '../support/pictures.ts';
import { asPage } from '../support/prints.ts';
import { saying, search } from '../support/search.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const DAY = 24 * 60;
const CODE = inventedCode(LocalDate.parse('1980-05-05'));
/** A letter to an authority, with where the client lives. */
const LETTER = aDraft({
  definitionOid: '1.2.246.537.6.1506.4021.2023.2.28',
  content: {
    sosiaalihuollon_ilmoitus_toiselle_viranomaiselle: {
      vastaanottaja: { organisaation_nimi: 'Poliisilaitos' },
      asiakas: [{ yhteystiedot: { osoite: [{ lahiosoite: 'Keksittykatu 1' }] } }],
      kuvaus_asiakkaan_tilanteesta_ja_tuen_tarpeista: 'Kirje viranomaiselle.',
      ilmoituksen_tekemiseen_on_asiakkaan_suostumus: true,
      ilmoittaja: { sukunimi: 'Laaja', etunimet: 'Leena' },
    },
  },
});
const MOVED = summaryOf('Perhe sai muuttoavustusta.');

type BeforeMerge = { world: World; worker: Worker; source: ClientId; documentId: string };

/** The same person recorded twice: written of in both files, the one merged into the other two days later. */
async function mergedFiles(before: (made: BeforeMerge) => Promise<void> = () => Promise.resolve()) {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  const source = await newClient(world, worker, { name: 'Virtanen Liisa', code: CODE });
  const target = await newClient(world, worker, { name: 'Wirtanen Elisabet' });
  const at = (hour: number) => ({ eventAt: `2026-11-23T0${hour}:00:00.000Z` });
  await write(worker, target, saying('Perhe muutti taloon.', at(6)));
  await write(worker, source, saying('Perhe muutti pois.', at(7)));
  await write(worker, target, saying('Perhe palasi.', at(8)));
  const documentId = await finished(worker, source, aDraft({ content: MOVED }));
  const caseId = await openedCase(world, worker, source, { name: 'Muutto' });
  world.clock.advance(DAY);
  await act(worker, source, caseId, 'close', { closedOn: '2026-11-25', ground: 'needEnded' });
  await before({ world, worker, source, documentId });
  world.clock.advance(DAY);
  const told = await changedTo(worker, source, '/merge', { into: target });
  expect(told.status, told.body).toBe(200);
  return { world, worker, source, target, caseId, documentId };
}

const Hits = z.object({
  mergedFrom: z.array(ClientId),
  hits: z.array(z.looseObject({ passage: z.string(), mergedClientId: z.string().optional() })),
  next: z.string().optional(),
});
const hitsOf = async (worker: Worker, clientId: string, body: Record<string, unknown>) =>
  Hits.parse((await search(worker, clientId, body)).json);

test('a search, a timeline and a look at a past day go through the files merged into the one that is asked', async () => {
  const { world, worker, source, target, caseId } = await mergedFiles();
  const first = await hitsOf(worker, target, { words: 'perhe', limit: 3 });
  const rest = await hitsOf(worker, target, { words: 'perhe', limit: 3, cursor: first.next });
  expect([...first.hits, ...rest.hits].map((one) => [one.passage, one.mergedClientId])).toEqual([
    ['Perhe sai muuttoavustusta.', source],
    ['Perhe palasi.', undefined],
    ['Perhe muutti pois.', source],
    ['Perhe muutti taloon.', undefined],
  ]);
  expect([first.mergedFrom, rest.next]).toEqual([[source], undefined]);

  const Lines = z.object({
    mergedFrom: z.array(z.string()),
    lines: z.array(z.looseObject({ mergedClientId: z.string().optional() })),
  });
  const at = `/v1/client-file/${target}`;
  const timeline = Lines.parse((await worker.call('GET', `${at}/timeline`)).json);
  expect(timeline.lines.map((one) => one.mergedClientId)).toEqual([source, undefined, source, undefined]);
  const then = await worker.call('GET', `${at}/as-of/timeline?on=2026-11-24`);
  expect(then.json).toMatchObject({
    mergedFrom: [source],
    lines: [{ line: { mergedClientId: source } }, {}, { line: { mergedClientId: source } }, {}],
  });
  const asOf = async (day: number) => (await worker.call('GET', `${at}/as-of?on=2026-11-${day}`)).json;
  expect(await asOf(24)).toMatchObject({
    mergedFrom: [source],
    cases: [{ caseId, name: 'Muutto', state: 'open', mergedClientId: source }],
  });
  expect(await asOf(25)).toMatchObject({ cases: [] });

  const lines = await linesOf(world.services);
  for (const event of ['FileSearched', 'TimelineRead', 'TimelineReadAsOf', 'FileReadAsOf']) {
    expect(lines.find(({ eventName }) => eventName === event)?.clients, event).toEqual([target, source]);
  }
  const shown = lines
    .filter(({ eventName }) => eventName === 'FileSearched')
    .flatMap(({ resources }) => resources)
    .filter(({ kind }) => kind === 'caseNote');
  expect(shown.map(({ client }) => String(client)).toSorted()).toEqual(
    [source, target, target].map(String).toSorted(),
  );
});

test('of a merged file nobody is shown more than of a file of its own, and nothing once the merge is undone', async () => {
  const { world, worker, source, target } = await mergedFiles();
  const elsewhere = await world.worker('implementing', {
    serviceTasks: ['substance'],
    services: ['shelter'],
  });
  expect((await hitsOf(elsewhere, target, { words: 'perhe' })).hits).toEqual([]);
  const undone = await changedTo(worker, target, `/merged/${source}/undo`, undefined);
  expect(undone.status, undone.body).toBe(200);
  const after = await hitsOf(worker, target, { words: 'perhe' });
  expect([after.mergedFrom, after.hits.length]).toEqual([[], 2]);
});

const OneHit = z.looseObject({ kind: z.string(), noteId: z.string().optional(), mergedClientId: z.string() });

/** Where what a merged file holds is opened, through the one that remains. */
const placesOf = (target: ClientId, source: ClientId, of: { documentId: string; noteId: string }) => {
  const through = (module: string): string => `/v1/${module}/clients/${target}/merged/${source}`;
  return {
    document: `${through('documents')}/documents/${of.documentId}`,
    note: `${through('case-notes')}/notes/${of.noteId}`,
    attachments: `${through('attachments')}?documentId=${of.documentId}`,
    printedDocument: `${through('prints')}/documents/${of.documentId}`,
    printedNote: `${through('prints')}/notes/${of.noteId}`,
  };
};

/** The entry that is found in the merged file. */
async function noteFound(worker: Worker, target: ClientId): Promise<string> {
  const { hits } = await hitsOf(worker, target, { words: 'muutti pois' });
  return OneHit.parse(hits.find(({ kind }) => kind === 'caseNote')).noteId ?? '';
}

test('what is found in a merged file is opened, printed and downloaded through the one that remains, and logged for both', async () => {
  let letterId = '';
  const bytes = await scanOf(['Lausunto']);
  const { world, worker, source, target, documentId } = await mergedFiles(async (made) => {
    const belongsTo = { kind: 'document', id: made.documentId };
    await sentIn(made.world, made.worker, made.source, bytes, { belongsTo, serviceTasks: [] });
    letterId = await finished(made.worker, made.source, LETTER);
  });
  const noteId = await noteFound(worker, target);
  const at = placesOf(target, source, { documentId, noteId });
  expect((await worker.call('GET', at.document)).json).toMatchObject({
    documentId,
    content: MOVED,
    hidden: [],
  });
  expect((await worker.call('GET', at.note)).json).toMatchObject({
    noteId,
    content: { text: 'Perhe muutti pois.' },
  });
  expect((await asPage(worker, at.printedDocument)).body).toContain('Perhe sai muuttoavustusta.');
  expect((await asPage(worker, at.printedNote)).body).toContain('Perhe muutti pois.');
  const listed = await worker.call('GET', at.attachments);
  const [attachment] = z.array(z.looseObject({ attachmentId: z.string() })).parse(listed.json['attachments']);
  const content = `/v1/attachments/clients/${target}/merged/${source}/attachments/${attachment?.attachmentId ?? ''}/content`;
  const told = await worker.call('GET', content, { headers: { accept: 'application/octet-stream' } });
  expect(sha256Of(told.bytes ?? new Uint8Array())).toBe(sha256Of(bytes));

  const lines = await linesOf(world.services);
  for (const event of [
    'MergedDocumentRead',
    'MergedNoteRead',
    'MergedDocumentPrinted',
    'MergedNotePrinted',
    'MergedAttachmentsListed',
    'MergedAttachmentOpened',
  ]) {
    const line = lines.find(({ eventName }) => eventName === event);
    expect(line?.clients, event).toEqual([target, source]);
    // Whose things they are: the copy of the one that remains names none of them.
    expect(new Set(line?.resources.map(({ client }) => client)), event).toEqual(new Set([source]));
  }
  // A safety ban that came to the one that remains hides the dwellings in what the merged one held too.
  const letter = placesOf(target, source, { documentId: letterId, noteId }).document;
  expect((await worker.call('GET', letter)).body).toContain('Keksittykatu');
  const ban = { source: { kind: 'client', channel: 'phone' } };
  expect((await changedTo(worker, target, '/safety-ban', ban)).status).toBe(200);
  const unseen = await worker.call('GET', letter);
  expect(unseen.json['hidden']).not.toEqual([]);
  expect(unseen.body).not.toContain('Keksittykatu');
  // By the merged file's own address nothing is opened; through another client's nothing is there.
  for (const path of [
    `/v1/documents/clients/${source}/documents/${documentId}`,
    `/v1/case-notes/clients/${source}/notes/${noteId}`,
  ]) {
    expect((await worker.call('GET', path)).json).toMatchObject({ code: 'client.merged' });
  }
  const stranger = await newClient(world, worker, { name: 'Toinen Tuula' });
  const strange = placesOf(stranger, source, { documentId, noteId });
  for (const path of Object.values(strange)) expect((await worker.call('GET', path)).status, path).toBe(404);
});

test('what lies in a merged file is opened by nobody who might not open it in a file of its own, and not after the merge is undone', async () => {
  const { world, worker, source, target, documentId } = await mergedFiles();
  const noteId = await noteFound(worker, target);
  const places = Object.values(placesOf(target, source, { documentId, noteId }));
  const statuses = async (who: Worker): Promise<number[]> =>
    Promise.all(places.map(async (path) => (await who.call('GET', path)).status));
  const elsewhere = await world.worker('implementing', {
    serviceTasks: ['substance'],
    services: ['shelter'],
  });
  const [document, note] = await statuses(elsewhere);
  expect([document, note]).toEqual([404, 404]);
  // Restricted: to its readers alone, in search, timeline and past day too.
  const colleague = await world.worker('broadResponsibility');
  await restrictTo(world, source, [worker.userId]);
  expect(await statuses(colleague)).toEqual(places.map(() => 404));
  expect(await statuses(worker)).toEqual(places.map(() => 200));
  const shown = async (who: Worker) => {
    const file = `/v1/client-file/${target}`;
    const found = await search(who, target, { words: 'perhe' });
    const others = await Promise.all(
      ['timeline', 'as-of?on=2026-11-24', 'as-of/timeline?on=2026-11-24'].map((path) =>
        who.call('GET', `${file}/${path}`),
      ),
    );
    return [found, ...others].map(({ json }) => [json['mergedFrom'], JSON.stringify(json).includes(source)]);
  };
  expect(await shown(worker)).toEqual(Array.from({ length: 4 }, () => [[source], true]));
  expect(await shown(colleague)).toEqual(Array.from({ length: 4 }, () => [[], false]));

  const undone = await changedTo(worker, target, `/merged/${source}/undo`, undefined);
  expect(undone.status, undone.body).toBe(200);
  expect(await statuses(worker)).toEqual(places.map(() => 404));
});
