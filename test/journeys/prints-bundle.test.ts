import { expect, test } from 'vitest';
import { newClient } from '../support/case-notes.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { textsOfHtml } from '../support/printed.ts';
import { bytesOf, printsAt } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';
import { type Told, testWorld, type Worker } from '../support/world.ts';

const bundle = (
  worker: Worker,
  clientId: string,
  documentIds: readonly string[],
  form = 'pdf',
): Promise<Told> =>
  worker.call('POST', `${printsAt(clientId)}/bundle?form=${form}`, {
    body: { documentIds },
    headers: { accept: 'application/pdf' },
  });

const long = (word: string): string => Array.from({ length: 900 }, (_, place) => `${word}${place}`).join(' ');

test('chosen documents are one PDF in the order asked for, with an index, numbered pages and bookmarks, and the line names each [U-7.12]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { name: 'Liisa Maria Laaja' });
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo' });
  const ids: string[] = [];
  for (const word of ['yksi', 'kaksi', 'kolme']) {
    ids.push(await finished(worker, clientId, aDraft({ content: summaryOf(long(word)) })));
  }
  const [one = '', two = '', three = ''] = ids;
  const told = await bundle(worker, clientId, [three, one]);
  expect(told.headers['content-disposition']).toBe(`inline; filename="nippu-${clientId}.pdf"`);
  const pdf = await readPdf(bytesOf(told));

  const startOf = (documentId: string): number =>
    pdf.pages.findIndex(({ artifacts }) => artifacts.includes(documentId)) + 1;
  const index = pdf.structure
    .filter((line) => /^\s+P \d+$/.test(line))
    .map((line) => Number(line.trim().slice(2)));
  // Before them stands how many documents there are.
  expect(index).toEqual([2, startOf(three), startOf(one)]);
  expect(startOf(three)).toBe(2);
  expect(startOf(one)).toBeGreaterThan(3);
  for (const [page, { artifacts }] of pdf.pages.entries()) {
    expect(artifacts).toContain(`Sivu ${page + 1} (${pdf.pages.length})`);
  }
  expect(pdf.bookmarks.filter((mark) => !mark.startsWith(' '))).toEqual([
    'Oikeusasiakirjanippu',
    'Sosiaalihuollon yhteenveto',
    'Sosiaalihuollon yhteenveto',
  ]);
  const spoken = pdf.structure.join('\n');
  expect(spoken.indexOf('kolme899')).toBeLessThan(spoken.indexOf('yksi0'));
  expect(spoken).not.toContain('kaksi0');

  const [line] = (await linesOf(world.services)).filter(({ eventName }) => eventName === 'BundlePrinted');
  expect(line?.resources.flatMap(({ kind, id }) => (kind === 'document' ? [id] : []))).toEqual([three, one]);
  expect(line?.dataGroups).toEqual(['identity', 'documents']);
  expect(JSON.stringify(line)).not.toContain(two);
  expect(line).not.toHaveProperty('disclosure');

  // The same, given to the court: then it is of the disclosure log.
  const givenTo = { recipient: 'court', purpose: 'courtProceedings', provision: '808/2019 42 §' };
  const given = await worker.call('POST', `${printsAt(clientId)}/bundle`, {
    body: { documentIds: [one], givenTo },
  });
  expect(given.status).toBe(200);
  const [disclosed] = (await linesOf(world.services)).flatMap(({ disclosure }) => disclosure ?? []);
  expect(disclosed).toEqual({
    on: '2026-11-24',
    client: clientId,
    recipient: { kind: 'court' },
    purpose: 'courtProceedings',
    ground: { kind: 'provision', provision: '808/2019 42 §' },
  });
});

test('a bundle with one document that is not there, or not this reader’s, is refused whole', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const other = await newClient(world, worker, { name: 'Toinen Asiakas' });
  const own = await finished(worker, clientId);
  const foreign = await finished(worker, other);
  expect(await bundle(worker, clientId, [own, foreign])).toMatchObject({ status: 404 });
  expect(await bundle(worker, clientId, [own, own])).toMatchObject({ status: 400 });
  const many = Array.from({ length: 41 }, (_, place) => `01KBN4PZ0000000000000000${String(place + 10)}`);
  expect(await bundle(worker, clientId, many)).toMatchObject({
    status: 400,
    json: { code: 'request.invalid' },
  });
});

test('a bundle is looked at as a page before it is sent', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo' });
  const documentId = await finished(worker, clientId);
  const texts = textsOfHtml((await bundle(worker, clientId, [documentId], 'html')).body ?? '');
  expect(texts).toContain('Oikeusasiakirjanippu');
  expect(texts).toContain('Perhe on saanut kotipalvelua syksyn ajan.');
});
