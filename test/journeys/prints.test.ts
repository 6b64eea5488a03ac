import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { type LocalServer, startServer } from '../../infra/local/http.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, ENTRY_NEEDS, newClient, openTestCase, write } from '../support/case-notes.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { changedTo, FROM_CLIENT, inventedCode } from '../support/people.ts';
import { textsOfHtml } from '../support/printed.ts';
import { asPage, asPdf, bytesOf, printsAt } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';
import { testRun } from '../support/services.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';
import { worldOver } from '../support/world-over.ts';

const CODE = inventedCode(LocalDate.parse('2012-03-24'), 907);
const REFERRAL = '1.2.246.537.6.1506.8004.2023.5.31';

const referral = (text: string) => ({
  sosiaalihuollon_lahete: {
    vastaanottaja: { organisaation_nimi: 'Keksitty perheneuvola' },
    asiakas: [
      {
        sukunimi: 'Mallila',
        etunimet: 'Arvo',
        henkilotunnus: { system: 'urn:oid:1.2.246.21', value: CODE },
        yhteystiedot: {
          osoite: [{ lahiosoite: 'Salakuja 7', postinumero: '04400', postitoimipaikka: 'Järvenpää' }],
          puhelinnumero: '040 000 0001',
        },
      },
    ],
    lahete: { lahetteen_tarkoitus_ja_sisalto: text },
  },
});

const textOf = (told: Told): string => textsOfHtml(told.body ?? '').join('\n');

async function started(): Promise<{ world: World; worker: Worker; clientId: ClientId }> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { name: 'Liisa Maria Laaja' });
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code: CODE });
  return { world, worker, clientId };
}

/** What the log says of the client's file under this event. */
const linesOfEvent = async (world: World, event: string) =>
  (await linesOf(world.services)).filter(({ eventName }) => eventName === event);

