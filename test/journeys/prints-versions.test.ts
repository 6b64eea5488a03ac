import { expect, test } from 'vitest';
import { newClient } from '../support/case-notes.ts';
import { aDraft, documentsAt, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { textsOfHtml } from '../support/printed.ts';
import { asPage, asPdf, bytesOf, printsAt } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';
import { testWorld } from '../support/world.ts';

test('a superseded version is printed as it stood, marked with what replaced it, for who may read it, and with a line of its own [L-11.8]', async () => {
  const world = await testWorld();
  const author = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
  const corrector = await world.worker('broadResponsibility', {
    name: 'Reijo Rekisteri',
    specialRights: ['correctRecord'],
  });
  const clientId = await newClient(world, author, { name: 'Mallila Arvo' });
  const documentId = await finished(author, clientId, aDraft({ content: summaryOf('Ensimmäinen teksti.') }));
  for (const [nth, text] of ['Toinen teksti.', 'Kolmas teksti.'].entries()) {
    world.clock.advance(60);
    const corrected = await author.call('POST', `${documentsAt(clientId)}/${documentId}/correct`, {
      version: nth + 1,
      body: {
        document: { serviceTasks: ['families'], content: summaryOf(text) },
        reason: { ground: 'erroneous', initiator: 'client', words: 'Jakso oli kirjattu väärin.' },
      },
    });
    expect(corrected.status).toBe(200);
  }
  const at = (correction: number) => `${printsAt(clientId)}/documents/${documentId}/versions/${correction}`;

  const first = await asPage(corrector, at(0));
  expect(first.headers['content-disposition']).toBe(`inline; filename="asiakirja-${documentId}-v1.html"`);
  const page = textsOfHtml(first.body ?? '').join('\n');
  expect(page).toContain('Ensimmäinen teksti.');
  expect(page).not.toMatch(/Toinen teksti|Kolmas teksti/);
  expect(page).toContain('Tämä versio on korvattu myöhemmällä, eikä se ole voimassa.');
  expect(page).toContain('Versio 1, jonka on korvannut versio 2');
  expect(page).toContain('24.11.2026 klo 13.00, Kaisa Niemi, sosiaalityöntekijä');

  const second = await readPdf(bytesOf(await asPdf(corrector, `${at(1)}?language=sv`)));
  const structure = second.structure.join('\n');
  expect(structure).toContain('Toinen teksti.');
  expect(structure).toContain('Version 2, som har ersatts av version 3');
  expect(structure).toContain('Denna version har ersatts av en senare och gäller inte.');
  for (const { text, artifacts } of second.pages) expect(`${text}\n${artifacts}`).toContain('ERSATT');

  const lines = (await linesOf(world.services)).filter(
    ({ eventName }) => eventName === 'SupersededDocumentPrinted',
  );
  expect(lines.map(({ resources }) => resources)).toEqual(
    expect.arrayContaining([
      [{ kind: 'document', id: documentId, client: clientId, version: 0, serviceTasks: ['families'] }],
      [{ kind: 'document', id: documentId, client: clientId, version: 1, serviceTasks: ['families'] }],
    ]),
  );

  // The one that stands is no superseded one, and there is no fourth.
  for (const none of [2, 3]) {
    expect(await asPage(corrector, at(none))).toMatchObject({
      status: 404,
      json: { code: 'request.notFound' },
    });
  }
  expect(await asPage(author, at(0))).toMatchObject({ status: 403 });
  const stranger = await world.worker('implementing', {
    serviceTasks: ['older'],
    specialRights: ['correctRecord'],
  });
  expect((await asPage(stranger, at(0))).status).toBeGreaterThanOrEqual(400);
});
