import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { attachmentAt, type Begun, pdfOf, sentIn } from '../support/attachments.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { jpegOf, pngOf, scanOf, withHiddenLayer } from '../support/pictures.ts';
import { picturesOn } from '../support/pictures-on.ts';
import { asPage, asPdf, bytesOf, printsAt } from '../support/prints.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** One image, of which only the head is there. */
const TIFF = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

type Started = { world: World; worker: Worker; clientId: ClientId };

async function started(): Promise<Started> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { name: 'Liisa Maria Laaja' });
  return { world, worker, clientId: await newClient(world, worker, { name: 'Mallila Arvo' }) };
}

/** A file sent in for what it belongs to, a minute after the one before. */
function attached(
  { world, worker, clientId }: Started,
  [kind, id]: readonly ['document' | 'caseNote', string],
  bytes: Uint8Array,
  more: Record<string, unknown>,
): Promise<Begun> {
  world.clock.advance(1);
  return sentIn(world, worker, clientId, bytes, { belongsTo: { kind, id }, serviceTasks: [], ...more });
}

const bundle = (worker: Worker, clientId: string, body: unknown, form = 'pdf') =>
  worker.call('POST', `${printsAt(clientId)}/bundle?form=${form}`, {
    body,
    headers: { accept: 'application/pdf' },
  });

/** What a reader meets in the file; ids are another each time. */
const told = (pdf: ReadPdf): string =>
  [
    `language ${pdf.language}, title ${pdf.title}, PDF/A ${pdf.conformance}`,
    ...pdf.bookmarks.map((mark) => `bookmark ${mark}`),
    ...pdf.pages.map(({ artifacts }, page) => `page ${page + 1}: ${artifacts.replaceAll('\n', ' | ')}`),
    ...pdf.structure,
    '',
  ]
    .join('\n')
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, '<id>');

const namedBy = async (world: World, event: string): Promise<string[]> => {
  const [line] = (await linesOf(world.services)).filter(({ eventName }) => eventName === event);
  return line?.resources.flatMap(({ kind, id }) => (kind === 'attachment' ? [id] : [])) ?? [];
};

test('a document is printed with its attachments: PDF, picture and text as pages numbered through, all named in a list, and the line names each [U-7.12]', async () => {
  const run = await started();
  const { world, worker, clientId } = run;
  const documentId = await finished(worker, clientId, aDraft());
  const of = ['document', documentId] as const;
  const sent = [
    await attached(run, of, await scanOf(['Lausunto, alku', 'Lausunto, loppu']), {
      title: 'Lääkärin lausunto',
      documentDate: '2026-11-20',
    }),
    await attached(run, of, pngOf({ width: 40, height: 20, colour: 6 }), {
      title: 'Valokuva',
      mediaType: 'image/png',
    }),
    await attached(run, of, Buffer.from('Muistio.\n\nToinen kappale, jossa on ääkkösiä.'), {
      title: 'Muistio',
      mediaType: 'text/plain',
    }),
    await attached(run, of, TIFF, { title: 'Faksi', mediaType: 'image/tiff' }),
  ];
  const path = `${printsAt(clientId)}/documents/${documentId}`;
  const bytes = bytesOf(await asPdf(worker, `${path}?attachments=true`));
  const pdf = await readPdf(bytes);
  await expect(told(pdf)).toMatchFileSnapshot('golden/document-with-attachments.txt');
  expect(pdf.pages).toHaveLength(5);
  expect(await picturesOn(bytes, 1)).toEqual(['Lausunto, alku']);
  expect(await picturesOn(bytes, 2)).toEqual(['Lausunto, loppu']);
  expect(await picturesOn(bytes, 3)).toEqual(['image']);
  expect(await namedBy(world, 'DocumentPrinted')).toEqual(sent.map(({ attachmentId }) => attachmentId));

  const without = await readPdf(bytesOf(await asPdf(worker, path)));
  expect(without.pages).toHaveLength(1);
  expect(without.conformance).toBe('2A');
  expect(await asPage(worker, `${path}?attachments=true`)).toMatchObject({
    status: 422,
    json: { code: 'print.attachmentsOnlyInPdf' },
  });
});

test('a bundle carries after each document its attachments, and its index names the page of each [U-7.12]', async () => {
  const run = await started();
  const { world, worker, clientId } = run;
  const first = await finished(worker, clientId, aDraft({ content: summaryOf('Ensimmäinen.') }));
  const second = await finished(worker, clientId, aDraft({ content: summaryOf('Toinen.') }));
  const scan = await attached(run, ['document', first], await scanOf(['Sopimus']), {
    title: 'Vuokrasopimus',
  });
  const photo = await attached(run, ['document', second], pngOf({ width: 9, height: 9 }), {
    title: 'Kuva asunnosta',
    mediaType: 'image/png',
  });
  const documentIds = [second, first];
  const bytes = bytesOf(await bundle(worker, clientId, { documentIds, attachments: true }));
  const pdf = await readPdf(bytes);
  await expect(told(pdf)).toMatchFileSnapshot('golden/bundle-with-attachments.txt');
  expect(await picturesOn(bytes, 2)).toEqual(['image']);
  expect(await picturesOn(bytes, 4)).toEqual(['Sopimus']);
  expect(await namedBy(world, 'BundlePrinted')).toEqual([photo.attachmentId, scan.attachmentId]);

  const without = await readPdf(bytesOf(await bundle(worker, clientId, { documentIds })));
  expect(without.structure.join('\n').match(/1 liitteitä, joita tässä ei ole/g)).toHaveLength(2);
  expect(without.conformance).toBe('2A');
  expect(await bundle(worker, clientId, { documentIds, attachments: true }, 'html')).toMatchObject({
    status: 422,
    json: { code: 'print.attachmentsOnlyInPdf' },
  });
});