describe('a document in print', () => {
  test('is a page and a PDF in both languages, and each print is a line of its own', async () => {
    const { world, worker, clientId } = await started();
    const documentId = await finished(worker, clientId, aDraft());
    const path = `${printsAt(clientId)}/documents/${documentId}`;

    const page = await asPage(worker, path);
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `inline; filename="asiakirja-${documentId}-v1.html"`,
    });
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(textOf(page)).toContain('Perhe on saanut kotipalvelua syksyn ajan.');
    expect(textOf(page)).toContain('Sosiaalihuollon yhteenveto');

    const told = await asPdf(worker, `${path}?language=sv`);
    expect(told.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="asiakirja-${documentId}-v1.pdf"`,
    });
    const pdf = await readPdf(bytesOf(told));
    expect(pdf.language).toBe('sv');
    expect(pdf.structure.join('\n')).toContain('Perhe on saanut kotipalvelua syksyn ajan.');
    expect(pdf.structure.join('\n')).toContain('SEKRETESSBELAGD');

    const lines = await linesOfEvent(world, 'DocumentPrinted');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      clients: [clientId],
      resources: [{ kind: 'document', id: documentId, client: clientId }],
      dataGroups: ['documents'],
      outcome: { result: 'allowed' },
    });
  });

  test('a PDF is refused to who does not name it first, before anything is opened', async () => {
    const { world, worker, clientId } = await started();
    const documentId = await finished(worker, clientId, aDraft());
    const path = `${printsAt(clientId)}/documents/${documentId}?form=pdf`;
    for (const accept of ['*/*', 'text/html, application/pdf']) {
      const told = await worker.call('GET', path, { headers: { accept } });
      expect(told).toMatchObject({ status: 406, json: { code: 'request.notAcceptable' } });
    }
    const lines = await linesOfEvent(world, 'DocumentPrinted');
    expect(lines.map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 2 }, () => ({ result: 'refused', code: 'request.notAcceptable' })),
    );
  });

  test('under a safety ban the dwelling is left out of every form, and whoever may see it sees it', async () => {
    const { world, worker, clientId } = await started();
    const entitled = await world.worker('broadResponsibility', { specialRights: ['seeProtectedAddresses'] });
    const documentId = await finished(
      worker,
      clientId,
      aDraft({ definitionOid: REFERRAL, content: referral('Perheneuvontaa.') }),
    );
    const path = `${printsAt(clientId)}/documents/${documentId}`;
    expect(textOf(await asPage(worker, path))).toContain('Salakuja 7, 04400 Järvenpää');
    expect(
      await changedTo(worker, clientId, '/safety-ban', {
        contactAddress: { street: 'PL 7', postalCode: '00100' },
        source: FROM_CLIENT,
      }),
    ).toMatchObject({ status: 200 });

    const page = textOf(await asPage(worker, path));
    const pdf = await readPdf(bytesOf(await asPdf(worker, path)));
    for (const text of [page, pdf.structure.join('\n'), pdf.pages.map((one) => one.text).join('\n')]) {
      expect(text).not.toMatch(/Salakuja|04400|040 000 0001/);
      expect(text).toContain('Ei näytetä (turvakielto)');
      expect(text).toContain('Perheneuvontaa.');
    }
    expect(textOf(await asPage(entitled, path))).toContain('Salakuja 7, 04400 Järvenpää');
  });

  test('whose task does not cover it finds no document, and no other client’s', async () => {
    const { world, worker, clientId } = await started();
    const documentId = await finished(worker, clientId, aDraft());
    const other = await newClient(world, worker, { name: 'Toinen Asiakas' });
    expect(await asPage(worker, `${printsAt(other)}/documents/${documentId}`)).toMatchObject({ status: 404 });
    await openTestCase(world, clientId, { serviceTasks: ['childWelfare'] });
    const elsewhere = await world.worker('implementing', { serviceTasks: ['childWelfare'] });
    expect(await asPage(elsewhere, `${printsAt(clientId)}/documents/${documentId}`)).toMatchObject({
      status: 404,
    });
  });
});

describe('the narrative in print', () => {
  test('one entry, with what its kind has beyond a text', async () => {
    const { world, worker, clientId } = await started();
    const needs = { socialServices: [], ...ENTRY_NEEDS.informationRequest };
    const written = await write(worker, clientId, anEntry({ entryType: 'informationRequest' }, needs));
    const noteId = String(written.json['noteId']);
    const page = textOf(await asPage(worker, `${printsAt(clientId)}/notes/${noteId}`));
    for (const text of [
      'Arvo Mallila',
      CODE,
      'Kotikäynti sujui hyvin.',
      'Koulun lausunto',
      'Kotikäynti',
      '24.11.2026',
    ]) {
      expect(page).toContain(text);
    }
    const pdf = await readPdf(bytesOf(await asPdf(worker, `${printsAt(clientId)}/notes/${noteId}`)));
    expect(pdf.structure.join('\n')).toContain('Koulun lausunto');
    expect(await linesOfEvent(world, 'CaseNotePrinted')).toMatchObject([
      { clients: [clientId], dataGroups: ['identity', 'caseNotes'] },
      { resources: [{ kind: 'client' }, { kind: 'caseNote', id: noteId }] },
    ]);
  });

  test('a period holds its first and its last day by the clock of Helsinki, the earliest first', async () => {
    const { world, worker, clientId } = await started();
    for (const [eventAt, text] of [
      ['2026-10-31T21:59:00.000Z', 'Ennen alkua.'],
      ['2026-10-31T22:00:00.000Z', 'Ensimmäinen.'],
      ['2026-11-10T08:00:00.000Z', 'Toinen.'],
      ['2026-11-15T21:59:00.000Z', 'Kolmas.'],
      ['2026-11-15T22:00:00.000Z', 'Lopun jälkeen.'],
    ]) {
      await write(worker, clientId, anEntry({ eventAt }, { text }));
    }
    const path = `${printsAt(clientId)}/narrative?from=2026-11-01&to=2026-11-15`;
    const page = textOf(await asPage(worker, path));
    expect(page).toMatch(/Ensimmäinen\.[\s\S]*Toinen\.[\s\S]*Kolmas\./);
    expect(page).not.toMatch(/Ennen alkua|Lopun jälkeen/);
    const [line] = await linesOfEvent(world, 'NarrativePrinted');
    expect(line?.resources.filter(({ kind }) => kind === 'caseNote')).toHaveLength(3);
    expect(line?.historyFrom).toBe('2026-10-31T22:00:00.000Z');
  });

  test('a period with nothing to read says so, and a removed entry leaves its mark', async () => {
    const { worker, clientId } = await started();
    const { json } = await write(worker, clientId, anEntry({}, { text: 'Poistettava teksti.' }));
    await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes/${json['noteId']}/remove`, {
      version: 1,
      body: { reason: { ground: 'unnecessary', initiator: 'ownInitiative', words: 'Ei kuulu asiaan.' } },
    });
    const november = await asPage(worker, `${printsAt(clientId)}/narrative?from=2026-11-01&to=2026-11-30`);
    expect(textOf(november)).toMatch(/Poistettu[\s\S]*Liisa Maria Laaja, sosiaalityöntekijä/);
    expect(textOf(november)).not.toContain('Poistettava teksti.');
    const may = await asPage(worker, `${printsAt(clientId)}/narrative?from=2026-05-01&to=2026-05-31`);
    expect(textOf(may)).toContain('Ajanjaksolla ei ole merkintöjä, joita voit lukea.');
  });
});

describe('over HTTP', () => {
  let server: LocalServer;
  let world: World;
  beforeAll(async () => {
    const { run, test: services } = await testRun(modules);
    world = await worldOver(services);
    server = await startServer({
      run,
      modules,
      users: [],
      document: () => ({}),
      port: 0,
      allowedOrigins: [],
    });
  });
  afterAll(() => server.close());

  test('a kind of document is a form to be filled in, and its bytes come through the door whole', async () => {
    const worker = await world.worker('broadResponsibility');
    const token = await world.tokenFor({ userId: worker.userId, controller: world.controller });
    const address = `${server.url}/v1/prints/forms/1.2.246.537.6.1506.3011`;
    const authorization = `Bearer ${token}`;
    const answer = await fetch(`${address}?form=pdf`, {
      headers: { authorization, accept: 'application/pdf' },
    });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pdf.title).toBe('Työikäisten palvelujen hakemus');
    expect(pdf.structure.join('\n')).toMatch(/☐ Kyllä {3}☐ Ei/);
    const page = await fetch(address, { headers: { authorization } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('<h1>Työikäisten palvelujen hakemus</h1>');
  });
});

test('a summary in Finnish is no text of the client’s in the address, the name or the properties of the file', async () => {
  const { worker, clientId } = await started();
  const secret = 'Salaisuus1234';
  const documentId = await finished(worker, clientId, aDraft({ content: summaryOf(secret) }));
  const told = await asPdf(worker, `${printsAt(clientId)}/documents/${documentId}`);
  const pdf = await readPdf(bytesOf(told));
  expect(pdf.structure.join('\n')).toContain(secret);
  expect(JSON.stringify(told.headers)).not.toMatch(/Salaisuus|Mallila/);
  expect(pdf.metadata).not.toMatch(/Salaisuus|Mallila/);
});