test('an entry is printed with its attachments, an invalidated one with its mark, and what cannot be shown is named', async () => {
  const run = await started();
  const { worker, clientId } = run;
  const { noteId } = z.object({ noteId: z.string() }).parse((await write(worker, clientId, anEntry())).json);
  const of = ['caseNote', noteId] as const;
  const wrong = await attached(run, of, await scanOf(['Toisen todistus']), { title: 'Väärä todistus' });
  const marked = await worker.call('POST', `${attachmentAt(clientId, wrong.attachmentId)}/invalidate`, {
    version: 1,
    body: { reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Toisen henkilön.' } },
  });
  expect(marked.status).toBe(200);
  await attached(run, of, await withHiddenLayer(), { title: 'Kerroksia' });
  const broken = jpegOf({ width: 9, height: 9, marker: 0xc9 });
  await attached(run, of, broken, { title: 'Rikkinäinen kuva', mediaType: 'image/jpeg' });

  const bytes = bytesOf(await asPdf(worker, `${printsAt(clientId)}/notes/${noteId}?attachments=true`));
  const pdf = await readPdf(bytes);
  expect(pdf.pages).toHaveLength(2);
  expect(await picturesOn(bytes, 1)).toEqual(['Toisen todistus']);
  expect(pdf.structure.join('\n')).toContain('MITÄTÖITY');
  const list = pdf.structure.join('\n').replaceAll(/\n\s+P /g, ' / ');
  expect(list).toContain('1. Väärä todistus / Mitätöity / 2');
  expect(list).toContain('2. Kerroksia / ei tulosteta: tiedostoa ei voi liittää tulosteeseen');
  expect(list).toContain('3. Rikkinäinen kuva / ei tulosteta: tiedostoa ei voi liittää tulosteeseen');
  expect(pdf.bookmarks.join('\n')).not.toContain('Kerroksia');
});

test('attachments are printed to who may read their document now, whatever class it had when they were sent in [U-7.12]', async () => {
  const run = await started();
  const { world, worker, clientId } = run;
  const carer = await world.worker('implementing', {
    serviceTasks: ['families'],
    services: ['familyCounselling'],
  });
  const ofService = aDraft({ socialServices: ['familyCounselling'] });
  const documentId = await finished(worker, clientId, ofService);
  const { attachmentId } = await attached(run, ['document', documentId], await scanOf(['Avoin']), {
    title: 'Avoin',
  });
  const at = `${printsAt(clientId)}/documents/${documentId}?attachments=true`;
  expect(told(await readPdf(bytesOf(await asPdf(carer, at))))).toContain('Avoin');
  expect(await namedBy(world, 'DocumentPrinted')).toEqual([attachmentId]);
  // The attachment itself says that it is therapy: what is asked is its document.
  await world.services.tables.clientOf(world.controller).send(
    new UpdateCommand({
      TableName: world.services.tables.records,
      Key: clientKeys.attachment(world.controller, clientId, attachmentId),
      UpdateExpression: 'SET sensitivity = :other, socialServices = :none',
      ExpressionAttributeValues: { ':other': 'therapy', ':none': [] },
    }),
  );
  expect(told(await readPdf(bytesOf(await asPdf(carer, at))))).toContain('Avoin');
  expect(await asPdf(carer, at.replace(documentId, attachmentId))).toMatchObject({ status: 404 });
});

test('attachments of more pages or bytes than a print holds are refused before they are opened', async () => {
  const run = await started();
  const { worker, clientId } = run;
  const documentId = await finished(worker, clientId, aDraft());
  const path = `${printsAt(clientId)}/documents/${documentId}?attachments=true`;
  await attached(run, ['document', documentId], await pdfOf(401), { title: 'Nippu' });
  expect(await asPdf(worker, path)).toMatchObject({
    status: 422,
    json: { code: 'print.tooLarge', details: { pages: 401, most: 400 } },
  });
  const other = await finished(worker, clientId, aDraft());
  await attached(run, ['document', other], await pdfOf(1, 8 * 1024 * 1024), { title: 'Skannaus' });
  expect(await asPdf(worker, `${printsAt(clientId)}/documents/${other}?attachments=true`)).toMatchObject({
    status: 422,
    json: { code: 'print.tooLarge', details: { most: 8 * 1024 * 1024 } },
  });
});
